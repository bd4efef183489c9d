import { DateTime } from 'luxon';
import type { StudyFile } from './study-file.schema.js';

/**
 * Moves every date of a study by the same whole number of weeks, so that its fieldwork begins on the first
 * such weekday of the month after `today` (a calendar date `yyyy-mm-dd` in the study's zone). Weekdays and
 * all distances between dates stay as they were.
 */
export function shiftDates(file: StudyFile, today: string): StudyFile {
  const days = daysBetween(file.study.fieldwork.from, nextStart(file.study.fieldwork.from, today));
  const shift = (date: string) => isoDate(calendarDay(date).plus({ days }));
  const { fieldwork, retention } = file.study;
  return {
    ...file,
    study: {
      ...file.study,
      fieldwork: { from: shift(fieldwork.from), to: shift(fieldwork.to) },
      retention: {
        contactDataUntil: shift(retention.contactDataUntil),
        researchDataUntil: shift(retention.researchDataUntil),
      },
    },
    ...(file.soundingBoard && { soundingBoard: shiftMeetings(file.soundingBoard, shift) }),
  };
}

function shiftMeetings(
  board: NonNullable<StudyFile['soundingBoard']>,
  shift: (date: string) => string,
): StudyFile['soundingBoard'] {
  return {
    ...board,
    meetings: board.meetings.map((meeting) => ({ ...meeting, before: shift(meeting.before) })),
  };
}

function nextStart(from: string, today: string): string {
  const first = calendarDay(today).startOf('month').plus({ months: 1 });
  const ahead = (calendarDay(from).weekday - first.weekday + 7) % 7;
  return isoDate(first.plus({ days: ahead }));
}

function daysBetween(from: string, to: string): number {
  return calendarDay(to).diff(calendarDay(from), 'days').days;
}

/** Calendar dates are counted in UTC, where every day has 24 hours. */
function calendarDay(date: string): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}

function isoDate(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
