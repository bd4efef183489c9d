import { DAY, weekdayOfDay } from '../../../kernel/time/zone.js';

/** A date of the Gregorian calendar; months count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInYear = (year: number): number => (isLeapYear(year) ? 366 : 365);

export const daysInMonth = (year: number, month: number): number =>
  DAYS_BEFORE[month]! - DAYS_BEFORE[month - 1]! + (month === 2 && isLeapYear(year) ? 1 : 0);

/** Days since 1970-01-01 of a date from the year 1 on. */
export function dayOfCivil(year: number, month: number, date: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return (
    before * 365 +
    leapDays -
    719_162 +
    DAYS_BEFORE[month - 1]! +
    (month > 2 && isLeapYear(year) ? 1 : 0) +
    date -
    1
  );
}

/** The date of a day counted from 1970-01-01. */
export function civilOfDay(day: number): CivilDate {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/**
 * The ISO week of a day and how many its year has, for weeks that start on `weekStart` (0 for Monday): week 1 is the
 * first with at least four days in the year (RFC 5545 section 3.3.10, BYWEEKNO).
 */
export function weekOfDay(day: number, weekStart: number): { readonly week: number; readonly weeks: number } {
  const { year } = civilOfDay(day);
  for (const candidate of [year + 1, year, year - 1]) {
    const first = firstWeek(candidate, weekStart);
    if (day < first) continue;
    const weeks = (firstWeek(candidate + 1, weekStart) - first) / 7;
    return { week: Math.floor((day - first) / 7) + 1, weeks };
  }
  throw new RangeError(`Not a day: ${day}`);
}

/** The first day of the week that the day lies in. */
export const weekStartOf = (day: number, weekStart: number): number =>
  day - ((weekdayOfDay(day) - weekStart + 7) % 7);

/** The day on which week 1 of a year begins: the week that holds 4 January. */
const firstWeek = (year: number, weekStart: number): number => weekStartOf(dayOfCivil(year, 1, 4), weekStart);
