import * as fc from 'fast-check';
import { agendaTimes } from './agenda-times.js';

const iso = (moment: Date | null) => moment?.toISOString().slice(11, 16) ?? null;
const timesOf = (start: string | null, minutes: readonly number[], durationMinutes = 120) =>
  agendaTimes(
    { start: start === null ? null : new Date(start), durationMinutes },
    minutes.map((each) => ({ minutes: each })),
  );

describe('The times of an agenda', () => {
  it('follow each other from the start of the meeting', () => {
    const { items } = timesOf('2027-01-14T13:00:00Z', [10, 45, 65]);
    expect(items.map(({ start, end }) => [iso(start), iso(end)])).toEqual([
      ['13:00', '13:10'],
      ['13:10', '13:55'],
      ['13:55', '15:00'],
    ]);
  });

  it('keep elapsed minutes when the clock is put forward during the meeting', () => {
    const { items } = timesOf('2027-03-28T00:30:00Z', [60, 60]);
    expect(items.map(({ start }) => start?.toISOString())).toEqual([
      '2027-03-28T00:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
    ]);
  });

  it('are unknown without a date, while the lengths are not', () => {
    const { items, totalMinutes } = timesOf(null, [10, 20]);
    expect(items.map(({ start, end }) => [start, end])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(totalMinutes).toBe(30);
  });

  it.each([
    [[60, 60], 120, 0],
    [[60, 61], 120, 1],
    [[30], 120, 0],
    [[], 5, 0],
    [[720], 5, 715],
  ])('of %j in a meeting of %d minutes exceed it by %d', (minutes, durationMinutes, overrun) => {
    expect(timesOf(null, minutes, durationMinutes).overrunMinutes).toBe(overrun);
  });

  it('leave no gap and no overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 720 }), { maxLength: 30 }), (minutes) => {
        const { items, totalMinutes } = timesOf('2027-01-14T13:00:00Z', minutes);
        items.slice(1).forEach(({ start }, index) => expect(start).toEqual(items[index]!.end));
        expect(totalMinutes).toBe(minutes.reduce((sum, each) => sum + each, 0));
      }),
    );
  });
});
