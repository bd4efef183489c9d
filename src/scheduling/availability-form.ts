import { z } from 'zod';
import { teamTexts } from '../../templates/pages/team/team.texts.js';
import type { Language } from '../kernel/text/language.js';
import { weekdays, type Weekday } from '../kernel/time/weekday.js';
import { dayOfDate } from '../kernel/time/zone.js';
import { date } from '../studies/domain/study-file/fields.schema.js';
import { dayHours } from './availability.schema.js';
import { formatWallRange, parseWallRange } from './slots/weekly-hours.js';

/** The longest holiday that can be filled in at once, in days. */
const longestHoliday = 93;

/** Hours as a person types them (`9:00 - 12:00, 13:00-17:00`), as the list that is stored. */
const typedHours = (error: string) =>
  z
    .string()
    .max(200, error)
    .default('')
    .transform((text, context): string[] => {
      const parts = text.split(/[,;]/).filter((part) => part.trim() !== '');
      const ranges = parts.map(parseWallRange);
      const hours = ranges.flatMap((range) => (range ? [formatWallRange(range)] : []));
      if (hours.length === parts.length && dayHours.safeParse(hours).success) return hours;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });

/** A field for each day of the week; a day without hours is left out. */
export function weeklyForm(language: Language) {
  const day = typedHours(teamTexts[language].hoursWrong);
  const fields = Object.fromEntries(weekdays.map((weekday) => [weekday, day])) as Record<Weekday, typeof day>;
  return z
    .object(fields)
    .transform((week) => Object.fromEntries(Object.entries(week).filter(([, hours]) => hours.length > 0)));
}

/** One date, or all of a holiday, with the hours that hold then. */
export function dateForm(language: Language) {
  const { hoursWrong, untilWrong } = teamTexts[language];
  return z
    .object({ date, until: date.optional(), hours: typedHours(hoursWrong) })
    .refine(({ date: from, until = from }) => isShortHoliday(from, until), {
      path: ['until'],
      error: untilWrong,
    });
}

function isShortHoliday(from: string, until: string): boolean {
  const days = dayOfDate(until) - dayOfDate(from);
  return days >= 0 && days < longestHoliday;
}
