import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { MINUTE } from '../../kernel/time/zone.js';
import type { Slot } from './find-slots.js';
import { overlaps } from './intervals.js';
import { spreadSlots } from './spread-slots.js';

const zone = 'Europe/Amsterdam';

const slot = (start: string, interviewerId = 'one'): Slot => {
  const instant = DateTime.fromISO(start, { zone }).toMillis();
  return { start: instant, end: instant + 60 * MINUTE, interviewerId };
};
/** A quarter-hour grid from 09:00 until 16:00 on working days from 4 January 2027 on. */
const weeks = (days: number, interviewers = ['one', 'two', 'three']): Slot[] =>
  Array.from({ length: days }, (_, i) => 4 + i + 2 * Math.floor(i / 5)).flatMap((date) =>
    Array.from({ length: 29 }, (_, quarter) =>
      interviewers.map((id) => {
        const first = slot(`2027-01-${String(date).padStart(2, '0')}T09:00`, id);
        return {
          ...first,
          start: first.start + quarter * 15 * MINUTE,
          end: first.end + quarter * 15 * MINUTE,
        };
      }),
    ).flat(),
  );
const wall = ({ start }: Slot) => DateTime.fromMillis(start, { zone });
const distinct = (values: readonly unknown[]) => new Set(values).size;

describe('A choice of slots', () => {
  const chosen = spreadSlots({ slots: weeks(15), count: 6, zone });

  it('takes one a day, evenly over the days', () => {
    expect(chosen).toHaveLength(6);
    expect(distinct(chosen.map((item) => wall(item).toISODate()))).toBe(6);
    expect(chosen.filter((item) => wall(item).day <= 8)).toHaveLength(2);
    expect(chosen.filter((item) => wall(item).day >= 18)).toHaveLength(2);
  });

  it('takes different weekdays, interviewers and parts of the day', () => {
    expect(distinct(chosen.map((item) => wall(item).weekday))).toBe(5);
    expect(
      Object.values(Object.groupBy(chosen, ({ interviewerId }) => interviewerId)).map((of) => of?.length),
    ).toEqual([2, 2, 2]);
    expect(chosen.filter((item) => wall(item).hour < 12)).toHaveLength(3);
  });

  it('rather takes whole hours than half ones, and half ones than quarters', () => {
    expect(chosen.every((item) => wall(item).minute === 0)).toBe(true);
    const odd = ['T09:15', 'T09:30', 'T09:45'].map((time) => slot(`2027-01-04${time}`));
    expect(spreadSlots({ slots: odd, count: 1, zone })).toEqual([odd[1]]);
  });

  it('takes several of a day when there are fewer days than asked for', () => {
    const several = spreadSlots({ slots: weeks(2, ['one']), count: 5, zone });
    expect(several.map((item) => wall(item).day).toSorted()).toHaveLength(5);
    expect(distinct(several.map((item) => wall(item).day))).toBe(2);
    expect(several.some((a) => several.some((b) => a !== b && overlaps(a, b)))).toBe(false);
  });

  it('reads the part of the day in the zone', () => {
    const slots = [slot('2027-01-04T11:00'), slot('2027-01-05T11:00'), slot('2027-01-05T12:00')];
    expect(spreadSlots({ slots, count: 2, zone })).toEqual([slots[0], slots[2]]);
    // In London all three are in the morning, so the earlier one goes first.
    expect(spreadSlots({ slots, count: 2, zone: 'Europe/London' })).toEqual([slots[0], slots[1]]);
  });

  it('is shorter when there is no more, and empty when there is nothing', () => {
    const same = [
      slot('2027-01-04T10:00', 'one'),
      slot('2027-01-04T10:00', 'two'),
      slot('2027-01-04T10:30', 'two'),
    ];
    expect(spreadSlots({ slots: same, count: 3, zone })).toEqual([same[0]]);
    expect(spreadSlots({ slots: [], count: 3, zone })).toEqual([]);
    expect(spreadSlots({ slots: same, count: 0, zone })).toEqual([]);
  });

  it('comes from the given slots, never overlaps, and does not depend on their order', () => {
    const pool = weeks(10);
    const some = fc.subarray(pool, { maxLength: 60 });
    const property = fc.property(some, fc.integer({ min: 1, max: 12 }), (slots, count) => {
      const choice = spreadSlots({ slots, count, zone });
      const days = distinct(slots.map((item) => wall(item).toISODate()));
      expect(choice.every((item) => slots.includes(item))).toBe(true);
      expect(choice.length).toBeLessThanOrEqual(count);
      expect(distinct(choice.map((item) => wall(item).toISODate()))).toBe(Math.min(days, count));
      expect(choice.some((a) => choice.some((b) => a !== b && overlaps(a, b)))).toBe(false);
      expect(choice).toEqual(choice.toSorted((a, b) => a.start - b.start));
      expect(spreadSlots({ slots: slots.toReversed(), count, zone })).toEqual(choice);
    });
    fc.assert(property, { numRuns: 100 });
  });
});
