import { zoneClock, type Instant, type ZoneClock } from '../../../kernel/time/zone.js';
import { findZone } from '../find-zone.js';
import type { Moment } from './calendar-moment.js';
import { CustomClock, type Observance, type WallClock } from './custom-clock.js';
import type { WorkMeter } from './work-meter.js';

export interface ClocksOptions {
  /** VTIMEZONEs by their TZID. */
  readonly zones: ReadonlyMap<string, readonly Observance[]>;
  /** IANA zone of floating times and whole days. */
  readonly ownerZone: string;
  /** After everything that will be asked. */
  readonly end: Instant;
  readonly meter: WorkMeter;
}

const utc: WallClock = { instantOf: (wall) => wall, wallAt: (instant) => instant };

/**
 * Which clock a moment of the calendar is on: the zone that its TZID names, else the VTIMEZONE of that TZID, else the
 * owner's zone. Names go before definitions, which often stop at some year or were wrong from the start.
 */
export class CalendarClocks {
  readonly owner: ZoneClock;
  /** TZIDs that nothing was known of. */
  readonly unknown = new Set<string>();
  readonly #known = new Map<string, WallClock>();

  constructor(private readonly options: ClocksOptions) {
    this.owner = zoneClock(options.ownerZone);
  }

  of({ kind, tzid }: Moment): WallClock {
    if (kind === 'utc') return utc;
    if (kind === 'date' || tzid === undefined) return this.owner;
    const known = this.#known.get(tzid);
    if (known) return known;
    const clock = this.#find(tzid);
    this.#known.set(tzid, clock);
    return clock;
  }

  #find(tzid: string): WallClock {
    const zone = findZone(tzid);
    if (zone !== undefined) return zoneClock(zone);
    const { zones, end, meter } = this.options;
    const observances = zones.get(tzid);
    if (observances && observances.length > 0) return new CustomClock(observances, end, meter);
    this.unknown.add(tzid);
    return this.owner;
  }
}
