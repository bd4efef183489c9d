import ICAL from 'ical.js';
import { linesOf, lineOf, type LooseComponent } from './read-content-lines.js';

/** Finds the offset (milliseconds east of UTC) that a wall time, given as the milliseconds of the same reading in UTC, has. */
export type OffsetOf = (wall: number) => number;

const MOST_OBSERVANCES = 20;
const MOST_DATES = 200;
const DATE_TIME = /^\d{8}T\d{6}$/;
const OFFSET = /^[+-]\d{4}(\d{2})?$/;
/** The only rules that real zones have; any other could be expanded for ever. */
const YEARLY =
  /^FREQ=YEARLY(;(INTERVAL=1|WKST=[A-Z]{2}|BYMONTH=\d{1,2}|BYDAY=[+-]?[1-5]?[A-Z]{2}|BYMONTHDAY=-?\d{1,2}(,-?\d{1,2}){0,6}|UNTIL=\d{8}(T\d{6}Z?)?)){1,6}$/;

/**
 * The rules of a VTIMEZONE (RFC 5545 section 3.6.5), or undefined when they are not the kind that real zones have. Only
 * what has exactly the expected form reaches the library, so that nothing in a stranger's zone can keep it busy.
 */
export function readZoneRules(zone: LooseComponent): OffsetOf | undefined {
  const observances = zone.components.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT');
  const written = observances.slice(0, MOST_OBSERVANCES).map(writeObservance);
  if (written.length === 0 || written.includes(undefined)) return undefined;
  try {
    const component = ICAL.Component.fromString(
      ['BEGIN:VTIMEZONE', 'TZID:zone', ...written, 'END:VTIMEZONE'].join('\r\n'),
    );
    const timezone = new ICAL.Timezone({ component, tzid: 'zone' });
    return (wall) => timezone.utcOffset(wallTime(wall)) * 1_000;
  } catch {
    return undefined;
  }
}

function wallTime(wall: number): ICAL.Time {
  const [year = 0, month, day, hour, minute, second] = new Date(wall).toISOString().split(/\D/).map(Number);
  return new ICAL.Time(
    { year, month, day, hour, minute, second, isDate: false },
    ICAL.Timezone.localTimezone,
  );
}

function writeObservance(observance: LooseComponent): string | undefined {
  const value = (name: string) => lineOf(observance, name)?.value.trim().toUpperCase() ?? '';
  const rule = value('RRULE').replace(/;+$/, '');
  const dates = linesOf(observance, 'RDATE').flatMap((line) => line.value.trim().split(','));
  const isKnown =
    DATE_TIME.test(value('DTSTART')) &&
    OFFSET.test(value('TZOFFSETFROM')) &&
    OFFSET.test(value('TZOFFSETTO')) &&
    (rule === '' || (YEARLY.test(rule) && /BYMONTH=/.test(rule) && /BYDAY=|BYMONTHDAY=/.test(rule))) &&
    dates.length <= MOST_DATES;
  if (!isKnown) return undefined;
  return [
    `BEGIN:${observance.name}`,
    `DTSTART:${value('DTSTART')}`,
    `TZOFFSETFROM:${value('TZOFFSETFROM')}`,
    `TZOFFSETTO:${value('TZOFFSETTO')}`,
    ...(rule === '' ? [] : [`RRULE:${rule}`]),
    ...dates.filter((date) => DATE_TIME.test(date)).map((date) => `RDATE:${date}`),
    `END:${observance.name}`,
  ].join('\r\n');
}
