import { weekdayOfDay } from '../../../kernel/time/zone.js';
import { civilOfDay, dayOfCivil, daysInMonth, daysInYear, weekOfDay } from './civil-date.js';
import type { RecurrenceRule, RuleWeekday } from './recurrence-rule.js';

/** What the nth weekday of BYDAY is counted in. */
interface Scope {
  readonly first: number;
  readonly length: number;
}

/**
 * Which days (since 1970-01-01) every part of the rule that speaks of days lets pass. In this form the parts that RFC
 * 5545 calls "expand" and those that it calls "limit" are one thing: the days of the period that fit all of them.
 */
export function dayFilter(rule: RecurrenceRule): (day: number) => boolean {
  const tests = [
    ...(rule.weekdays.length > 0 ? [weekdayTest(rule)] : []),
    ...(rule.months.length > 0 ? [monthTest(rule.months)] : []),
    ...(rule.monthDays.length > 0 ? [monthDayTest(rule.monthDays)] : []),
    ...(rule.yearDays.length > 0 ? [yearDayTest(rule.yearDays)] : []),
    ...(rule.weekNumbers.length > 0 ? [weekNumberTest(rule)] : []),
  ];
  return (day) => tests.every((passes) => passes(day));
}

type DayTest = (day: number) => boolean;

const monthTest =
  (months: readonly number[]): DayTest =>
  (day) =>
    months.includes(civilOfDay(day).month);

const monthDayTest =
  (monthDays: readonly number[]): DayTest =>
  (day) => {
    const { year, month, date } = civilOfDay(day);
    return monthDays.includes(date) || monthDays.includes(date - daysInMonth(year, month) - 1);
  };

const yearDayTest =
  (yearDays: readonly number[]): DayTest =>
  (day) => {
    const { year } = civilOfDay(day);
    const ofYear = day - dayOfCivil(year, 1, 1) + 1;
    return yearDays.includes(ofYear) || yearDays.includes(ofYear - daysInYear(year) - 1);
  };

const weekNumberTest =
  ({ weekNumbers, weekStart }: RecurrenceRule): DayTest =>
  (day) => {
    const { week, weeks } = weekOfDay(day, weekStart);
    return weekNumbers.includes(week) || weekNumbers.includes(week - weeks - 1);
  };

function weekdayTest(rule: RecurrenceRule): DayTest {
  const counts = countsWeekdays(rule);
  const every = new Set(
    rule.weekdays.filter(({ ordinal }) => ordinal === 0 || !counts).map(({ weekday }) => weekday),
  );
  const nth = counts ? rule.weekdays.filter(({ ordinal }) => ordinal !== 0) : [];
  const inMonth = rule.frequency === 'MONTHLY' || rule.months.length > 0;
  return (day) => {
    const weekday = weekdayOfDay(day);
    if (every.has(weekday)) return true;
    const wanted = nth.filter((one) => one.weekday === weekday);
    return wanted.length > 0 && isNth(day, wanted, inMonth ? monthOf(day) : yearOf(day));
  };
}

/** Elsewhere a numeric value has no meaning, and only its weekday counts. */
const countsWeekdays = ({ frequency, weekNumbers }: RecurrenceRule): boolean =>
  frequency === 'MONTHLY' || (frequency === 'YEARLY' && weekNumbers.length === 0);

function isNth(day: number, wanted: readonly RuleWeekday[], { first, length }: Scope): boolean {
  const fromStart = Math.floor((day - first) / 7) + 1;
  const fromEnd = -(Math.floor((first + length - 1 - day) / 7) + 1);
  return wanted.some(({ ordinal }) => ordinal === fromStart || ordinal === fromEnd);
}

function monthOf(day: number): Scope {
  const { year, month } = civilOfDay(day);
  return { first: dayOfCivil(year, month, 1), length: daysInMonth(year, month) };
}

function yearOf(day: number): Scope {
  const { year } = civilOfDay(day);
  return { first: dayOfCivil(year, 1, 1), length: daysInYear(year) };
}
