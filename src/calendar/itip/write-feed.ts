import { AMSTERDAM_VTIMEZONE } from './amsterdam-zone.js';
import { calendarText } from './calendar-text.js';
import { escapeText } from './escape-text.js';
import { foldLines } from './fold-lines.js';

/** How often clients are asked to look again; Google and Outlook keep to times of their own. */
const REFRESH = 'PT1H';

const BEGIN_EVENT = 'BEGIN:VEVENT\r\n';
const END_EVENT = 'END:VEVENT\r\n';

/** The VEVENT of a calendar object with one event, as it stands there: folded, with CRLF. */
export function eventOf(object: Buffer): string {
  const text = object.toString('utf8');
  // A folded line begins with a space, so neither can stand inside a value.
  return text.slice(text.indexOf(BEGIN_EVENT), text.indexOf(END_EVENT) + END_EVENT.length);
}

/**
 * What stands before the events of a feed (RFC 7986 sections 5.1 and 5.7, and the older names of the same). The one
 * zone that events name is always there, so that no event has to be looked into.
 */
export function feedHead(name: string): string {
  const title = escapeText(calendarText(name));
  return foldLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Veldwerk//Veldwerk//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...AMSTERDAM_VTIMEZONE.split('\r\n'),
  ]).toString('utf8');
}

/** What stands after them. */
export const FEED_FOOT = 'END:VCALENDAR\r\n';
