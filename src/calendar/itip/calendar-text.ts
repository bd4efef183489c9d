import { domainToASCII } from 'node:url';
import { CalendarEntryError, type EntryOrganizer } from './calendar-entry.js';

const NEWLINES = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
// Every control character that a content line may not carry (RFC 5545 section 3.1); tab and newline may stay.
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
const ADDRESS = /^[^\s@<>,;:"\\\p{Cc}]+@[^\s@<>,;:"'\\/?#%\p{Cc}]+$/u;
const NEEDS_ENCODING = /[^A-Za-z0-9!$&'()*+./=_~-]+/gu;
const MAX_ADDRESS_LENGTH = 254;
const UID = /^[A-Za-z0-9@._-]{1,255}$/;

/**
 * A person's text as it can stand in a calendar: every kind of line break becomes `\n` (some readers
 * break lines at U+2028 and U+0085 too), other control characters go, lone surrogates become U+FFFD.
 */
export function calendarText(text: string): string {
  return text.toWellFormed().replace(NEWLINES, '\n').replace(CONTROLS, '');
}

/**
 * A display name for CN, on one line. Quotes and carets go: RFC 6868 could keep them, but older
 * clients show its codes to people. Backslashes go because some readers take them for escapes. Undefined when nothing remains.
 */
export function commonName(name: string | undefined): string | undefined {
  const plain = calendarText(name ?? '')
    .replace(/["^\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? undefined : plain;
}

/** What the organizer is called: the address when there is no name that can be shown. */
export function organizerName({ name, address }: EntryOrganizer): string {
  return commonName(name) ?? commonName(address) ?? '-';
}

/**
 * The address as it stands behind `mailto:` (RFC 6068). Only what no URI can hold is percent-encoded, since
 * many clients compare addresses without decoding them. Refuses whatever is not exactly one bare address.
 */
export function mailtoAddress(address: string): string {
  const [local = '', domain = ''] = address.toWellFormed().split('@');
  const asciiDomain = domainToASCII(domain);
  if (!ADDRESS.test(address) || address.length > MAX_ADDRESS_LENGTH || asciiDomain === '') {
    throw new CalendarEntryError('An organizer or attendee does not have one bare mail address.');
  }
  return `${local.replace(NEEDS_ENCODING, encodeURIComponent)}@${asciiDomain}`;
}

/** The UID itself, refused when it holds anything that would need escaping somewhere. */
export function opaqueUid(uid: string): string {
  if (!UID.test(uid))
    throw new CalendarEntryError('A calendar UID may hold letters, digits and @ . _ - only.');
  return uid;
}

/** A web address in its normal, percent-encoded form: no space, quote, backslash, control or non-ASCII character. */
export function linkTarget(url: string): string {
  const target = URL.parse(url);
  if (target === null || !/^https?:$/.test(target.protocol)) {
    throw new CalendarEntryError('The link of a calendar entry is not a web address.');
  }
  return target.href.replaceAll('\\', '%5C');
}
