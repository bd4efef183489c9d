import { DateTime } from 'luxon';
import { DAY, MINUTE } from '../../kernel/time/zone.js';
import { findSlots, type Slot, type SlotSearch } from './find-slots.js';
import type { Interval } from './intervals.js';
import type { InterviewerTime, SlotRules } from './slot-rules.js';
import { parseWeeklyHours, sameHoursDaily } from './weekly-hours.js';
import { workingTime } from './working-time.js';

const zone = 'Europe/Amsterdam';
const at = (text: string) => DateTime.fromISO(text, { zone }).toMillis();
const span = (start: string, end: string): Interval => ({ start: at(start), end: at(end) });
const local = (slots: readonly Slot[]) =>
  slots.map(
    ({ start, interviewerId }) =>
      `${DateTime.fromMillis(start, { zone }).toFormat('dd HH:mm')} ${interviewerId}`,
  );

const rules: SlotRules = {
  zone,
  now: at('2027-01-01T00:00'),
  noticeMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};
const monday = span('2027-01-04T09:00', '2027-01-04T12:00');
const one: InterviewerTime = { id: 'one', working: [monday], busy: [] };
const search: SlotSearch = {
  rules,
  range: span('2027-01-04', '2027-01-06'),
  durationMinutes: 60,
  stepMinutes: 30,
  interviewers: [one],
};

/** The half-hour starts, with their offset, that hours on a Sunday have. */
const nightly = (date: string, hours: string[], inZone = zone) => {
  const weekly = parseWeeklyHours({ sunday: hours });
  const noon = Date.parse(`${date}T12:00Z`);
  const range = { start: noon - DAY, end: noon + DAY };
  const working = workingTime({ zone: inZone, weekly }, range);
  const found = findSlots({
    ...search,
    rules: { ...rules, zone: inZone },
    range,
    interviewers: [{ ...one, working }],
  });
  return found.map(({ start }) => DateTime.fromMillis(start, { zone: inZone }).toFormat('HH:mm ZZ'));
};

describe('Slots are found', () => {
  it('from the first free moment to the last one that leaves time enough', () => {
    expect(local(findSlots(search))).toEqual([
      '04 09:00 one',
      '04 09:30 one',
      '04 10:00 one',
      '04 10:30 one',
      '04 11:00 one',
    ]);
  });

  it.each<[string, Partial<SlotSearch>, string[]]>([
    [
      'on the grid of the wall clock, not counted from the start of work',
      {
        stepMinutes: 60,
        interviewers: [{ ...one, working: [span('2027-01-04T09:20', '2027-01-04T12:10')] }],
      },
      ['04 10:00 one', '04 11:00 one'],
    ],
    [
      'around what is busy, up to its very edges',
      { interviewers: [{ ...one, busy: [span('2027-01-04T10:00', '2027-01-04T10:30')] }] },
      ['04 09:00 one', '04 10:30 one', '04 11:00 one'],
    ],
    [
      'with the buffers around what is busy',
      {
        rules: { ...rules, bufferBeforeMinutes: 15, bufferAfterMinutes: 5 },
        stepMinutes: 5,
        durationMinutes: 50,
        interviewers: [{ ...one, busy: [span('2027-01-04T10:00', '2027-01-04T10:45')] }],
      },
      ['04 09:00 one', '04 09:05 one', '04 11:00 one', '04 11:05 one', '04 11:10 one'],
    ],
    [
      'with the larger of buffer and own room, not their sum',
      {
        rules: { ...rules, bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
        interviewers: [
          {
            ...one,
            working: [span('2027-01-04T09:00', '2027-01-04T17:00')],
            busy: [
              {
                ...span('2027-01-04T11:00', '2027-01-04T12:00'),
                roomBeforeMinutes: 60,
                roomAfterMinutes: 15,
              },
              span('2027-01-04T15:00', '2027-01-04T17:00'),
            ],
          },
        ],
      },
      ['04 09:00 one', '04 12:30 one', '04 13:00 one', '04 13:30 one'],
    ],
    [
      'no sooner than the notice allows',
      { rules: { ...rules, now: at('2027-01-03T10:15'), noticeMinutes: 24 * 60 } },
      ['04 10:30 one', '04 11:00 one'],
    ],
    [
      'within the fieldwork period, its last day included',
      {
        rules: { ...rules, period: { from: '2027-01-05', to: '2027-01-05' } },
        interviewers: [
          {
            ...one,
            working: ['04', '05', '06'].map((day) => span(`2027-01-${day}T22:00`, `2027-01-${day}T23:30`)),
          },
        ],
        range: span('2027-01-01', '2027-02-01'),
      },
      ['05 22:00 one', '05 22:30 one'],
    ],
    [
      'on no day that has the maximum already',
      {
        rules: { ...rules, maxPerDay: 2 },
        stepMinutes: 60,
        interviewers: [
          {
            ...one,
            working: [monday, span('2027-01-05T09:00', '2027-01-05T10:00')],
            appointmentStarts: [at('2027-01-04T00:00'), at('2027-01-04T23:59'), at('2027-01-05T00:00')],
          },
        ],
      },
      ['05 09:00 one'],
    ],
    [
      "by an interviewer's own maximum before the study's",
      { rules: { ...rules, maxPerDay: 5 }, interviewers: [{ ...one, maxPerDay: 0 }] },
      [],
    ],
    [
      'in the windows of the respondent and not when the respondent is busy',
      {
        respondent: {
          windows: [
            span('2027-01-04T09:30', '2027-01-04T11:30'),
            span('2027-01-04T11:30', '2027-01-04T11:45'),
          ],
          busy: [span('2027-01-04T09:45', '2027-01-04T10:00')],
        },
      },
      ['04 10:00 one', '04 10:30 one'],
    ],
    ['never for a respondent without any window', { respondent: { windows: [] } }, []],
    [
      'sorted by start, then interviewer, and only as many as asked for',
      { interviewers: [{ ...one, id: 'two' }, one, { ...one, id: 'three' }], limit: 5 },
      ['04 09:00 one', '04 09:00 three', '04 09:00 two', '04 09:30 one', '04 09:30 three'],
    ],
    ['nowhere without interviewers', { interviewers: [] }, []],
  ])('%s', (_, change, expected) => {
    expect(local(findSlots({ ...search, ...change }))).toEqual(expected);
  });

  it('fast among many busy times, as it goes through them once', () => {
    const range = span('2027-01-01', '2027-12-31');
    const working = workingTime({ zone, weekly: sameHoursDaily() }, range);
    const busy = Array.from({ length: 100_000 }, (_, i) => ({
      start: range.start + i * 5 * MINUTE,
      end: range.start + (i * 5 + 4) * MINUTE,
    }));
    const started = performance.now();
    const slots = findSlots({
      ...search,
      range,
      interviewers: [{ id: 'one', working, busy }],
      stepMinutes: 5,
    });
    expect(slots.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it.each<[string, Partial<SlotSearch>]>([
    ['a range over 400 days', { range: { start: 0, end: 401 * DAY } }],
    ['a step of nothing', { stepMinutes: 0 }],
    ['a duration of nothing', { durationMinutes: 0 }],
  ])('but not for %s', (_, change) => {
    expect(() => findSlots({ ...search, ...change })).toThrow(RangeError);
  });
});

describe('Slots in the nights when the clock changes', () => {
  it('skip the hour that does not exist', () => {
    expect(nightly('2027-03-28', ['01:00-05:00'])).toEqual([
      '01:00 +01:00',
      '01:30 +01:00',
      '03:00 +02:00',
      '03:30 +02:00',
      '04:00 +02:00',
    ]);
  });

  it('come twice in the hour that is repeated', () => {
    expect(nightly('2027-10-31', ['01:30-04:00'])).toEqual([
      '01:30 +02:00',
      '02:00 +02:00',
      '02:30 +02:00',
      '02:00 +01:00',
      '02:30 +01:00',
      '03:00 +01:00',
    ]);
  });

  it('stay on the wall grid where the clock moves half an hour', () => {
    expect(nightly('2027-10-03', ['01:00-04:00'], 'Australia/Lord_Howe')).toEqual([
      '01:00 +10:30',
      '01:30 +10:30',
      '02:30 +11:00',
      '03:00 +11:00',
    ]);
  });
});
