import { decodeCalendar } from './decode-calendar.js';
import {
  decodeBase64,
  decodeBody,
  decodeQuotedPrintable,
  isEncoded,
  isQuotedPrintable,
} from './mail/decode-body.js';
import { fileName, type MailPart } from './mail/split-mail.js';

const MOST_BYTES = 256 * 1024;
const MOST_PARTS = 6;
const CALENDAR_TYPE = /^(text\/(x-vcalendar|calendar)|application\/ics)$/;
const BEGIN = /BEGIN:VCALENDAR/i;

/** The parts of a mail that hold a calendar, by their type or by the name of the file. */
export const calendarParts = (parts: readonly MailPart[]): readonly MailPart[] =>
  parts.filter((part) => CALENDAR_TYPE.test(part.type) || isCalendarFile(part)).slice(0, MOST_PARTS);

/** An encoded word ends in `?=`. */
const isCalendarFile = (part: MailPart): boolean =>
  !part.type.startsWith('message/') && /\.ics(\?=)?$/i.test(fileName(part));

/**
 * The text of a calendar part, undefined when it is too large. What stands in the body decides how it is decoded, since a
 * gateway that decodes a part can forget to say so.
 */
export function calendarText(part: MailPart): string | undefined {
  if (part.body.length > MOST_BYTES * 3) return undefined;
  const bytes = calendarBytes(part);
  return bytes.byteLength > MOST_BYTES ? undefined : decodeCalendar(bytes, part.parameters.get('charset'));
}

function calendarBytes(part: MailPart): Buffer {
  const { body } = part;
  if (BEGIN.test(body)) {
    return isQuotedPrintable(body) ? decodeQuotedPrintable(body) : Buffer.from(body, 'latin1');
  }
  return isEncoded(part) ? decodeBody(part) : decodeBase64(body);
}
