import type { BusyEntry } from './busy-entry.js';

export interface Series {
  readonly master: BusyEntry;
  /** What stands in for some of its occurrences. */
  readonly overrides: readonly BusyEntry[];
}

/**
 * Brings entries of one UID together. Each that stands in for an occurrence also takes time by itself, also where its
 * series is not in the file: a guest of one meeting gets only that. Of an entry sent again, the last revision counts.
 */
export function* gatherSeries(entries: readonly BusyEntry[]): Generator<Series, void> {
  for (const all of Map.groupBy(entries, ({ uid }) => uid).values()) {
    const overrides = lastRevisions(all.filter(({ replaces }) => replaces));
    const masters = lastRevisions(all.filter(({ replaces }) => !replaces));
    for (const master of masters) yield { master, overrides };
    for (const override of overrides) yield { master: { ...override, rules: [], extra: [] }, overrides: [] };
  }
}

/** Entries of equal SEQUENCE are all kept: some programs give one UID to many. */
function lastRevisions(entries: readonly BusyEntry[]): readonly BusyEntry[] {
  if (entries.length < 2) return entries;
  return [...Map.groupBy(entries, keyOf).values()].flatMap((same) => {
    const last = Math.max(...same.map(({ sequence }) => sequence));
    return same.filter(({ sequence }) => sequence === last);
  });
}

const keyOf = ({ replaces }: BusyEntry): string =>
  replaces ? `${replaces.kind} ${replaces.tzid} ${replaces.wall}` : '';
