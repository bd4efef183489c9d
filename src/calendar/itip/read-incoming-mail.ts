import { isAutoReply } from './mail/auto-reply.js';
import { chooseCalendarPart, isAnswer } from './choose-calendar-part.js';
import type { IncomingMail, MailContent, ReadingOptions } from './incoming-mail.js';
import { mailFingerprint } from './mail/mail-fingerprint.js';
import { isDeliveryReport, readPlainBounce, readReport } from './mail/read-bounce.js';
import { readAuthentication } from './mail/read-authentication.js';
import { readEnvelope } from './mail/read-envelope.js';
import { readWords } from './mail/read-words.js';
import { fileName, splitMail, type MailPart, type SplitMail } from './mail/split-mail.js';

/** Of a whole message. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** What hardly any mail lacks altogether. */
const USUAL_FIELDS = new Set([
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'received',
  'return-path',
  'content-type',
]);

/**
 * Reads a mail that came to the organizer's address (RFC 6047): an answer of a calendar, a bounce, a reply of a program, or
 * somebody's words. Never throws, whatever the bytes are; takes time and room in proportion to them, up to 10 MiB.
 */
export async function readIncomingMail(raw: Uint8Array, options: ReadingOptions = {}): Promise<IncomingMail> {
  const isTooLarge = raw.byteLength > MOST_BYTES;
  const message = Buffer.from(raw.subarray(0, MOST_BYTES)).toString('latin1');
  const mail = splitMail(message);
  return {
    ...readEnvelope(mail.header),
    fingerprint: mailFingerprint(mail.header, mail.body, message),
    words: readWords(mail.parts),
    authentication: readAuthentication(mail.header, options.authservId),
    content: isTooLarge ? { kind: 'faulty', fault: 'message-too-large' } : readContent(mail),
  };
}

function readContent(mail: SplitMail): MailContent {
  const { header, type, parts, fault } = mail;
  if (!header.some(({ name }) => USUAL_FIELDS.has(name))) return { kind: 'faulty', fault: 'not-a-message' };
  if (fault !== null) return { kind: 'faulty', fault };
  if (isDeliveryReport(mail)) return readReport(mail) ?? { kind: 'auto-reply' };
  const calendar = chooseCalendarPart(parts);
  // Before the bounces without a report: an answer can come from an empty sender too.
  if (calendar?.kind === 'calendar' && isAnswer(calendar.method)) return calendar;
  const found = readPlainBounce(mail) ?? calendar;
  if (found !== undefined) return found;
  // Other reports are about a mail that arrived: read receipts (RFC 8098).
  if (isAutoReply(header) || type === 'multipart/report') return { kind: 'auto-reply' };
  return parts.some(isTnef) ? { kind: 'faulty', fault: 'tnef' } : { kind: 'words' };
}

/** Microsoft's own format for what other mail says in MIME; a calendar answer in it can't be told from a letter. */
const isTnef = (part: MailPart): boolean =>
  /^application\/(vnd\.)?ms-tnef$/.test(part.type) || /^winmail\.dat$/i.test(fileName(part));
