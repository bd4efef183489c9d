import { DAY, MINUTE, type WallTime } from '../../../kernel/time/zone.js';
import { dayOfCivil, daysInMonth } from './civil-date.js';
import { parameterOf, type Line } from './content-line.js';

/** A DATE or DATE-TIME as written (RFC 5545 sections 3.3.4 and 3.3.5). */
export interface Moment {
  /** `wall` is in the zone of `tzid`, or floating without one. */
  readonly kind: 'date' | 'utc' | 'wall';
  /** Of the digits as they stand; of a date, its midnight. */
  readonly wall: WallTime;
  readonly tzid?: string | undefined;
}

/** Days of the calendar, then exact milliseconds: how RFC 5545 section 3.3.6 adds a duration. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

export interface Period {
  readonly start: Moment;
  readonly end: Moment | Length;
}

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;
const DURATION = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;
const SECOND = 1_000;
const FIRST_YEAR = 1600;
const LAST_YEAR = 2200;
const LONGEST_DAYS = 36_600;

/** Undefined for what is no date or time, or none of the years 1600 to 2200. A leap second is the last one before it. */
export function parseMoment(text: string, tzid?: string): Moment | undefined {
  const match = MOMENT.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  const midnight = dayOfCivil(year, month, date) * DAY;
  if (match[4] === undefined) return { kind: 'date', wall: midnight };
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const wall = midnight + (hour * 60 + minute) * MINUTE + Math.min(second, 59) * SECOND;
  return match[7] ? { kind: 'utc', wall } : { kind: 'wall', wall, tzid };
}

/** Undefined for what is no duration, is negative, or lasts more than a century. */
export function parseLength(text: string): Length | undefined {
  const match = DURATION.exec(text.trim());
  if (!match || match.slice(2).every((part) => part === undefined) || match[1] === '-') return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((digits) => Number(digits ?? 0));
  const length = { days: weeks * 7 + days, ms: (hours * 60 + minutes) * MINUTE + seconds * SECOND };
  return length.days + length.ms / DAY <= LONGEST_DAYS ? length : undefined;
}

/** The one moment of a DTSTART, DTEND or RECURRENCE-ID. */
export const momentOf = (line: Line): Moment | undefined =>
  parseMoment(line.value, parameterOf(line, 'TZID'));

/** The moments and periods of an RDATE, EXDATE or FREEBUSY; undefined in place of each that cannot be read. */
export function listOf(line: Line): readonly (Moment | Period | undefined)[] {
  const tzid = parameterOf(line, 'TZID');
  return line.value.split(',').map((text) => {
    const [start = '', end, ...more] = text.trim().split('/');
    if (end === undefined) return parseMoment(start, tzid);
    return more.length === 0 ? parsePeriod(start, end, tzid) : undefined;
  });
}

function parsePeriod(from: string, to: string, tzid: string | undefined): Period | undefined {
  const start = parseMoment(from, tzid);
  const end = /^[+-]?P/i.test(to) ? parseLength(to) : parseMoment(to, tzid);
  return start && end && { start, end };
}
