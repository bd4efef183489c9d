import { DateTime } from 'luxon';
import { dateOfDay, dayOfDate, weekdayOfDay, type LocalDate } from '../../kernel/time/zone.js';

/** The Monday of `2027-W02` (ISO 8601); undefined for a text that names no week. */
export function mondayOfWeek(week: string): LocalDate | undefined {
  if (!/^\d{4}-W\d{2}$/.test(week)) return undefined;
  const monday = DateTime.fromISO(week, { zone: 'utc' });
  return monday.isValid ? monday.toFormat('yyyy-MM-dd') : undefined;
}

/** `2027-W02` for any date in that week; the year is the week's, not the date's. */
export const weekOf = (date: LocalDate): string =>
  DateTime.fromISO(date, { zone: 'utc' }).toISOWeekDate()!.slice(0, 8);

/** The Monday on or before a date. */
export function mondayBefore(date: LocalDate): LocalDate {
  const day = dayOfDate(date);
  return dateOfDay(day - weekdayOfDay(day));
}

export interface Fieldwork {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The week to open with: this one while the fieldwork runs, else its first or last. Gives a Monday. */
export function weekToShow(today: LocalDate, { from, to }: Fieldwork): LocalDate {
  if (today < from) return mondayBefore(from);
  return mondayBefore(today > to ? to : today);
}

/** Which week of the fieldwork it is, counted from 1 in calendar weeks; `week` is absent before and after. */
export function fieldworkWeek(today: LocalDate, { from, to }: Fieldwork): { week?: number; weeks: number } {
  const weeksUntil = (date: LocalDate) =>
    (dayOfDate(mondayBefore(date)) - dayOfDate(mondayBefore(from))) / 7 + 1;
  const weeks = weeksUntil(to);
  return today < from || today > to ? { weeks } : { week: weeksUntil(today), weeks };
}
