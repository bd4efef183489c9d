import { dateOfDay, dayOfDate, weekdayOfDay, zoneClock, type LocalDate } from '../../kernel/time/zone.js';

export interface Week {
  readonly monday: LocalDate;
  readonly from: Date;
  /** The first moment after it. */
  readonly to: Date;
}

/** The week, from Monday, that holds a date; its bounds are midnights of the zone. */
export function weekAround(date: LocalDate, zone: string): Week {
  const day = dayOfDate(date);
  const monday = day - weekdayOfDay(day);
  const clock = zoneClock(zone);
  return {
    monday: dateOfDay(monday),
    from: new Date(clock.startOfDay(monday)),
    to: new Date(clock.startOfDay(monday + 7)),
  };
}

/** Today, or the nearest day of the fieldwork. */
export function dayToShow(
  now: Date,
  { from, to, zone }: { from: LocalDate; to: LocalDate; zone: string },
): LocalDate {
  const today = dateOfDay(zoneClock(zone).dayAt(now.getTime()));
  if (today < from) return from;
  return today > to ? to : today;
}
