import { normaliseAddress } from '../../../kernel/text/email-address.js';
import type { BusyEntry } from './busy-entry.js';
import { listOf, type Period } from './calendar-moment.js';
import { parameterOf, splitLine, type Line } from './content-line.js';
import type { Observance } from './custom-clock.js';
import { EntryReader, isReadProperty, type OwnerFacts, type RuleCache } from './entry-reader.js';
import { ZoneReader } from './zone-reader.js';

export interface CollectorOptions {
  /** Bare addresses that the owner goes by. */
  readonly addresses: readonly string[];
  readonly isOwnUid: (uid: string) => boolean;
}

const DEEPEST = 32;

/**
 * Takes a calendar line by line and keeps what takes time. Tells components apart by BEGIN and END alone, whatever
 * stands between them, so that one broken entry spoils no other.
 */
export class CalendarCollector {
  readonly entries: BusyEntry[] = [];
  readonly periods: Period[] = [];
  readonly zones = new Map<string, readonly Observance[]>();
  /** Entries that could not be understood. */
  broken = 0;
  /** Whether it is a calendar at all. */
  isCalendar = false;
  readonly #open: string[] = [];
  readonly #rules: RuleCache = new Map();
  readonly #addresses: Set<string>;
  readonly #owner: OwnerFacts;
  #entry: EntryReader | undefined;
  #zone: ZoneReader | undefined;

  constructor({ addresses, isOwnUid }: CollectorOptions) {
    this.#addresses = new Set(addresses.map(normaliseAddress));
    this.#owner = { isOwnUid, isOwnAddress: (address) => this.#addresses.has(address) };
  }

  /** Everything that was begun has ended. */
  get isComplete(): boolean {
    return this.#open.length === 0;
  }

  line(text: string): void {
    const innermost = this.#open.at(-1);
    if (innermost === 'VEVENT' && !mayMatter(text)) return;
    const line = splitLine(text);
    if (!line) return;
    if (line.name === 'BEGIN') this.#begin(line.value.toUpperCase());
    else if (line.name === 'END') this.#end(line.value.toUpperCase());
    else if (innermost === 'VEVENT') this.#entry?.read(line);
    else if (innermost === 'VFREEBUSY') this.#readBusy(line);
    else if (innermost === 'VCALENDAR') this.#readCalendar(line);
    else this.#zone?.read(line);
  }

  #begin(name: string): void {
    if (name === 'VCALENDAR') this.isCalendar = true;
    // An entry within an entry means that the outer one never ended.
    else if (name === 'VEVENT' && this.#open.includes('VEVENT')) this.#close('VEVENT', { isBroken: true });
    if (this.#open.length >= DEEPEST) return;
    if (name === 'VEVENT') this.#entry = new EntryReader(this.#owner, this.#rules);
    if (name === 'VTIMEZONE') this.#zone = new ZoneReader();
    if (name === 'STANDARD' || name === 'DAYLIGHT') this.#zone?.beginPart();
    this.#open.push(name);
  }

  #end(name: string): void {
    if (this.#open.includes(name)) this.#close(name, { isBroken: false });
  }

  /** Ends the component and whatever was left open within it. */
  #close(name: string, { isBroken }: { readonly isBroken: boolean }): void {
    for (let ended = this.#open.pop(); ended !== undefined; ended = this.#open.pop()) {
      if (ended === 'VEVENT') this.#finishEntry(isBroken || ended !== name);
      else if (ended === 'VTIMEZONE') this.#finishZone();
      else if (ended === 'STANDARD' || ended === 'DAYLIGHT') this.#zone?.endPart();
      if (ended === name) return;
    }
  }

  #finishEntry(isBroken: boolean): void {
    const entry = isBroken ? undefined : this.#entry?.finish(`entry ${this.entries.length}`);
    if (entry) this.entries.push(entry);
    else this.broken += 1;
    this.#entry = undefined;
  }

  #finishZone(): void {
    const { tzid = '', observances = [] } = this.#zone ?? {};
    if (tzid !== '' && !this.zones.has(tzid)) this.zones.set(tzid, observances);
    this.#zone = undefined;
  }

  /** VFREEBUSY (RFC 5545 section 3.6.4): what is free says nothing about other calendars. */
  #readBusy(line: Line): void {
    if (line.name !== 'FREEBUSY' || parameterOf(line, 'FBTYPE')?.toUpperCase() === 'FREE') return;
    for (const one of listOf(line)) {
      if (one && 'start' in one) this.periods.push(one);
      else this.broken += 1;
    }
  }

  /** Google names a person's own calendar after their address. */
  #readCalendar({ name, value }: Line): void {
    if (name === 'X-WR-CALNAME' && value.includes('@')) this.#addresses.add(normaliseAddress(value));
  }
}

/** Whether a line of an entry is one that gets read; most of them are texts, and those are long. */
function mayMatter(text: string): boolean {
  const end = text.search(/[:;]/);
  if (end < 0) return false;
  const name = text.slice(0, end).trim().toUpperCase();
  return name === 'BEGIN' || name === 'END' || isReadProperty(name);
}
