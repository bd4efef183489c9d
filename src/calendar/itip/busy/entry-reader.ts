import { normaliseAddress } from '../../../kernel/text/email-address.js';
import type { BusyEntry, FreeReason } from './busy-entry.js';
import { listOf, momentOf, parseLength, type Length, type Moment, type Period } from './calendar-moment.js';
import { parameterOf, type Line } from './content-line.js';
import { parseRule, type RecurrenceRule } from './recurrence-rule.js';

export interface OwnerFacts {
  /** Whether the owner goes by this address; given in its one spelling. */
  readonly isOwnAddress: (address: string) => boolean;
  /** Whether an entry of this UID is one of ours, come back by way of the owner's calendar. */
  readonly isOwnUid: (uid: string) => boolean;
}

/** Rules of equal text are one: a calendar has few different ones. */
export type RuleCache = Map<string, RecurrenceRule | undefined>;

const MOST_CACHED = 5_000;
const MOST_DATES = 20_000;
const LONGEST_UID = 1_000;

/** Gathers the properties of one VEVENT; nothing that says what it is about is kept. */
export class EntryReader {
  #uid = '';
  #sequence = 0;
  #start: Moment | undefined;
  #end: Moment | Length | undefined;
  #free: FreeReason | undefined;
  #replaces: Moment | undefined;
  #isForFuture = false;
  #isBroken = false;
  readonly #rules: RecurrenceRule[] = [];
  readonly #extra: (Moment | Period)[] = [];
  readonly #except: Moment[] = [];

  constructor(
    private readonly owner: OwnerFacts,
    private readonly cache: RuleCache,
  ) {}

  read(line: Line): void {
    readers[line.name]?.(this, line);
  }

  /** Undefined for an entry that cannot be understood. `missingUid` stands in for a UID that was left out. */
  finish(missingUid: string): BusyEntry | undefined {
    const start = this.#start;
    if (!start || this.#isBroken || (start.kind === 'date' && this.#rules.some(isFinerThanDay)))
      return undefined;
    return {
      uid: this.#uid || missingUid,
      sequence: this.#sequence,
      start,
      end: this.#end,
      free: this.owner.isOwnUid(this.#uid) ? 'own' : this.#free,
      rules: this.#rules,
      extra: this.#extra,
      except: this.#except,
      replaces: this.#replaces,
      isForFuture: this.#isForFuture,
    };
  }

  uid({ value }: Line): void {
    // A copy: a part of the calendar's text would keep all of that text in memory.
    this.#uid ||= Buffer.from(value.slice(0, LONGEST_UID).replaceAll('\\', '')).toString();
  }

  sequence({ value }: Line): void {
    this.#sequence = Number.parseInt(value, 10) || 0;
  }

  start(line: Line): void {
    this.#start ??= this.#readable(momentOf(line));
  }

  end(line: Line): void {
    this.#end ??= this.#readable(momentOf(line));
  }

  duration({ value }: Line): void {
    this.#end ??= this.#readable(parseLength(value));
  }

  rule({ value }: Line): void {
    if (!this.cache.has(value) && this.cache.size < MOST_CACHED) this.cache.set(value, parseRule(value));
    const rule = this.#readable(this.cache.has(value) ? this.cache.get(value) : parseRule(value));
    if (rule) this.#rules.push(rule);
  }

  extra(line: Line): void {
    for (const one of listOf(line)) {
      const date = this.#readable(one);
      if (date && this.#extra.length < MOST_DATES) this.#extra.push(date);
    }
  }

  /** What cannot be read excludes nothing: the time stays taken. */
  except(line: Line): void {
    for (const one of listOf(line))
      if (one && 'kind' in one && this.#except.length < MOST_DATES) this.#except.push(one);
  }

  replaces(line: Line): void {
    this.#replaces ??= this.#readable(momentOf(line));
    this.#isForFuture = parameterOf(line, 'RANGE')?.toUpperCase() === 'THISANDFUTURE';
  }

  free(reason: FreeReason): void {
    this.#free ??= reason;
  }

  attendee(line: Line): void {
    if (parameterOf(line, 'PARTSTAT')?.toUpperCase() !== 'DECLINED') return;
    const addresses = [line.value, parameterOf(line, 'EMAIL') ?? ''].map(addressOf);
    if (addresses.some(this.owner.isOwnAddress)) this.free('declined');
  }

  #readable<T>(value: T | undefined): T | undefined {
    if (value === undefined) this.#isBroken = true;
    return value;
  }
}

/** What each property says (RFC 5545 section 3.8); every other property is not for us to know. */
const readers: Readonly<Record<string, (entry: EntryReader, line: Line) => void>> = {
  UID: (entry, line) => entry.uid(line),
  SEQUENCE: (entry, line) => entry.sequence(line),
  DTSTART: (entry, line) => entry.start(line),
  DTEND: (entry, line) => entry.end(line),
  DURATION: (entry, line) => entry.duration(line),
  RRULE: (entry, line) => entry.rule(line),
  RDATE: (entry, line) => entry.extra(line),
  EXDATE: (entry, line) => entry.except(line),
  'RECURRENCE-ID': (entry, line) => entry.replaces(line),
  ATTENDEE: (entry, line) => entry.attendee(line),
  TRANSP: (entry, { value }) => value.toUpperCase() === 'TRANSPARENT' && entry.free('free'),
  STATUS: (entry, { value }) => value.toUpperCase() === 'CANCELLED' && entry.free('cancelled'),
  'X-MICROSOFT-CDO-BUSYSTATUS': (entry, { value }) => value.toUpperCase() === 'FREE' && entry.free('free'),
};

export const isReadProperty = (name: string): boolean => Object.hasOwn(readers, name);

const isFinerThanDay = ({ frequency }: RecurrenceRule): boolean =>
  ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency);

/** Of a CAL-ADDRESS: without `mailto:`, decoded, in its one spelling. */
function addressOf(value: string): string {
  const bare = value.replace(/^(mailto:)+/i, '');
  try {
    return normaliseAddress(decodeURIComponent(bare));
  } catch {
    return normaliseAddress(bare);
  }
}
