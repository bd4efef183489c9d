import type { DeclinedCounter } from './calendar-entry.js';
import { calendarText, mailtoAddress, opaqueUid, organizerName } from './calendar-text.js';
import { inZone } from './entry-times.js';
import { escapeText } from './escape-text.js';
import { foldLines } from './fold-lines.js';

/**
 * Refuses another time that a participant proposed (RFC 5546 section 3.2.8). Written by hand, since
 * ical-generator always adds DTSTART, SUMMARY and SEQUENCE, which this method may not carry.
 */
export function writeDeclineCounter(declined: DeclinedCounter): Buffer {
  const { organizer } = declined;
  const comment = calendarText(declined.comment ?? '');
  return foldLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Veldwerk//Veldwerk//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:DECLINECOUNTER',
    'BEGIN:VEVENT',
    `UID:${opaqueUid(declined.uid)}`,
    `DTSTAMP:${inZone(declined.stampedAt, 'utc').toFormat("yyyyLLdd'T'HHmmss'Z'")}`,
    ...(comment === '' ? [] : [`COMMENT:${escapeText(comment)}`]),
    `ORGANIZER;CN="${organizerName(organizer)}":mailto:${mailtoAddress(organizer.address)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}
