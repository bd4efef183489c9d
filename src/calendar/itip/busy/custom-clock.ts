import { DAY, type Instant, type WallTime } from '../../../kernel/time/zone.js';
import type { Moment } from './calendar-moment.js';
import { expandRule } from './expand-rule.js';
import type { RecurrenceRule } from './recurrence-rule.js';
import { EntryTooOften, type WorkMeter } from './work-meter.js';

/** What a wall time means and what a wall shows; a `ZoneClock` is one. */
export interface WallClock {
  instantOf(wall: WallTime): Instant;
  wallAt(instant: Instant): WallTime;
}

/** A STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 section 3.6.5); offsets in milliseconds east of UTC. */
export interface Observance {
  readonly start: WallTime;
  readonly offsetFrom: number;
  readonly offsetTo: number;
  readonly rules: readonly RecurrenceRule[];
  readonly dates: readonly Moment[];
}

interface Change {
  readonly at: Instant;
  readonly offset: number;
}

const OFFSET = /^([+-])(\d{2})(\d{2})(\d{2})?$/;
const LONGEST_OFFSET = 16 * 3_600_000;

/** TZOFFSETFROM or TZOFFSETTO in milliseconds; undefined for what is none. */
export function parseOffset(text: string): number | undefined {
  const match = OFFSET.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes, seconds] = match.slice(2).map((digits) => Number(digits ?? 0));
  const size = ((hours! * 60 + minutes!) * 60 + seconds!) * 1_000;
  return size > LONGEST_OFFSET ? undefined : match[1] === '-' ? -size : size;
}

/** The clock that a calendar defines itself, for a TZID whose name says nothing. */
export class CustomClock implements WallClock {
  readonly #first: number;
  readonly #changes: readonly Change[];

  /** Changes of the clock are known until `end`, which must be after everything that is asked. */
  constructor(observances: readonly Observance[], end: Instant, meter: WorkMeter) {
    const inOrder = observances.toSorted((a, b) => a.start - b.start);
    this.#first = inOrder[0]?.offsetFrom ?? 0;
    this.#changes = observances
      .flatMap((observance) => changesOf(observance, end, meter))
      .toSorted((a, b) => a.at - b.at);
  }

  /** As `ZoneClock.instantOf`: the first of a repeated hour, and in a skipped one the offset before it. */
  instantOf(wall: WallTime): Instant {
    const before = this.#offsetAt(wall - DAY);
    const after = this.#offsetAt(wall + DAY);
    if (before === after || this.#offsetAt(wall - before) === before) return wall - before;
    return this.#offsetAt(wall - after) === after ? wall - after : wall - before;
  }

  wallAt(instant: Instant): WallTime {
    return instant + this.#offsetAt(instant);
  }

  #offsetAt(instant: Instant): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#changes[middle]!.at <= instant) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? this.#first : this.#changes[low - 1]!.offset;
  }
}

/** Every onset of the observance; its wall times are on the clock that went before it. */
function changesOf(observance: Observance, end: Instant, meter: WorkMeter): readonly Change[] {
  const { start, offsetFrom, offsetTo, rules, dates } = observance;
  const walls = [start, ...dates.map(({ wall }) => wall), ...rules.flatMap((rule) => onsets(rule))];
  return [...new Set(walls)].map((wall) => ({ at: wall - offsetFrom, offset: offsetTo }));

  function onsets(rule: RecurrenceRule): readonly WallTime[] {
    const { until } = rule;
    const last = until && (until.kind === 'utc' ? until.wall + offsetFrom : until.wall);
    const to = Math.min(end + DAY, last ?? Infinity);
    meter.begin();
    try {
      return expandRule({ rule, start, isDate: false, from: start, to, meter });
    } catch (error) {
      if (error instanceof EntryTooOften) return [];
      throw error;
    }
  }
}
