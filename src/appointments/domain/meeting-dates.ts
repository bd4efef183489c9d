import { DAY, MINUTE, dayOfDate, weekdayOfDay, zoneClock, type LocalDate } from '../../kernel/time/zone.js';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export interface WeeklyMeeting {
  /** English, lower case. */
  readonly weekday: string;
  /** Wall time, `HH:MM`. */
  readonly start: string;
}

export interface MeetingPeriod {
  readonly now: Date;
  /** Both inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** IANA zone of dates and wall time. */
  readonly zone: string;
  /** At most so many. */
  readonly count: number;
}

/** When a weekly meeting begins, from now on and within the period; the wall time stays the same when clocks change. */
export function meetingDates({ weekday, start }: WeeklyMeeting, period: MeetingPeriod): readonly Date[] {
  const clock = zoneClock(period.zone);
  const first = Math.max(clock.dayAt(period.now.getTime()), dayOfDate(period.from));
  const last = dayOfDate(period.to);
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  const dates: Date[] = [];
  for (let day = first; day <= last && dates.length < period.count; day++) {
    if (weekdays[weekdayOfDay(day)] !== weekday) continue;
    const at = new Date(clock.instantOf(day * DAY + (hours * 60 + minutes) * MINUTE));
    if (at > period.now) dates.push(at);
  }
  return dates;
}
