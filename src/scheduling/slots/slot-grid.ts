import { DAY, MINUTE, type Instant, type ZoneClock } from '../../kernel/time/zone.js';

/** Starts at every multiple of the step, counted from midnight on the wall clock. */
export interface SlotGrid {
  readonly clock: ZoneClock;
  readonly stepMinutes: number;
  /** Local days (days since 1970-01-01) without any start. */
  readonly isFullDay: (day: number) => boolean;
  readonly limit: number;
}

/**
 * Adds the grid's starts from `first` to `last`, both inclusive, to `starts` until it holds `limit`. The grid
 * begins anew at each midnight; in the repeated hour each of its wall times comes twice.
 */
export function addGridStarts(grid: SlotGrid, first: Instant, last: Instant, starts: Instant[]): void {
  const step = grid.stepMinutes * MINUTE;
  let from = first;
  while (from <= last && starts.length < grid.limit) {
    const { end, offset } = grid.clock.spanAt(from);
    const day = Math.floor((from + offset) / DAY);
    const midnight = day * DAY - offset;
    const until = Math.min(end, midnight + DAY, last + 1);
    if (!grid.isFullDay(day)) {
      let start = midnight + Math.ceil((from - midnight) / step) * step;
      for (; start < until && starts.length < grid.limit; start += step) starts.push(start);
    }
    from = until;
  }
}
