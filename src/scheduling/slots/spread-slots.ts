import { DAY, MINUTE, weekdayOfDay, zoneClock } from '../../kernel/time/zone.js';
import type { Slot } from './find-slots.js';
import { overlaps } from './intervals.js';

export interface SlotSpread {
  /** What to choose from, all within the time that the respondent should choose in (a few weeks, say). */
  readonly slots: readonly Slot[];
  readonly count: number;
  /** Days, parts of the day and whole hours are read in it. */
  readonly zone: string;
}

interface Option {
  readonly slot: Slot;
  readonly day: number;
  /** The qualities to spread over, the most important first. */
  readonly qualities: readonly string[];
  /** 0 on the whole hour, 1 on the half, 2 elsewhere. */
  readonly oddness: number;
}

type Usage = Map<string, number>;

/**
 * Chooses up to `count` slots, sorted by start: evenly over the days that have any, one a day as long as days last,
 * then over weekdays, interviewers and parts of the day (before 12:00, before 17:00, evening), rather on the whole
 * or half hour. No two overlap, not even of different interviewers: to the respondent that would be one choice.
 * The same input always gives the same choice.
 */
export function spreadSlots({ slots, count, zone }: SlotSpread): readonly Slot[] {
  let left = slots.map((slot) => describe(slot, zone)).sort(byTime);
  const chosen: Slot[] = [];
  const used: Usage = new Map();
  while (chosen.length < count && left.length > 0) {
    for (const days of evenGroups(left, count - chosen.length)) {
      const option = best(
        days.filter(({ slot }) => !chosen.some((other) => overlaps(other, slot))),
        used,
      );
      if (!option) continue;
      chosen.push(option.slot);
      for (const quality of option.qualities) used.set(quality, (used.get(quality) ?? 0) + 1);
    }
    left = left.filter(({ slot }) => !chosen.some((other) => overlaps(other, slot)));
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function describe(slot: Slot, zone: string): Option {
  const wall = zoneClock(zone).wallAt(slot.start);
  const day = Math.floor(wall / DAY);
  const minute = (wall - day * DAY) / MINUTE;
  const part = minute < 12 * 60 ? 'morning' : minute < 17 * 60 ? 'afternoon' : 'evening';
  const qualities = [`weekday ${weekdayOfDay(day)}`, `interviewer ${slot.interviewerId}`, part];
  return { slot, day, qualities, oddness: minute % 60 === 0 ? 0 : minute % 30 === 0 ? 1 : 2 };
}

/** The options in at most `most` runs of consecutive days, each run with as many days as the next, or one more. */
function evenGroups(options: readonly Option[], most: number): readonly (readonly Option[])[] {
  const days = [...Map.groupBy(options, ({ day }) => day).values()];
  const size = Math.min(most, days.length);
  return Array.from({ length: size }, (_, i) =>
    days.slice(Math.floor((i * days.length) / size), Math.floor(((i + 1) * days.length) / size)).flat(),
  );
}

function best(options: readonly Option[], used: Usage): Option | undefined {
  let leader: Option | undefined;
  for (const option of options) if (!leader || isBetter(option, leader, used)) leader = option;
  return leader;
}

function isBetter(option: Option, leader: Option, used: Usage): boolean {
  for (const [i, quality] of option.qualities.entries()) {
    const difference = (used.get(quality) ?? 0) - (used.get(leader.qualities[i]) ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return option.oddness < leader.oddness;
}

function byTime(a: Option, b: Option): number {
  return a.slot.start - b.slot.start || (a.slot.interviewerId < b.slot.interviewerId ? -1 : 1);
}
