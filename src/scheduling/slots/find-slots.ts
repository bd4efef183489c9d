import { MINUTE, zoneClock, type Instant } from '../../kernel/time/zone.js';
import {
  clipIntervals,
  intersectIntervals,
  mergeIntervals,
  subtractIntervals,
  type Interval,
  type IntervalSet,
} from './intervals.js';
import { addGridStarts } from './slot-grid.js';
import {
  assertSearchRange,
  blockedTime,
  earliestStart,
  fieldworkTime,
  fullDays,
  type InterviewerTime,
  type RespondentTime,
  type SlotRules,
} from './slot-rules.js';

export interface Slot extends Interval {
  readonly interviewerId: string;
}

export interface SlotSearch {
  readonly rules: SlotRules;
  /** Slots lie wholly within it; at most `MAX_RANGE_DAYS` long. */
  readonly range: Interval;
  readonly durationMinutes: number;
  /** Starts are multiples of it on the wall clock of the study's zone, counted from midnight. */
  readonly stepMinutes: number;
  readonly interviewers: readonly InterviewerTime[];
  readonly respondent?: RespondentTime;
  /** The earliest so many are given; `DEFAULT_LIMIT` if left out. */
  readonly limit?: number;
}

export const DEFAULT_LIMIT = 10_000;

/**
 * All slots that an interviewer and the respondent could make, sorted by start, then interviewer id.
 *
 * Sorted intervals are merged, intersected and subtracted in single passes, so the cost grows with the busy
 * intervals plus the slots found. Throws RangeError for a range that is too long or a step or duration that isn't
 * a positive number.
 */
export function findSlots(search: SlotSearch): readonly Slot[] {
  assertSearch(search);
  const limit = search.limit ?? DEFAULT_LIMIT;
  const open = openTime(search);
  const perInterviewer = search.interviewers
    .toSorted(byId)
    .map((interviewer) => slotsOf(interviewer, open, { ...search, limit }));
  return mergeInOrder(perInterviewer).slice(0, limit);
}

/** Where a slot may lie as far as the study and the respondent go. */
function openTime({ rules, range, respondent = {} }: SlotSearch): IntervalSet {
  const fieldwork = fieldworkTime(rules);
  const bounds = {
    start: Math.max(range.start, fieldwork.start, earliestStart(rules)),
    end: Math.min(range.end, fieldwork.end),
  };
  const windows = clipIntervals(mergeIntervals(respondent.windows ?? [range]), bounds);
  return subtractIntervals(windows, mergeIntervals(respondent.busy ?? []));
}

function slotsOf(interviewer: InterviewerTime, open: IntervalSet, search: SlotSearch & { limit: number }) {
  const { rules, stepMinutes, limit } = search;
  const duration = search.durationMinutes * MINUTE;
  const working = intersectIntervals(mergeIntervals(interviewer.working), open);
  const free = subtractIntervals(working, blockedTime(interviewer.busy, rules));
  const grid = { clock: zoneClock(rules.zone), stepMinutes, isFullDay: fullDays(interviewer, rules), limit };
  const starts: Instant[] = [];
  for (const { start, end } of free) addGridStarts(grid, start, end - duration, starts);
  return starts.map((start): Slot => ({ start, end: start + duration, interviewerId: interviewer.id }));
}

/** Merges lists sorted by start, halves first; of equal starts the one of the earlier list goes first. */
function mergeInOrder(lists: readonly (readonly Slot[])[]): readonly Slot[] {
  if (lists.length < 2) return lists[0] ?? [];
  const half = lists.length >> 1;
  const left = mergeInOrder(lists.slice(0, half));
  const right = mergeInOrder(lists.slice(half));
  const merged: Slot[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    merged.push(left[i].start <= right[j].start ? left[i++] : right[j++]);
  }
  while (i < left.length) merged.push(left[i++]);
  while (j < right.length) merged.push(right[j++]);
  return merged;
}

function assertSearch({ range, durationMinutes, stepMinutes }: SlotSearch): void {
  assertSearchRange(range);
  if (!(durationMinutes > 0)) throw new RangeError('A slot lasts at least a minute');
  if (!(stepMinutes >= 1)) throw new RangeError('The step is at least a minute');
}

function byId(a: InterviewerTime, b: InterviewerTime): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
