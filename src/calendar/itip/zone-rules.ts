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
  /** From 1 to 31. */
  readonly monthDays: readonly number[];
  readonly lastYear: number;
}

const MOST_OBSERVANCES = 30;
const MOST_DATES = 200;
const DAY = 86_400_000;
const EVERY_DAY = Array.from({ length: 31 }, (_, index) => index + 1);
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
function onsetIn(year: number, { month, weekday, which, monthDays }: YearlyRule, first: number) {
  const startsOn = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const days = monthDays.filter(
    (day) => day <= length && (weekday === undefined || (startsOn + day - 1) % 7 === weekday),
  );
  const day = days.at(which > 0 ? which - 1 : which);
  return day === undefined ? undefined : Date.UTC(year, month - 1, day) + (((first % DAY) + DAY) % DAY);
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
  const [, which = '1', day = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(part('BYDAY') ?? '') ?? [];
  const weekday = WEEKDAYS.indexOf(day);
  const listed = part('BYMONTHDAY')?.split(',').map(Number);
  const monthDays = listed ?? EVERY_DAY;
  const month = Number(part('BYMONTH'));
  const until = /^\d{4}/.exec(part('UNTIL') ?? '9999')?.[0];
  const isYearly = part('FREQ') === 'YEARLY' && (part('INTERVAL') ?? '1') === '1' && !part('COUNT');
  const isOneDay =
    (weekday >= 0 || listed !== undefined) && monthDays.every((number) => EVERY_DAY.includes(number));
  if (!isYearly || !isOneDay || !(month >= 1 && month <= 12) || until === undefined) return undefined;
  return {
    month,
    weekday: weekday < 0 ? undefined : weekday,
    which: Number(which),
    monthDays,
    lastYear: Number(until),
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
