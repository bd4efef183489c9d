import { isoDay, minutesOfDay } from './format.js';

/** Something with a beginning and an end, to be laid in a week. */
export interface Timed {
  readonly start: Date;
  readonly end: Date;
}

/** Where an entry stands within its day: rows of a quarter of an hour counted from 1, lanes beside each other. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly row: number;
  readonly span: number;
  /** From 1. */
  readonly lane: number;
  readonly lanes: LaneCount;
}

export interface WeekGrid<Entry> {
  /** Whole hours between which everything of the week fits. */
  readonly firstHour: number;
  readonly lastHour: number;
  readonly days: readonly { readonly date: string; readonly placed: readonly Placed<Entry>[] }[];
}

/** How many lanes a day can be divided in; a stylesheet has a class for each. */
export const laneCounts = [1, 2, 3, 4, 6, 12] as const;
export type LaneCount = (typeof laneCounts)[number];

export const QUARTER = 15;
const DAY_MINUTES = 24 * 60;
const usual = { first: 8, last: 18 } as const;

interface Stretch<Entry> {
  readonly entry: Entry;
  /** Minutes on the wall clock since midnight. */
  readonly from: number;
  readonly to: number;
}

/** Lays entries out in the given days (`YYYY-MM-DD`) on the wall clock of the zone; longer ones return every day. */
export function layOutWeek<Entry extends Timed>(
  entries: readonly Entry[],
  { days, zone }: { readonly days: readonly string[]; readonly zone: string },
): WeekGrid<Entry> {
  const perDay = days.map((date) => ({ date, stretches: stretchesOn(date, entries, zone) }));
  const all = perDay.flatMap(({ stretches }) => stretches);
  const firstHour = Math.min(usual.first, ...all.map(({ from }) => Math.floor(from / 60)));
  const lastHour = Math.max(usual.last, ...all.map(({ to }) => Math.ceil(to / 60)));
  const placedOf = (stretches: readonly Stretch<Entry>[]) =>
    clustersOf(stretches).flatMap((cluster) => placeCluster(cluster, firstHour));
  return {
    firstHour,
    lastHour,
    days: perDay.map(({ date, stretches }) => ({ date, placed: placedOf(stretches) })),
  };
}

function stretchesOn<Entry extends Timed>(
  date: string,
  entries: readonly Entry[],
  zone: string,
): Stretch<Entry>[] {
  return entries
    .flatMap((entry) => {
      const [first, last] = [isoDay(entry.start, zone), isoDay(new Date(entry.end.getTime() - 1), zone)];
      if (date < first || date > last) return [];
      const from = date === first ? minutesOfDay(entry.start, zone) : 0;
      const until = date === last ? minutesOfDay(entry.end, zone) || DAY_MINUTES : DAY_MINUTES;
      // In the repeated hour of autumn an end can read earlier than its start: show at least a quarter.
      return [{ entry, from, to: Math.max(until, from + QUARTER) }];
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Groups of stretches that touch in time, one after the other. */
function clustersOf<Entry>(stretches: readonly Stretch<Entry>[]): readonly Stretch<Entry>[][] {
  const clusters: Stretch<Entry>[][] = [];
  let end = -1;
  for (const stretch of stretches) {
    if (stretch.from >= end) clusters.push([]);
    clusters.at(-1)!.push(stretch);
    end = Math.max(end, stretch.to);
  }
  return clusters;
}

/** Gives every stretch the first lane that is free, and every lane of the cluster the same width. */
function placeCluster<Entry>(
  cluster: readonly Stretch<Entry>[],
  firstHour: number,
): readonly Placed<Entry>[] {
  const ends: number[] = [];
  const lanes = cluster.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
  const count = laneCounts.find((candidate) => candidate >= ends.length) ?? 12;
  return cluster.map(({ entry, from, to }, i) => {
    const row = Math.floor((from - firstHour * 60) / QUARTER) + 1;
    const span = Math.max(1, Math.ceil((to - firstHour * 60) / QUARTER) - row + 1);
    return { entry, row, span, lane: Math.min(lanes[i]! + 1, count), lanes: count };
  });
}
