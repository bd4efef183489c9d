import { DAY, weekdayOfDay, type WallTime } from '../../../kernel/time/zone.js';
import { civilOfDay, dayOfCivil, daysInMonth, weekStartOf } from './civil-date.js';
import { dayFilter } from './day-filter.js';
import type { RecurrenceRule } from './recurrence-rule.js';
import { atPositions, timesOf, type RulePeriods } from './rule-periods.js';
import type { WorkMeter } from './work-meter.js';

export interface RuleStart {
  readonly start: WallTime;
  /** DTSTART is a DATE: then its occurrences have no time of day. */
  readonly isDate: boolean;
  readonly meter: WorkMeter;
}

const DAYS_OF_WEEK = [0, 1, 2, 3, 4, 5, 6];
const MONTHS_OF_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The periods of a rule that recurs yearly, monthly, weekly or daily. */
export function dayPeriods(given: RecurrenceRule, { start, isDate, meter }: RuleStart): RulePeriods {
  const rule = withDefaults(given, start);
  const passes = dayFilter(rule);
  const times = isDate ? [0] : timesOf(rule.hours, rule.minutes, rule.seconds);
  const { firstDay, indexNear, candidates } = spansOf(rule, Math.floor(start / DAY));
  return {
    startOf: (index) => firstDay(index) * DAY,
    occurrencesOf(index) {
      const days = candidates(index);
      meter.spend(days.length);
      const walls = days.filter(passes).flatMap((day) => times.map((time) => day * DAY + time));
      return atPositions(walls, rule.positions);
    },
    indexNear: (wall) => Math.max(0, indexNear(Math.floor(wall / DAY))),
    skipEmpty: (index) => index,
    perPeriod: steadySize(rule, times.length),
  };
}

/** What a rule leaves out is taken from DTSTART (RFC 5545 section 3.3.10). */
function withDefaults(rule: RecurrenceRule, start: WallTime): RecurrenceRule {
  const day = Math.floor(start / DAY);
  const { month, date } = civilOfDay(day);
  const at = new Date(start);
  const timed = {
    ...rule,
    hours: or(rule.hours, at.getUTCHours()),
    minutes: or(rule.minutes, at.getUTCMinutes()),
    seconds: or(rule.seconds, at.getUTCSeconds()),
  };
  const { frequency, weekdays, monthDays, yearDays, weekNumbers } = rule;
  if (weekdays.length > 0 || frequency === 'DAILY') return timed;
  const onWeekday = { ...timed, weekdays: [{ weekday: weekdayOfDay(day), ordinal: 0 }] };
  if (frequency === 'WEEKLY') return onWeekday;
  if (monthDays.length > 0 || yearDays.length > 0) return timed;
  if (frequency === 'MONTHLY') return { ...timed, monthDays: [date] };
  if (weekNumbers.length > 0) return onWeekday;
  return { ...timed, months: or(rule.months, month), monthDays: [date] };
}

const or = (given: readonly number[], usual: number): readonly number[] =>
  given.length > 0 ? given : [usual];

interface Spans {
  firstDay(index: number): number;
  indexNear(day: number): number;
  /** The days of the period that may fit; in order. */
  candidates(index: number): readonly number[];
}

function spansOf(rule: RecurrenceRule, startDay: number): Spans {
  const { frequency, interval, weekStart } = rule;
  const { year, month } = civilOfDay(startDay);
  if (frequency === 'YEARLY') return yearSpans(rule, year);
  if (frequency === 'MONTHLY') return monthSpans(rule, year * 12 + month - 1);
  const isWeekly = frequency === 'WEEKLY';
  const first = isWeekly ? weekStartOf(startDay, weekStart) : startDay;
  const length = isWeekly ? 7 * interval : interval;
  const firstDay = (index: number) => first + index * length;
  return {
    firstDay,
    indexNear: (day) => Math.floor((day - first) / length),
    candidates: (index) => (isWeekly ? DAYS_OF_WEEK.map((n) => firstDay(index) + n) : [firstDay(index)]),
  };
}

function yearSpans(rule: RecurrenceRule, first: number): Spans {
  const { interval, months } = rule;
  const yearAt = (index: number) => first + index * interval;
  return {
    firstDay: (index) => dayOfCivil(yearAt(index), 1, 1),
    indexNear: (day) => Math.floor((civilOfDay(day).year - first) / interval),
    candidates: (index) =>
      (months.length > 0 ? months : MONTHS_OF_YEAR).flatMap((month) => daysOf(rule, yearAt(index), month)),
  };
}

function monthSpans(rule: RecurrenceRule, first: number): Spans {
  const { interval } = rule;
  const yearOf = (index: number) => Math.floor((first + index * interval) / 12);
  const monthOf = (index: number) => ((first + index * interval) % 12) + 1;
  return {
    firstDay: (index) => dayOfCivil(yearOf(index), monthOf(index), 1),
    indexNear: (day) => {
      const { year, month } = civilOfDay(day);
      return Math.floor((year * 12 + month - 1 - first) / interval);
    },
    candidates: (index) => daysOf(rule, yearOf(index), monthOf(index)),
  };
}

/** All days of a month, or those that BYMONTHDAY names. */
function daysOf({ monthDays }: RecurrenceRule, year: number, month: number): readonly number[] {
  const first = dayOfCivil(year, month, 1);
  const length = daysInMonth(year, month);
  if (monthDays.length === 0) return Array.from({ length }, (_, n) => first + n);
  const dates = monthDays.map((n) => (n > 0 ? n : length + 1 + n)).filter((n) => n >= 1 && n <= length);
  return [...new Set(dates)].toSorted((a, b) => a - b).map((date) => first + date - 1);
}

/** A day or a week is like any other unless something limits it by month, date or position. */
function steadySize(rule: RecurrenceRule, times: number): number | undefined {
  const { frequency, months, monthDays, yearDays, weekNumbers, positions, weekdays } = rule;
  const limits = [months, monthDays, yearDays, weekNumbers, positions];
  if (limits.some((values) => values.length > 0)) return undefined;
  if (frequency === 'DAILY' && weekdays.length === 0) return times;
  return frequency === 'WEEKLY' ? new Set(weekdays.map(({ weekday }) => weekday)).size * times : undefined;
}
