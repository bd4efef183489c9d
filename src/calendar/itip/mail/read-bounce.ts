import { decodeBody } from './decode-body.js';
import { findStatus, readDeliveryStatus } from './delivery-status.js';
import type { MailContent } from '../incoming-mail.js';
import { canonicalAddress } from '../mail-address.js';
import { headerValue, headerValues, readableField, type MailHeader } from './mail-header.js';
import { readReturnedMessage } from './returned-message.js';
import type { MailPart, SplitMail } from './split-mail.js';

type Bounce = Extract<MailContent, { kind: 'bounce' }>;

const RETURNED = /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/;
const STATUS_PART = /^message\/(global-)?delivery-status$/;
const DAEMON = /mailer-?daemon|postmaster@|mail delivery (sub)?system|microsoftexchange[0-9a-f]{32}@/i;
const UNDELIVERED =
  /undeliver(ed|able)|onbestelbaar|niet (worden )?(afgeleverd|bezorgd|besteld)|failure notice|delivery (status notification|failure|failed|has failed)|mail delivery failed|returned mail|returned to sender|could not be delivered|unzustellbar|non remis/i;
const DELAYED =
  /\bdelayed\b|delivery .{0,40}delay|vertraagd|not yet been delivered|will (continue|be retried|keep trying)/i;
const COPY =
  /copy of (the|your) message|original (message|headers)|returned message|oorspronkelijke bericht/i;
const MOST_TEXT = 128 * 1024;
const MOST_LINES = 400;
const LONGEST_LINE = 1_000;
const MOST_RETURNED = 3;
const MOST_RECIPIENTS = 100;

/** A report of a mail server about a delivery, whichever way it went (RFC 3464 section 2). */
export function isDeliveryReport({ type, parameters, parts }: SplitMail): boolean {
  if (type !== 'multipart/report') return false;
  const kind = parameters.get('report-type')?.toLowerCase() ?? '';
  return kind === 'delivery-status' || (kind === '' && parts.some(isStatus));
}

const isStatus = ({ type }: MailPart): boolean => STATUS_PART.test(type);

/** Mail that must not be answered, or that a mail server wrote (RFC 5321 section 4.5.5). */
const isFromServer = (header: MailHeader): boolean =>
  headerValue(header, 'return-path')?.replace(/\s/g, '') === '<>' ||
  ['from', 'sender', 'return-path'].some((name) => DAEMON.test(headerValue(header, name) ?? ''));

/** What came back in a delivery report (RFC 3464); undefined when it reports neither failure nor delay. */
export function readReport({ header, parts }: SplitMail): Bounce | undefined {
  const reports = parts.filter(isStatus).map((part) => readDeliveryStatus(textOf(part)));
  const report = reports.find((read) => read !== undefined);
  if (report === undefined && reports.length > 0) return undefined;
  const words = parts.filter(isText).flatMap((part) => textOf(part).split('\n'));
  const told = report ?? { recipients: [], status: findStatus(words.join('\n')), isFinal: true };
  const recipients = told.recipients.length > 0 ? told.recipients : failedRecipients(header, words);
  return { kind: 'bounce', ...told, recipients, ...returnedBy(parts) };
}

function returnedBy(parts: readonly MailPart[]): Pick<Bounce, 'returnedMessageIds' | 'returnedUids'> {
  const messages = parts
    .filter(({ type }) => RETURNED.test(type))
    .slice(0, MOST_RETURNED)
    .map((part) => readReturnedMessage(wholeOf(part)));
  return {
    returnedMessageIds: [...new Set(messages.flatMap((message) => message.messageIds))],
    returnedUids: [...new Set(messages.flatMap(({ uids }) => uids))],
  };
}

/**
 * A bounce that is no proper report, as qmail and old servers write it: known by its sender together with the usual words.
 * Undefined when it does not look like one.
 */
export function readPlainBounce(mail: SplitMail): Bounce | undefined {
  const { header, parts } = mail;
  const subject = readableField(headerValue(header, 'subject') ?? '');
  const isNamed = headerValue(header, 'x-failed-recipients') !== undefined;
  if (!isFromServer(header)) return undefined;
  if (parts.some(isStatus)) return readReport(mail);
  if (!isNamed && !UNDELIVERED.test(subject) && !DELAYED.test(subject)) return undefined;
  const lines = parts.filter(isText).flatMap((part) => textOf(part).split('\n'));
  const copy = lines.findIndex(isCopyMark);
  const words = lines
    .slice(0, copy < 0 ? MOST_LINES : copy)
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, LONGEST_LINE));
  const inText = readReturnedMessage(copy < 0 ? '' : lines.slice(copy + 1).join('\n'));
  const attached = returnedBy(parts);
  const status = findStatus(words.join('\n'));
  return {
    kind: 'bounce',
    recipients: failedRecipients(header, words),
    status,
    isFinal: !(status?.startsWith('4') ?? [subject, ...words].some((line) => DELAYED.test(line))),
    returnedMessageIds: [...new Set([...attached.returnedMessageIds, ...inText.messageIds])],
    returnedUids: [...new Set([...attached.returnedUids, ...inText.uids])],
  };
}

const isText = ({ type }: MailPart): boolean => type.startsWith('text/');

const isCopyMark = (line: string): boolean =>
  line.startsWith('---') && COPY.test(line.slice(0, LONGEST_LINE));

/** The header that some servers write, else the addresses that begin a line: `<jan@example.com>:`. */
function failedRecipients(header: MailHeader, words: readonly string[]): readonly string[] {
  const named = headerValues(header, 'x-failed-recipients').flatMap((value) => value.split(','));
  const told = words.flatMap(
    (line) => /^[ \t]*<?([^\s<>@:]+@[^\s<>@:]+)>?[ \t]*(:|\r?$)/.exec(line)?.[1] ?? [],
  );
  const texts = named.length > 0 ? named : told;
  return [...new Set(texts.slice(0, MOST_RECIPIENTS).flatMap((text) => canonicalAddress(text) ?? []))];
}

/** Its beginning, one character per byte: enough to read addresses and headers from. */
const textOf = (part: MailPart): string =>
  decodeBody({ ...part, body: part.body.slice(0, MOST_TEXT) }).toString('latin1');

const wholeOf = (part: MailPart): string => decodeBody(part).toString('latin1');
