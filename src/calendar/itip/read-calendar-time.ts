import { zoneClock } from '../../kernel/time/zone.js';
import { findZone } from './find-zone.js';
import type { CalendarTime } from './incoming-mail.js';
import { parameter, type LooseComponent, type LooseLine } from './read-content-lines.js';
import { readZoneRules, type OffsetOf } from './zone-rules.js';

/** Gives the offset rules of a TZID, or undefined when nobody knows the zone. */
export type ZoneFinder = (tzid: string) => OffsetOf | undefined;

const TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{4})?)?$/;
const LONGEST = 40;
/** Calendars of people: it keeps strange years out of zone arithmetic. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];

/** Knows zones by their name, else by the VTIMEZONE of the object (RFC 5545 section 3.6.5). */
export function zoneFinder(zones: readonly LooseComponent[]): ZoneFinder {
  const found = new Map<string, OffsetOf | undefined>();
  return (tzid) => {
    if (!found.has(tzid)) found.set(tzid, offsetsOf(tzid, zones));
    return found.get(tzid);
  };
}

function offsetsOf(tzid: string, zones: readonly LooseComponent[]): OffsetOf | undefined {
  const name = findZone(tzid);
  if (name !== undefined) {
    const clock = zoneClock(name);
    return (wall) => wall - clock.instantOf(wall);
  }
  const written = zones.find(({ lines }) =>
    lines.some((line) => line.name === 'TZID' && line.value.trim() === tzid),
  );
  return written && readZoneRules(written);
}

/**
 * A DATE or DATE-TIME value, or null when it is none: exact with a `Z` or a zone that is known, floating without (RFC
 * 5545 section 3.3.5). Extended forms such as `2026-10-24T14:30:00Z` are taken too.
 */
export function readCalendarTime(line: LooseLine | undefined, zoneOf: ZoneFinder): CalendarTime | null {
  const text = line?.value.trim().slice(0, LONGEST).toUpperCase() ?? '';
  const match = TIME.exec(text.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$1$2$3').replaceAll(':', ''));
  if (!line || !match) return null;
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', offset] = match;
  const date = `${year}-${month}-${day}`;
  const time = `${hour ?? '00'}:${minute}:${second === '60' ? '59' : second}`;
  const wall = Date.parse(`${date}T${time}Z`);
  if (!exists(date, wall)) return null;
  if (hour === undefined) return { kind: 'day', date };
  const offsetMinutes = writtenOffset(offset);
  if (offsetMinutes !== undefined) return instant(wall - offsetMinutes * 60_000);
  const tzid = parameter(line, 'TZID')?.trim() ?? '';
  const shift = tzid === '' ? undefined : zoneOf(tzid)?.(wall);
  return shift === undefined ? { kind: 'floating', wall: `${date}T${time}` } : instant(wall - shift);
}

const instant = (at: number): CalendarTime => ({ kind: 'instant', at: new Date(at) });

/** A day that its month does not have would roll over into the next one. */
const exists = (date: string, wall: number): boolean =>
  !Number.isNaN(wall) &&
  Number(date.slice(0, 4)) >= FIRST_YEAR &&
  Number(date.slice(0, 4)) <= LAST_YEAR &&
  new Date(wall).toISOString().startsWith(date);

function writtenOffset(text: string | undefined): number | undefined {
  if (text === undefined || text === 'Z') return text && 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3));
  return text.startsWith('-') ? -minutes : minutes;
}

const DURATION = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;

/** What is a duration later (RFC 5545 section 3.3.6), or null. */
export function laterTime(time: CalendarTime | null, duration: string | undefined): CalendarTime | null {
  const match = DURATION.exec(duration?.trim().toUpperCase() ?? '');
  if (!time || !match) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((text) => Number(text ?? 0));
  const length = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  if (time.kind === 'instant') return instant(time.at.getTime() + length);
  const later = (wall: string) => new Date(Date.parse(wall) + length).toISOString();
  return time.kind === 'day'
    ? { kind: 'day', date: later(`${time.date}T00:00:00Z`).slice(0, 10) }
    : { kind: 'floating', wall: later(`${time.wall}Z`).slice(0, 19) };
}
