import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { MINUTE } from '../../kernel/time/zone.js';
import { findSlots, type SlotSearch } from './find-slots.js';
import type { Interval } from './intervals.js';
import { whyNotFree } from './why-not-free.js';

/** Everything lies on multiples of five minutes within three days, around a night that may be a DST one. */
const UNIT = 5 * MINUTE;
const HORIZON = (3 * 1_440) / 5;
const upTo = (units: number) => fc.integer({ min: 0, max: units });
const stretches = (longest: number, maxLength: number) =>
  fc.array(fc.tuple(upTo(HORIZON), upTo(longest)), { maxLength });
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const given = fc.record({
  date: fc.constantFrom('2027-03-27', '2027-10-30', '2027-01-04'),
  zone: fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu'),
  stepMinutes: fc.constantFrom(5, 15, 30, 50),
  durationMinutes: fc.constantFrom(30, 45, 120),
  now: upTo(HORIZON / 2),
  notice: upTo(120),
  bufferBefore: upTo(8),
  bufferAfter: upTo(8),
  maxPerDay: perhaps(upTo(2)),
  hasPeriod: fc.boolean(),
  working: stretches(180, 6),
  busy: fc.array(fc.tuple(upTo(HORIZON), upTo(40), upTo(18), upTo(18)), { maxLength: 8 }),
  appointments: fc.array(upTo(HORIZON), { maxLength: 4 }),
  windows: perhaps(stretches(300, 4)),
  respondentBusy: stretches(40, 3),
});

const scenario = given.map((from) => {
  const midnight = DateTime.fromISO(from.date, { zone: 'Europe/Amsterdam' });
  const instant = (units: number) => midnight.toMillis() + units * UNIT;
  const stretch = ([start, length]: readonly number[]) => ({
    start: instant(start),
    end: instant(start + length),
  });
  return {
    rules: {
      zone: from.zone,
      now: instant(from.now),
      noticeMinutes: from.notice * 5,
      bufferBeforeMinutes: from.bufferBefore * 5,
      bufferAfterMinutes: from.bufferAfter * 5,
      maxPerDay: from.maxPerDay,
      period: from.hasPeriod
        ? { from: from.date, to: midnight.plus({ days: 1 }).toISODate() ?? '' }
        : undefined,
    },
    range: stretch([0, HORIZON]),
    durationMinutes: from.durationMinutes,
    stepMinutes: from.stepMinutes,
    interviewers: [
      {
        id: 'one',
        working: from.working.map(stretch),
        busy: from.busy.map(([start, length, before, after]) => ({
          ...stretch([start, length]),
          roomBeforeMinutes: before * 5,
          roomAfterMinutes: after * 5,
        })),
        appointmentStarts: from.appointments.map(instant),
      },
    ],
    respondent: { windows: from.windows?.map(stretch), busy: from.respondentBusy.map(stretch) },
  } satisfies SlotSearch;
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const everyUnitIn = ({ start, end }: Interval, list: readonly Interval[]) =>
  Array.from({ length: (end - start) / UNIT }, (_, i) => start + i * UNIT).every((unit) =>
    list.some((member) => member.start <= unit && unit < member.end),
  );

/** The rules once more, as one would explain them to a person: unit by unit, with luxon, without any algebra. */
const isPossible = ({ rules, interviewers: [person], respondent }: Scenario, slot: Interval) => {
  const dateAt = (instant: number) => DateTime.fromMillis(instant, { zone: rules.zone }).toISODate() ?? '';
  const leavesRoom = person.busy.every((busy) => {
    if (busy.start === busy.end) return true;
    const room = busy.end <= slot.start ? slot.start - busy.end : busy.start - slot.end;
    return busy.end <= slot.start
      ? room >= Math.max(rules.bufferBeforeMinutes, busy.roomAfterMinutes) * MINUTE
      : room >= Math.max(rules.bufferAfterMinutes, busy.roomBeforeMinutes) * MINUTE;
  });
  const meetsRespondent =
    (!respondent.windows || everyUnitIn(slot, respondent.windows)) &&
    respondent.busy.every(({ start, end }) => start === end || end <= slot.start || slot.end <= start);
  const inTime = slot.start - rules.now >= rules.noticeMinutes * MINUTE;
  if (!leavesRoom || !meetsRespondent || !inTime || !everyUnitIn(slot, person.working)) return false;
  const [date, lastDate] = [dateAt(slot.start), dateAt(slot.end - 1)];
  const sameDay = person.appointmentStarts.filter((start) => dateAt(start) === date).length;
  return (
    (!rules.period || (date >= rules.period.from && lastDate <= rules.period.to)) &&
    (rules.maxPerDay === undefined || sameDay < rules.maxPerDay)
  );
};

const gridSlots = ({ range, stepMinutes, durationMinutes, rules }: Scenario) => {
  const slots: Interval[] = [];
  const duration = durationMinutes * MINUTE;
  for (let start = range.start; start + duration <= range.end; start += UNIT) {
    const { hour, minute } = DateTime.fromMillis(start, { zone: rules.zone });
    if ((hour * 60 + minute) % stepMinutes === 0) slots.push({ start, end: start + duration });
  }
  return slots;
};

describe('Slot search', () => {
  it('finds exactly what a look at every minute finds, and each slot alone is judged the same', () => {
    let found = 0;
    const property = fc.property(scenario, (search) => {
      const candidates = gridSlots(search);
      const [interviewer] = search.interviewers;
      const possible = candidates.filter((slot) => isPossible(search, slot));
      const free = candidates.filter((slot) => !whyNotFree({ ...search, slot, interviewer }));
      expect(findSlots(search).map(({ start, end }) => ({ start, end }))).toEqual(possible);
      expect(free).toEqual(possible);
      found += possible.length;
    });
    fc.assert(property, { numRuns: 150 });
    // The scenarios must leave something to find, or the comparison says nothing.
    expect(found).toBeGreaterThan(500);
  });

  it('gives the beginning of the same list when it is limited', () => {
    const property = fc.property(scenario, upTo(40), (search, limit) => {
      const interviewers = ['a', 'b', 'c'].map((id) => ({ ...search.interviewers[0], id }));
      const all = findSlots({ ...search, interviewers });
      const some = findSlots({ ...search, interviewers: interviewers.toReversed(), limit });
      expect(some).toEqual(all.slice(0, limit));
    });
    fc.assert(property, { numRuns: 60 });
  });
});
