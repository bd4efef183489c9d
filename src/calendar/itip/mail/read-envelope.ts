import { DateTime } from 'luxon';
import { addressParser } from 'postal-mime';
import type { IncomingMail, MailPerson } from '../incoming-mail.js';
import { canonicalAddress } from '../mail-address.js';
import { decodeField, headerValue, headerValues, readableField, type MailHeader } from './mail-header.js';
import { messageIds, ownMessageId } from './message-ids.js';
import { personLine } from './person-text.js';

type Envelope = Pick<
  IncomingMail,
  'messageId' | 'from' | 'sender' | 'recipients' | 'date' | 'subject' | 'answersTo'
>;

const LONGEST_LINE = 200;
const LONGEST_LIST = 64 * 1024;
const MOST_FIELDS = 20;
const MOST_PEOPLE = 500;
const MOST_ANSWERED = 50;
const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to'];

/** Who wrote when to whom, from the header of a mail (RFC 5322 section 3.6). */
export function readEnvelope(header: MailHeader): Envelope {
  const answered = [
    ...headerValues(header, 'in-reply-to').flatMap(messageIds),
    ...headerValues(header, 'references').flatMap(messageIds).reverse(),
  ];
  return {
    messageId: ownMessageId(headerValue(header, 'message-id')),
    from: readPerson(header, 'from'),
    sender: readPerson(header, 'sender')?.address ?? null,
    recipients: [...new Set(RECIPIENTS.flatMap((name) => readAddresses(header, name)))],
    date: readDate(headerValue(header, 'date')),
    subject: personLine(readableField(headerValue(header, 'subject') ?? ''), LONGEST_LINE),
    answersTo: [...new Set(answered)].slice(0, MOST_ANSWERED),
  };
}

/** The first one who has an address. */
function readPerson(header: MailHeader, name: string): MailPerson | null {
  for (const mailbox of readMailboxes(header, name)) {
    const address = canonicalAddress(mailbox.address ?? '');
    if (address !== null) return { name: personLine(mailbox.name, LONGEST_LINE), address };
  }
  return null;
}

const readAddresses = (header: MailHeader, name: string): readonly string[] =>
  readMailboxes(header, name).flatMap(({ address }) => canonicalAddress(address ?? '') ?? []);

const readMailboxes = (header: MailHeader, name: string) =>
  headerValues(header, name)
    .slice(0, MOST_FIELDS)
    .flatMap((value) => addressParser(decodeField(value.slice(0, LONGEST_LIST)), { flatten: true }))
    .slice(0, MOST_PEOPLE);

/** Without its weekday, which some programs get wrong. A date that names no zone is not known. */
function readDate(value: string | undefined): Date | null {
  const text =
    value
      ?.slice(0, 100)
      .replace(/^\s*[A-Za-z]{3,9},?\s+/, '')
      .replace(/\s+/g, ' ') ?? '';
  const date = DateTime.fromRFC2822(text.trim());
  return date.isValid ? date.toJSDate() : null;
}
