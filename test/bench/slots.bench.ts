import assert from 'node:assert/strict';
import { MINUTE } from '../../src/kernel/time/zone.js';
import { findSlots, type SlotSearch } from '../../src/scheduling/slots/find-slots.js';
import { parseWeeklyHours } from '../../src/scheduling/slots/weekly-hours.js';
import { workingTime } from '../../src/scheduling/slots/working-time.js';
import { compare, rateFor, type Line } from './measure.js';
import { slotsByLoop, type LoopQuestion } from './slots-by-loop.js';

const zone = 'Europe/Amsterdam';
const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
/** Eight weeks with a change of the clock among them. */
const range = {
  start: Date.parse('2027-02-15T00:00:00+01:00'),
  end: Date.parse('2027-04-12T00:00:00+02:00'),
};

/** Four interviewers with forty busy intervals each, always the same. */
export async function slotsBench(): Promise<Line[]> {
  const question = workload();
  const found = findSlots(searchOf(question)).map(({ start, interviewerId }) => ({ start, interviewerId }));
  assert.deepEqual(found, slotsByLoop(question));
  return [
    await compare({
      path: `Slots, ${found.length} found`,
      against: 'a plain loop over luxon',
      ours: () => rateFor(150, () => findSlots(searchOf(question))),
      theirs: () => rateFor(150, () => slotsByLoop(question)),
    }),
  ];
}

function workload(): LoopQuestion {
  const random = generator(20_270_104);
  const interviewers = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    busy: Array.from({ length: 40 }, () => busy(random)),
  }));
  return {
    zone,
    range,
    interviewers,
    hours: { from: 9, to: 17 },
    durationMinutes: 60,
    stepMinutes: 15,
    bufferMinutes: 15,
  };
}

function busy(random: () => number) {
  const slots = (range.end - range.start) / (5 * MINUTE);
  const start = range.start + Math.floor(random() * slots) * 5 * MINUTE;
  return { start, end: start + (6 + Math.floor(random() * 30)) * 5 * MINUTE };
}

/** Weekly hours become instants within the measured time, as they do for every request. */
function searchOf({
  interviewers,
  hours,
  durationMinutes,
  stepMinutes,
  bufferMinutes,
}: LoopQuestion): SlotSearch {
  const daily = [`${String(hours.from).padStart(2, '0')}:00-${hours.to}:00`];
  const weekly = parseWeeklyHours(Object.fromEntries(week.map((day) => [day, daily])));
  return {
    range,
    durationMinutes,
    stepMinutes,
    rules: {
      zone,
      now: range.start,
      noticeMinutes: 0,
      bufferBeforeMinutes: bufferMinutes,
      bufferAfterMinutes: bufferMinutes,
    },
    interviewers: interviewers.map(({ id, busy }) => ({
      id,
      busy,
      working: workingTime({ zone, weekly }, range),
    })),
  };
}

/** A linear congruential generator: the same numbers from 0 to 1 at every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
