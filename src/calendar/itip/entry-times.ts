import { DateTime } from 'luxon';
import { AMSTERDAM } from './amsterdam-zone.js';
import { CalendarEntryError } from './calendar-entry.js';

/** Start and end ready to be written; `zone` is the TZID to name, or null for UTC times. */
export interface EntryTimes {
  readonly start: DateTime;
  readonly end: DateTime;
  readonly zone: typeof AMSTERDAM | null;
}

/** An instant as a luxon value whose digits do not depend on the machine's zone or language. */
export function inZone(instant: Date, zone: string): DateTime {
  const time = DateTime.fromJSDate(instant, { zone });
  if (!time.isValid)
    throw new CalendarEntryError('A calendar entry has an impossible time or an unknown zone.');
  return time.reconfigure({ locale: 'en-US', numberingSystem: 'latn', outputCalendar: 'gregory' });
}

/**
 * Chooses how an appointment's times are written: by name in Amsterdam, because clients then show the
 * zone; in UTC everywhere else, and for a wall time that the autumn night has twice, since a named
 * zone cannot say which of the two is meant (RFC 5545 section 3.3.5).
 */
export function entryTimes(times: { start: Date; end: Date; zone: string }): EntryTimes {
  const start = inZone(times.start, times.zone);
  const end = inZone(times.end, times.zone);
  if (start.startOf('second') >= end.startOf('second')) {
    throw new CalendarEntryError('A calendar entry must end after it starts.');
  }
  const isUnambiguous = [start, end].every((time) => time.getPossibleOffsets().length === 1);
  if (times.zone === AMSTERDAM && isUnambiguous) return { start, end, zone: AMSTERDAM };
  return { start: start.toUTC(), end: end.toUTC(), zone: null };
}
