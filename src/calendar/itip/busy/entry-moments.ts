import { DAY, type Instant, type WallTime } from '../../../kernel/time/zone.js';
import type { BusyEntry } from './busy-entry.js';
import type { CalendarClocks } from './calendar-clocks.js';
import type { Length, Moment } from './calendar-moment.js';
import type { WallClock } from './custom-clock.js';

/** How the wall times of one entry become instants. */
export class EntryTimes {
  readonly isDate: boolean;
  /** How long each occurrence lasts. */
  readonly length: Length;
  readonly #clock: WallClock;
  readonly #clocks: CalendarClocks;

  /** Throws RangeError for an entry that ends before it starts. */
  constructor({ start, end }: Pick<BusyEntry, 'start' | 'end'>, clocks: CalendarClocks) {
    this.isDate = start.kind === 'date';
    this.#clock = clocks.of(start);
    this.#clocks = clocks;
    this.length = this.#lengthOf(start, end);
  }

  startOf(wall: WallTime): Instant {
    return this.isDate ? this.#clocks.owner.firstInstantFrom(wall) : this.#clock.instantOf(wall);
  }

  endOf(wall: WallTime, { days, ms }: Length = this.length): Instant {
    return this.startOf(wall + days * DAY) + ms;
  }

  /** Where a moment of another property stands on this entry's clock; a floating one stands there as it is. */
  wallOf(moment: Moment): WallTime {
    if (this.isDate) return Math.floor(moment.wall / DAY) * DAY;
    if (moment.kind === 'wall' && moment.tzid === undefined) return moment.wall;
    return this.#clock.wallAt(this.instantOf(moment));
  }

  instantOf(moment: Moment): Instant {
    if (moment.kind === 'date') return this.#clocks.owner.firstInstantFrom(moment.wall);
    if (moment.kind === 'wall' && moment.tzid === undefined) return this.startOf(moment.wall);
    return this.#clocks.of(moment).instantOf(moment.wall);
  }

  /** The last wall time that an UNTIL lets pass, not to be trusted within a clock change, and whether an instant does. */
  until(until: Moment | undefined): {
    readonly wall: WallTime;
    readonly admits: (wall: WallTime) => boolean;
  } {
    if (!until) return { wall: Infinity, admits: () => true };
    if (this.isDate || until.kind === 'date') {
      const wall = Math.floor(until.wall / DAY) * DAY + DAY - 1;
      return { wall, admits: () => true };
    }
    const last = this.instantOf(until);
    return { wall: this.#clock.wallAt(last) + DAY, admits: (wall) => this.startOf(wall) <= last };
  }

  /** A DTEND is an exact time after the start, but whole days of dates; none is one day, or nothing (section 3.6.1). */
  #lengthOf(start: Moment, end: Moment | Length | undefined): Length {
    if (end === undefined) return { days: this.isDate ? 1 : 0, ms: 0 };
    if (!('kind' in end)) return end;
    const isDates = this.isDate && end.kind === 'date';
    const size = isDates ? (end.wall - start.wall) / DAY : this.instantOf(end) - this.startOf(start.wall);
    if (size < 0) throw new RangeError('An entry ends before it starts');
    // Some programs end a whole day on the day itself.
    return isDates ? { days: Math.max(size, 1), ms: 0 } : { days: 0, ms: size };
  }
}
