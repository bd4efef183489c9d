import { DAY, type Instant, type WallTime } from '../../../kernel/time/zone.js';
import type { BusyEntry } from './busy-entry.js';
import type { CalendarClocks } from './calendar-clocks.js';
import type { Length, Moment, Period } from './calendar-moment.js';
import { EntryTimes } from './entry-moments.js';
import { expandRule } from './expand-rule.js';
import type { WorkMeter } from './work-meter.js';

export interface SeriesContext {
  readonly clocks: CalendarClocks;
  /** Half open; what reaches into it counts. */
  readonly window: { readonly start: Instant; readonly end: Instant };
  readonly meter: WorkMeter;
  readonly add: (start: Instant, end: Instant) => void;
}

/** From when on a RANGE=THISANDFUTURE holds, and what it does to the occurrences from there. */
interface Shift {
  readonly from: Instant;
  /** On the wall, in milliseconds. */
  readonly by: number;
  readonly length: Length;
  readonly isBusy: boolean;
}

/**
 * The time that an entry takes within the window, with what replaces some of its occurrences (RFC 5545 sections 3.8.4.4
 * and 3.8.5). Recurs in wall time, so that nine o'clock stays nine o'clock. Throws EntryTooOften, and RangeError for an
 * entry that ends before it starts.
 */
export function expandSeries(
  master: BusyEntry,
  overrides: readonly BusyEntry[],
  context: SeriesContext,
): void {
  const times = new EntryTimes(master, context.clocks);
  const shifts = overrides
    .filter(({ isForFuture }) => isForFuture)
    .map((override) => shiftOf(override, times, context.clocks))
    .toSorted((a, b) => a.from - b.from);
  if (master.free && !shifts.some(({ isBusy }) => isBusy)) return;
  const isLeftOut = exceptionsOf(master, overrides, times);
  visitOccurrences({ master, times, shifts }, context, (wall, end) => {
    const start = times.startOf(wall);
    if (isLeftOut(start, wall)) return;
    const shift = shifts.findLast(({ from }) => from <= start);
    if (!(shift ? shift.isBusy : !master.free)) return;
    if (shift) context.add(times.startOf(wall + shift.by), times.endOf(wall + shift.by, shift.length));
    else context.add(start, end ?? times.endOf(wall));
  });
}

function shiftOf(override: BusyEntry, series: EntryTimes, clocks: CalendarClocks): Shift {
  const own = new EntryTimes(override, clocks);
  const from = override.replaces!;
  return {
    from: series.instantOf(from),
    by: series.wallOf(override.start) - series.wallOf(from),
    length: own.length,
    isBusy: !override.free,
  };
}

/** EXDATE and what has an entry of its own: a moment, or with a DATE the whole day. */
function exceptionsOf(master: BusyEntry, overrides: readonly BusyEntry[], times: EntryTimes) {
  const moments = [...master.except, ...overrides.map(({ replaces }) => replaces!)];
  const isDay = ({ kind }: Moment) => times.isDate || kind === 'date';
  const days = new Set(moments.filter(isDay).map(({ wall }) => Math.floor(wall / DAY)));
  const instants = new Set(moments.filter((one) => !isDay(one)).map((one) => times.instantOf(one)));
  return (start: Instant, wall: WallTime): boolean => instants.has(start) || days.has(Math.floor(wall / DAY));
}

/** Each occurrence at least once: the same time twice takes no more time. */
function visitOccurrences(
  { master, times, shifts }: { master: BusyEntry; times: EntryTimes; shifts: readonly Shift[] },
  { window, meter }: SeriesContext,
  visit: (wall: WallTime, end?: Instant) => void,
): void {
  const reach = Math.max(sizeOf(times.length), ...shifts.map(({ length }) => sizeOf(length)));
  const most = Math.max(0, ...shifts.map(({ by }) => Math.abs(by)));
  const from = window.start - reach - most - 2 * DAY;
  const to = window.end + most + 2 * DAY;
  const { wall: start } = master.start;
  visit(start);
  for (const rule of master.rules) {
    const until = times.until(rule.until);
    const bounds = { from, to: Math.min(to, until.wall) };
    const walls = expandRule({ rule, start, isDate: times.isDate, meter, ...bounds });
    for (const wall of walls) if (until.admits(wall)) visit(wall);
  }
  for (const one of master.extra) {
    // An RDATE that is a period has an end of its own.
    if (!('start' in one)) visit(times.wallOf(one));
    else visitPeriod(one);
  }

  function visitPeriod({ start, end }: Period): void {
    const wall = times.wallOf(start);
    visit(wall, 'kind' in end ? times.instantOf(end) : times.endOf(wall, end));
  }
}

const sizeOf = ({ days, ms }: Length): number => days * DAY + ms;
