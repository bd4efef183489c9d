import type { WallTime } from '../../../kernel/time/zone.js';

/** The periods (years, weeks, hours) of a rule, numbered from the one that holds its DTSTART; each has a set of its own. */
export interface RulePeriods {
  /** No occurrence of this or a later period lies before it. */
  startOf(index: number): WallTime;
  /** Sorted; may hold moments before DTSTART. */
  occurrencesOf(index: number): readonly WallTime[];
  /** A period such that every earlier one lies wholly before the wall time. */
  indexNear(wall: WallTime): number;
  /** The first period from this one on that could hold anything. */
  skipEmpty(index: number): number;
  /** How many occurrences every period after the first has, where that is always the same. */
  readonly perPeriod?: number | undefined;
}

/** What of a period's set BYSETPOS takes. */
export function atPositions(set: readonly WallTime[], positions: readonly number[]): readonly WallTime[] {
  if (positions.length === 0) return set;
  const taken = positions
    .map((position) => set.at(position > 0 ? position - 1 : position))
    .filter((wall) => wall !== undefined);
  return [...new Set(taken)].toSorted((a, b) => a - b);
}

/** Milliseconds since midnight (or since the hour, with `hours` as `[0]`), in order. */
export const timesOf = (
  hours: readonly number[],
  minutes: readonly number[],
  seconds: readonly number[],
): readonly number[] =>
  hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => ((hour * 60 + minute) * 60 + second) * 1_000)),
  );
