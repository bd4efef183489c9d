/**
 * Algebra on half-open intervals. Bounds are plain numbers of any one unit; the slot engine uses instants in
 * epoch milliseconds. An interval set is sorted, its members neither empty nor overlapping nor touching:
 * `mergeIntervals` makes one, every other function takes and gives one, in a single pass.
 */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

export type IntervalSet = readonly Interval[];

/** The interval set of any intervals, in any order; empty and inverted ones vanish. */
export function mergeIntervals(intervals: readonly Interval[]): IntervalSet {
  const merged: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const { start, end } of inOrder(intervals)) {
    if (start >= end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push((last = { start, end }));
  }
  return merged;
}

export function intersectIntervals(left: IntervalSet, right: IntervalSet): IntervalSet {
  const common: Interval[] = [];
  let i = 0;
  let j = 0;
  for (let a = left[i], b = right[j]; a && b; a = left[i], b = right[j]) {
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (start < end) common.push({ start, end });
    if (a.end < b.end) i += 1;
    else j += 1;
  }
  return common;
}

/** What of `from` lies outside `taken`. */
export function subtractIntervals(from: IntervalSet, taken: IntervalSet): IntervalSet {
  const left: Interval[] = [];
  let j = 0;
  for (const { start, end } of from) {
    let open = start;
    while (j < taken.length && taken[j].end <= start) j += 1;
    for (; j < taken.length && taken[j].start < end; j += 1) {
      if (open < taken[j].start) left.push({ start: open, end: taken[j].start });
      open = taken[j].end;
      // It may reach into the next interval too, so it stays the current one.
      if (open >= end) break;
    }
    if (open < end) left.push({ start: open, end });
  }
  return left;
}

export function clipIntervals(set: IntervalSet, to: Interval): IntervalSet {
  return intersectIntervals(set, mergeIntervals([to]));
}

/** What of `within` the set leaves open. */
export function complementIntervals(set: IntervalSet, within: Interval): IntervalSet {
  return subtractIntervals(mergeIntervals([within]), set);
}

/** Each interval widened on both sides (narrowed by negative amounts), then merged again. */
export function padIntervals(set: IntervalSet, before: number, after: number): IntervalSet {
  return mergeIntervals(set.map(({ start, end }) => ({ start: start - before, end: end + after })));
}

/** Whether one member of the set holds the whole interval. */
export function coversInterval(set: IntervalSet, { start, end }: Interval): boolean {
  return set.some((member) => member.start <= start && end <= member.end);
}

/** Whether the two share any time; an empty interval shares none, wherever it lies. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.every((interval, i) => i === 0 || intervals[i - 1].start <= interval.start);
  return sorted ? intervals : intervals.toSorted((a, b) => a.start - b.start);
}
