import { linesOf, lineOf, type LooseComponent } from './read-content-lines.js';

/**
 * Finds the offset (milliseconds east of UTC) that a wall time has. Wall times are the milliseconds that the same reading
 * would have in UTC.
 */
export type OffsetOf = (wall: number) => number;

/** A stretch of standard or summer time: when it begins, on the clock of before, and the offsets around that. */
interface Observance {
  readonly first: number;
  readonly dates: readonly number[];
  readonly rule: YearlyRule | undefined;
  readonly before: number;
  readonly after: number;
}

/** The one kind of rule that real zones have: a day of the same month every year. */
interface YearlyRule {
  readonly month: number;
  /** 0 for Sunday, or undefined for any weekday. */
  readonly weekday: number | undefined;
  /** Which of those days in the month, from its end where negative. */
  readonly which: number;
  readonly monthDays: readonly number[];
  readonly lastYear: number;
}

const MOST_OBSERVANCES = 30;
const MOST_DATES = 200;
const DAY = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Reads a VTIMEZONE (RFC 5545 section 3.6.5); undefined when it holds anything but what real zones have. */
export function readZoneRules(zone: LooseComponent): OffsetOf | undefined {
  const written = zone.components.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT');
  if (written.length === 0 || written.length > MOST_OBSERVANCES) return undefined;
  const observances = written.flatMap((component) => readObservance(component) ?? []);
  if (observances.length < written.length) return undefined;
  return (wall) => offsetAt(observances, wall);
}

/** In the repeated hour the first occurrence counts, in the skipped hour the offset before it (section 3.3.5). */
function offsetAt(observances: readonly Observance[], wall: number): number {
  const begun = observances.flatMap((observance) => {
    const onset = lastOnset(observance, wall);
    return onset === undefined ? [] : [{ ...observance, onset }];
  });
  const [latest] = begun.sort((one, other) => other.onset - one.onset);
  if (latest) return wall < latest.onset + latest.after - latest.before ? latest.before : latest.after;
  const earliest = observances.reduce((one, other) => (other.first < one.first ? other : one));
  return earliest.before;
}

/** When the observance last began, up to this moment. */
function lastOnset({ first, dates, rule }: Observance, wall: number): number | undefined {
  const year = Math.min(new Date(wall).getUTCFullYear(), rule?.lastYear ?? 0);
  const yearly = rule ? [year - 1, year].flatMap((each) => onsetIn(each, rule, first) ?? []) : [];
  const past = [first, ...dates, ...yearly].filter((onset) => onset >= first && onset <= wall);
  return past.length > 0 ? Math.max(...past) : undefined;
}

/** The day of the rule in one year, at the time of day at which the first one was. */
function onsetIn(year: number, rule: YearlyRule, first: number): number | undefined {
  const days = Array.from({ length: 31 }, (_, index) => Date.UTC(year, rule.month - 1, index + 1))
    .filter((day) => new Date(day).getUTCMonth() === rule.month - 1)
    .filter((day) => rule.weekday === undefined || new Date(day).getUTCDay() === rule.weekday)
    .filter((day) => rule.monthDays.length === 0 || rule.monthDays.includes(new Date(day).getUTCDate()));
  const day = days.at(rule.which > 0 ? rule.which - 1 : rule.which);
  return day === undefined ? undefined : day + (((first % DAY) + DAY) % DAY);
}

function readObservance(component: LooseComponent): Observance | undefined {
  const value = (name: string) => lineOf(component, name)?.value.trim().toUpperCase() ?? '';
  const first = wallTime(value('DTSTART'));
  const [before, after] = [offset(value('TZOFFSETFROM')), offset(value('TZOFFSETTO'))];
  const written = value('RRULE');
  const rule = written === '' ? undefined : readRule(written);
  if (first === undefined || before === undefined || after === undefined) return undefined;
  if (written !== '' && rule === undefined) return undefined;
  const dates = linesOf(component, 'RDATE').flatMap((line) =>
    line.value.slice(0, MOST_DATES * 17).split(','),
  );
  return {
    first,
    dates: dates.slice(0, MOST_DATES).flatMap((date) => wallTime(date) ?? []),
    rule,
    before,
    after,
  };
}

function readRule(text: string): YearlyRule | undefined {
  const part = (name: string) => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(text.slice(0, 200))?.[1];
  const [, which, day = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(part('BYDAY') ?? '') ?? [];
  const monthDays = part('BYMONTHDAY')?.split(',').map(Number) ?? [];
  const month = Number(part('BYMONTH'));
  const weekday = WEEKDAYS.indexOf(day);
  const isYearly = part('FREQ') === 'YEARLY' && (part('INTERVAL') ?? '1') === '1';
  const isOneDay = month >= 1 && month <= 12 && (weekday >= 0 || monthDays.length > 0);
  if (!isYearly || !isOneDay || part('COUNT') !== undefined) return undefined;
  return {
    month,
    weekday: weekday < 0 ? undefined : weekday,
    which: Number(which ?? 1),
    monthDays,
    lastYear: Number(part('UNTIL')?.slice(0, 4) ?? Infinity),
  };
}

function wallTime(text: string): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z?$/.exec(text.trim()) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : at;
}

function offset(text: string): number | undefined {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const length = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1_000;
  return sign === '-' ? -length : length;
}
