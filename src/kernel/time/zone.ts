import { IANAZone } from 'luxon';

/** A moment in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** What a clock on the wall shows, as the milliseconds that the same reading would have in UTC. */
export type WallTime = number;

/** A calendar date without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** A stretch of time, half open, in which a zone keeps one offset (milliseconds east of UTC). */
export interface OffsetSpan {
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: number;
}

const BLOCK = 128 * DAY;
// Every offset change since 1970 lasted longer than this, so probing at this distance misses none.
const PROBE = 4 * DAY;
const MAX_BLOCKS = 500;
const MAX_CLOCKS = 1_000;

/**
 * The clock of one IANA zone. Offsets are read from Intl once per block of 128 days and kept, so that asking
 * costs nanoseconds; exact to the second for every date from 1970 on.
 */
export class ZoneClock {
  readonly #zone: IANAZone;
  readonly #blocks = new Map<number, readonly OffsetSpan[]>();
  #last: OffsetSpan = { start: 0, end: 0, offset: 0 };

  constructor(readonly name: string) {
    this.#zone = IANAZone.create(name);
    if (!this.#zone.isValid) throw new RangeError(`Unknown time zone: ${name}`);
  }

  /** A span with one offset around the instant; it need not be the longest one. */
  spanAt(instant: Instant): OffsetSpan {
    const last = this.#last;
    if (instant >= last.start && instant < last.end) return last;
    const span = this.#block(Math.floor(instant / BLOCK)).find(({ end }) => instant < end);
    if (!span) throw new RangeError(`Not an instant: ${instant}`);
    return (this.#last = span);
  }

  /** Milliseconds east of UTC. */
  offsetAt(instant: Instant): number {
    return this.spanAt(instant).offset;
  }

  wallAt(instant: Instant): WallTime {
    return instant + this.spanAt(instant).offset;
  }

  /**
   * The instant that a wall time means, as RFC 5545 section 3.3.5 reads it: in the repeated hour the first
   * occurrence; in the skipped hour the offset before the gap, so 02:30 becomes 03:30.
   */
  instantOf(wall: WallTime): Instant {
    return this.#occurrence(wall) ?? wall - this.offsetAt(wall - DAY);
  }

  /**
   * The first instant at which the clock shows this wall time or a later one: in the repeated hour the first
   * occurrence, in the skipped hour the end of the gap. Never runs backwards, so it is what the bounds of ranges
   * need: a later bound never becomes an earlier instant.
   */
  firstInstantFrom(wall: WallTime): Instant {
    return this.#occurrence(wall) ?? this.#changeAfter(wall - this.offsetAt(wall + DAY));
  }

  /** The local calendar day, counted in days since 1970-01-01. */
  dayAt(instant: Instant): number {
    return Math.floor(this.wallAt(instant) / DAY);
  }

  /** The first moment of a local day (days since 1970-01-01), also where midnight itself is skipped. */
  startOfDay(day: number): Instant {
    return this.firstInstantFrom(day * DAY);
  }

  #occurrence(wall: WallTime): Instant | undefined {
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    if (before === after) return wall - before;
    if (this.offsetAt(wall - before) === before) return wall - before;
    return this.offsetAt(wall - after) === after ? wall - after : undefined;
  }

  #changeAfter(instant: Instant): Instant {
    const { end, offset } = this.spanAt(instant);
    return this.offsetAt(end) === offset ? this.#changeAfter(end) : end;
  }

  #block(index: number): readonly OffsetSpan[] {
    const known = this.#blocks.get(index);
    if (known) return known;
    if (this.#blocks.size >= MAX_BLOCKS) this.#blocks.clear();
    const spans = this.#readSpans(index * BLOCK, (index + 1) * BLOCK);
    this.#blocks.set(index, spans);
    return spans;
  }

  #readSpans(from: Instant, to: Instant): readonly OffsetSpan[] {
    const spans: OffsetSpan[] = [];
    let start = from;
    for (let probe = from; probe < to; probe += PROBE) {
      let low = probe;
      while (this.#read(low) !== this.#read(probe + PROBE)) {
        low = this.#readChange(low, probe + PROBE);
        spans.push({ start, end: low, offset: this.#read(start) });
        start = low;
      }
    }
    return start < to ? [...spans, { start, end: to, offset: this.#read(start) }] : spans;
  }

  #readChange(from: Instant, to: Instant): Instant {
    const offset = this.#read(from);
    let low = from / 1_000;
    let high = to / 1_000;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#read(middle * 1_000) === offset) low = middle;
      else high = middle;
    }
    return high * 1_000;
  }

  #read(instant: Instant): number {
    return Math.round(this.#zone.offset(instant) * MINUTE);
  }
}

const clocks = new Map<string, ZoneClock>();

/** The shared clock of an IANA zone. Throws RangeError for a name that Intl doesn't know. */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  // Intl takes names in any case: a bound keeps strange spellings from piling up.
  if (clocks.size >= MAX_CLOCKS) clocks.clear();
  const clock = new ZoneClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD` date. Throws RangeError for a date that doesn't exist. */
export function dayOfDate(date: LocalDate): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || dateOfDay(time / DAY) !== date) throw new RangeError(`Not a date: ${date}`);
  return time / DAY;
}

/** The `YYYY-MM-DD` date of a day counted from 1970-01-01. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday, of a day counted from 1970-01-01. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
