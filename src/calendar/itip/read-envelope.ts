import { DateTime } from 'luxon';
import { addressParser } from 'postal-mime';
import type { IncomingMail, MailPerson } from './incoming-mail.js';
import { canonicalAddress } from './mail-address.js';
import { decodeField, headerValue, headerValues, readableField, type MailHeader } from './mail-header.js';
import { messageIds, ownMessageId } from './message-ids.js';
import { personLine } from './person-text.js';

type Envelope = Pick<
  IncomingMail,
  'messageId' | 'from' | 'sender' | 'recipients' | 'date' | 'subject' | 'answersTo'
>;

const LONGEST_LINE = 200;
const LONGEST_LIST = 64 * 1024;
const MOST_ANSWERED = 50;
const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to'];

/** Who wrote when to whom, from the header of a mail (RFC 5322 section 3.6). */
export function readEnvelope(header: MailHeader): Envelope {
  const people = (name: string) => headerValues(header, name).flatMap(readPeople);
  const references = headerValues(header, 'references').flatMap(messageIds);
  const answered = [...headerValues(header, 'in-reply-to').flatMap(messageIds), ...references.reverse()];
  return {
    messageId: ownMessageId(headerValue(header, 'message-id')),
    from: people('from')[0] ?? null,
    sender: people('sender')[0]?.address ?? null,
    recipients: [...new Set(RECIPIENTS.flatMap(people).map(({ address }) => address))],
    date: readDate(headerValue(header, 'date')),
    subject: personLine(readableField(headerValue(header, 'subject') ?? ''), LONGEST_LINE),
    answersTo: [...new Set(answered)].slice(0, MOST_ANSWERED),
  };
}

const readPeople = (value: string): readonly MailPerson[] =>
  addressParser(decodeField(value.slice(0, LONGEST_LIST)), { flatten: true }).flatMap(({ name, address }) => {
    const bare = canonicalAddress(address ?? '');
    return bare === null ? [] : [{ name: personLine(name, LONGEST_LINE), address: bare }];
  });

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
