import { zoneClock } from '../../kernel/time/zone.js';
import { coversInterval, mergeIntervals, overlaps, type Interval } from './intervals.js';
import {
  blockedTime,
  earliestStart,
  fieldworkTime,
  fullDays,
  type InterviewerTime,
  type RespondentTime,
  type SlotRules,
} from './slot-rules.js';

/** Everything that can stand in the way of a slot, in the order in which it is reported. */
export const SLOT_OBSTACLES = [
  'period',
  'notice',
  'outside-hours',
  'busy',
  'buffer',
  'own-calendar',
  'own-calendar-buffer',
  'daily-maximum',
  'respondent-window',
  'respondent-busy',
] as const;

export type SlotObstacle = (typeof SLOT_OBSTACLES)[number];

/**
 * Only what collides with something planned here, for who may book outside hours, period, notice and maximum, and over
 * what stands in the interviewer's own calendar.
 */
export const CONFLICTS: readonly SlotObstacle[] = ['busy', 'buffer', 'respondent-busy'];

export interface SlotCandidate {
  readonly slot: Interval;
  readonly interviewer: InterviewerTime;
  readonly rules: SlotRules;
  readonly respondent?: RespondentTime;
}

const STANDS: Readonly<Record<SlotObstacle, (candidate: SlotCandidate) => boolean>> = {
  period: ({ slot, rules }) => !coversInterval([fieldworkTime(rules)], slot),
  notice: ({ slot, rules }) => slot.start < earliestStart(rules),
  'outside-hours': ({ slot, interviewer }) => !coversInterval(mergeIntervals(interviewer.working), slot),
  busy: ({ slot, interviewer }) => plannedOf(interviewer).some((busy) => overlaps(busy, slot)),
  buffer: ({ slot, interviewer, rules }) =>
    blockedTime(plannedOf(interviewer), rules).some((blocked) => overlaps(blocked, slot)),
  'own-calendar': ({ slot, interviewer }) => importedOf(interviewer).some((busy) => overlaps(busy, slot)),
  'own-calendar-buffer': ({ slot, interviewer, rules }) =>
    blockedTime(importedOf(interviewer), rules).some((blocked) => overlaps(blocked, slot)),
  'daily-maximum': ({ slot, interviewer, rules }) =>
    fullDays(interviewer, rules)(zoneClock(rules.zone).dayAt(slot.start)),
  'respondent-window': ({ slot, respondent }) =>
    respondent?.windows !== undefined && !coversInterval(mergeIntervals(respondent.windows), slot),
  'respondent-busy': ({ slot, respondent }) => (respondent?.busy ?? []).some((busy) => overlaps(busy, slot)),
};

const plannedOf = ({ busy }: InterviewerTime) => busy.filter(({ isImported }) => !isImported);
const importedOf = ({ busy }: InterviewerTime) => busy.filter(({ isImported }) => isImported);

/**
 * The first obstacle to a slot, or undefined if it is free: the rules of `findSlots` for one start and end, without
 * its range and grid. `checks` says which obstacles count; all of them if left out.
 */
export function whyNotFree(
  candidate: SlotCandidate,
  checks: readonly SlotObstacle[] = SLOT_OBSTACLES,
): SlotObstacle | undefined {
  return SLOT_OBSTACLES.find((obstacle) => checks.includes(obstacle) && STANDS[obstacle](candidate));
}
