import { weekdays } from '../../kernel/time/weekday.js';
import {
  DAY,
  MINUTE,
  dayOfDate,
  weekdayOfDay,
  zoneClock,
  type LocalDate,
  type ZoneClock,
} from '../../kernel/time/zone.js';
import { clipIntervals, mergeIntervals, type Interval, type IntervalSet } from './intervals.js';
import { assertSearchRange } from './slot-rules.js';
import type { WallRange, WeeklyHours } from './weekly-hours.js';

/**
 * What differs from the weekly hours on one date: `off` takes the day away, `instead` replaces its hours, `extra`
 * adds to what is left. `off` beats `instead`; `extra` always counts.
 */
export type HoursException =
  | { readonly date: LocalDate; readonly kind: 'off' }
  | { readonly date: LocalDate; readonly kind: 'instead' | 'extra'; readonly ranges: readonly WallRange[] };

/** When somebody is there: wall times in `zone`; outside the validity dates (both inclusive) never. */
export interface Availability {
  readonly zone: string;
  readonly weekly: WeeklyHours;
  readonly exceptions?: readonly HoursException[];
  readonly validFrom?: LocalDate;
  readonly validUntil?: LocalDate;
}

/**
 * The instants of an availability within a range of at most `MAX_RANGE_DAYS`, as an interval set.
 *
 * A range lasts from the first instant at which the clock shows `from` or later until the first at which it shows
 * `to` or later. So a range across the skipped hour is an hour shorter and one across the repeated hour an hour
 * longer; a bound in the skipped hour moves to the end of the gap (02:30-05:00 starts at 03:00) and one in the
 * repeated hour means its first occurrence. Ranges that touch become one, also across midnight.
 */
export function workingTime(availability: Availability, range: Interval): IntervalSet {
  assertSearchRange(range);
  if (range.start >= range.end) return [];
  const clock = zoneClock(availability.zone);
  const hoursOf = hoursPerDay(availability);
  const { first, last } = validDays(availability, clock, range);
  const intervals: Interval[] = [];
  for (let day = first; day <= last; day += 1) {
    for (const { from, to } of hoursOf(day)) {
      const start = clock.firstInstantFrom(day * DAY + from * MINUTE);
      intervals.push({ start, end: clock.firstInstantFrom(day * DAY + to * MINUTE) });
    }
  }
  return clipIntervals(mergeIntervals(intervals), range);
}

function validDays({ validFrom, validUntil }: Availability, clock: ZoneClock, range: Interval) {
  // A day more on both sides: a clock set back at midnight shows the day before once more.
  const first = clock.dayAt(range.start) - 1;
  const last = clock.dayAt(range.end) + 1;
  return {
    first: validFrom ? Math.max(first, dayOfDate(validFrom)) : first,
    last: validUntil ? Math.min(last, dayOfDate(validUntil)) : last,
  };
}

function hoursPerDay({ weekly, exceptions = [] }: Availability): (day: number) => readonly WallRange[] {
  const usual = weekdays.map((weekday) => weekly[weekday] ?? []);
  const byDay = Map.groupBy(exceptions, ({ date }) => dayOfDate(date));
  return (day) => {
    const hours = usual[weekdayOfDay(day)];
    const changes = byDay.get(day);
    return changes ? exceptionalHours(hours, changes) : hours;
  };
}

function exceptionalHours(usual: readonly WallRange[], changes: readonly HoursException[]) {
  const rangesOf = (kind: 'instead' | 'extra') =>
    changes.flatMap((change) => (change.kind === kind ? change.ranges : []));
  const replaced = changes.some(({ kind }) => kind === 'instead') ? rangesOf('instead') : usual;
  const base = changes.some(({ kind }) => kind === 'off') ? [] : replaced;
  return [...base, ...rangesOf('extra')];
}
