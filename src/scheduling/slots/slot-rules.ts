import { DAY, MINUTE, dayOfDate, zoneClock, type Instant, type LocalDate } from '../../kernel/time/zone.js';
import { mergeIntervals, type Interval, type IntervalSet } from './intervals.js';

/** The longest range that one search covers: a year of fieldwork and a month, so that no request runs away. */
export const MAX_RANGE_DAYS = 400;

/** What a study asks of every slot. */
export interface SlotRules {
  /** The study's zone: the fieldwork dates, the local days of the daily maximum and the grid are read in it. */
  readonly zone: string;
  readonly now: Instant;
  /** A slot starts at least this long after `now`. */
  readonly noticeMinutes: number;
  /** What an interviewer keeps free between the end of anything else and the start of the slot. */
  readonly bufferBeforeMinutes: number;
  /** What an interviewer keeps free between the end of the slot and the start of anything else. */
  readonly bufferAfterMinutes: number;
  /** Fieldwork dates, both inclusive; a slot lies wholly within them. */
  readonly period?: { readonly from: LocalDate; readonly to: LocalDate };
  /** Appointments an interviewer may have on one local day, the slot included. */
  readonly maxPerDay?: number;
}

/**
 * Time taken. Its own room (travel, say) doesn't add up with the buffer: on each side the larger one counts.
 */
export interface BusyTime extends Interval {
  /** From a calendar that the interviewer connected: nobody here knows what it is, so a coordinator may plan over it. */
  readonly isImported?: boolean;
  /** Needed between the end of a slot and this. */
  readonly roomBeforeMinutes?: number;
  /** Needed between the end of this and a slot. */
  readonly roomAfterMinutes?: number;
}

/** What an interviewer's calendar says around the slots in question. */
export interface InterviewerTime {
  readonly id: string;
  readonly working: readonly Interval[];
  /** Reserved, held or imported; sorted or not. */
  readonly busy: readonly BusyTime[];
  /** Starts of the appointments that count for the daily maximum. */
  readonly appointmentStarts?: readonly Instant[];
  /** Goes before the study's maximum. */
  readonly maxPerDay?: number;
}

/** When the respondent can: within `windows` (always, if left out) and not during `busy`. No buffers apply. */
export interface RespondentTime {
  readonly windows?: readonly Interval[];
  readonly busy?: readonly Interval[];
}

/** Throws RangeError for a range over `MAX_RANGE_DAYS`; an inverted range is just empty. */
export function assertSearchRange({ start, end }: Interval): void {
  if (!Number.isFinite(start) || !Number.isFinite(end)) throw new RangeError('A range needs finite bounds');
  if (end - start > MAX_RANGE_DAYS * DAY) throw new RangeError(`A range is at most ${MAX_RANGE_DAYS} days`);
}

/** The fieldwork period as instants; without one, all time. */
export function fieldworkTime({ period, zone }: Pick<SlotRules, 'period' | 'zone'>): Interval {
  if (!period) return { start: -Infinity, end: Infinity };
  const clock = zoneClock(zone);
  return { start: clock.startOfDay(dayOfDate(period.from)), end: clock.startOfDay(dayOfDate(period.to) + 1) };
}

export function earliestStart({ now, noticeMinutes }: Pick<SlotRules, 'now' | 'noticeMinutes'>): Instant {
  return now + noticeMinutes * MINUTE;
}

/** Where no slot of the interviewer may lie: what is busy, with the buffers of a slot or its own room around it. */
export function blockedTime(busy: readonly BusyTime[], rules: SlotRules): IntervalSet {
  const blocked: Interval[] = [];
  for (const { start, end, roomBeforeMinutes = 0, roomAfterMinutes = 0 } of busy) {
    // The pause after a slot lies before what is busy, and the other way round.
    const before = Math.max(rules.bufferAfterMinutes, roomBeforeMinutes) * MINUTE;
    const after = Math.max(rules.bufferBeforeMinutes, roomAfterMinutes) * MINUTE;
    if (start < end) blocked.push({ start: start - before, end: end + after });
  }
  return mergeIntervals(blocked);
}

/** The local days (days since 1970-01-01) on which the interviewer has as many appointments as allowed. */
export function fullDays(interviewer: InterviewerTime, rules: SlotRules): (day: number) => boolean {
  const most = interviewer.maxPerDay ?? rules.maxPerDay;
  if (most === undefined) return () => false;
  const clock = zoneClock(rules.zone);
  const counts = new Map<number, number>();
  for (const start of interviewer.appointmentStarts ?? []) {
    const day = clock.dayAt(start);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return (day) => (counts.get(day) ?? 0) >= most;
}
