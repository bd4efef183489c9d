import { parseMoment, type Moment } from './calendar-moment.js';

export const frequencies = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
] as const;
export type Frequency = (typeof frequencies)[number];

export interface RuleWeekday {
  /** 0 for Monday. */
  readonly weekday: number;
  /** The nth of its month or year, from the end if negative; 0 for each of them. */
  readonly ordinal: number;
}

/** A recurrence rule (RFC 5545 section 3.3.10). A part that was left out is an empty list. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number | undefined;
  readonly until?: Moment | undefined;
  readonly months: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
  /** 0 for Monday. */
  readonly weekStart: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MOST_VALUES = 400;

class UnreadableRule extends Error {}

/** Undefined for a rule that cannot be read, or that counts in another calendar than the Gregorian (RFC 7529). */
export function parseRule(text: string): RecurrenceRule | undefined {
  try {
    return readRule(partsOf(text));
  } catch (error) {
    if (error instanceof UnreadableRule) return undefined;
    throw error;
  }
}

function readRule(parts: ReadonlyMap<string, string>): RecurrenceRule {
  const frequency = frequencies.find((name) => name === parts.get('FREQ'));
  const calendar = parts.get('RSCALE') ?? 'GREGORIAN';
  if (!frequency || calendar !== 'GREGORIAN') throw new UnreadableRule();
  const list = (name: string, low: number, high: number) => numbersOf(parts.get(name), low, high);
  const signed = (name: string, most: number) => list(name, -most, most).filter(isNotZero);
  return {
    frequency,
    interval: numberOf(parts.get('INTERVAL') ?? '1'),
    count: parts.has('COUNT') ? numberOf(parts.get('COUNT')!) : undefined,
    until: parts.has('UNTIL') ? untilOf(parts.get('UNTIL')!) : undefined,
    months: list('BYMONTH', 1, 12),
    weekNumbers: signed('BYWEEKNO', 53),
    yearDays: signed('BYYEARDAY', 366),
    monthDays: signed('BYMONTHDAY', 31),
    weekdays: parts.has('BYDAY') ? parts.get('BYDAY')!.split(',').map(weekdayOf) : [],
    hours: list('BYHOUR', 0, 23),
    minutes: list('BYMINUTE', 0, 59),
    // A leap second is the last second before it.
    seconds: [...new Set(list('BYSECOND', 0, 60).map((second) => Math.min(second, 59)))],
    positions: signed('BYSETPOS', 366),
    weekStart: parts.has('WKST') ? indexOfWeekday(parts.get('WKST')!) : 0,
  };
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const pairs = text
    .toUpperCase()
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part): [string, string] => {
      const equals = part.indexOf('=');
      return [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
    });
  return new Map(pairs);
}

function numbersOf(text: string | undefined, low: number, high: number): readonly number[] {
  if (text === undefined) return [];
  const numbers = text
    .split(',')
    .map((one) => (/^[+-]?\d{1,3}$/.test(one.trim()) ? Number(one) : Number.NaN));
  if (numbers.length > MOST_VALUES || !numbers.every((n) => n >= low && n <= high))
    throw new UnreadableRule();
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function isNotZero(n: number): boolean {
  if (n === 0) throw new UnreadableRule();
  return true;
}

/** Of INTERVAL or COUNT. */
function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw new UnreadableRule();
  return Number(text);
}

function untilOf(text: string): Moment {
  const until = parseMoment(text);
  if (!until) throw new UnreadableRule();
  return until;
}

function weekdayOf(text: string): RuleWeekday {
  const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text.trim());
  if (!match) throw new UnreadableRule();
  const ordinal = match[1] === undefined ? 0 : Number(match[1]);
  if (Math.abs(ordinal) > 53 || (match[1] !== undefined && ordinal === 0)) throw new UnreadableRule();
  return { weekday: indexOfWeekday(match[2]!), ordinal };
}

function indexOfWeekday(name: string): number {
  const index = WEEKDAYS.indexOf(name);
  if (index < 0) throw new UnreadableRule();
  return index;
}
