import * as fc from 'fast-check';
import {
  clipIntervals,
  complementIntervals,
  coversInterval,
  intersectIntervals,
  mergeIntervals,
  overlaps,
  padIntervals,
  subtractIntervals,
  type Interval,
  type IntervalSet,
} from './intervals.js';

const HORIZON = 60;

const interval = fc.record({
  start: fc.integer({ min: 0, max: HORIZON }),
  end: fc.integer({ min: 0, max: HORIZON }),
});
const intervals = fc.array(interval, { maxLength: 12 });
const sets = intervals.map(mergeIntervals);

/** The naive counterpart: every single unit that lies within. */
const units = (list: readonly Interval[]) =>
  Array.from({ length: HORIZON + 40 }, (_, i) => i - 20).filter((unit) =>
    list.some(({ start, end }) => start <= unit && unit < end),
  );

const isSet = (set: IntervalSet) =>
  set.every(({ start, end }, i) => start < end && (i === 0 || set[i - 1].end < start));

const of = (...pairs: [number, number][]): Interval[] => pairs.map(([start, end]) => ({ start, end }));

describe('Interval algebra', () => {
  it.each<[string, IntervalSet, IntervalSet]>([
    ['joins overlapping intervals', mergeIntervals(of([5, 9], [1, 6])), of([1, 9])],
    ['joins touching intervals', mergeIntervals(of([1, 3], [3, 5])), of([1, 5])],
    ['keeps an interval that swallows others', mergeIntervals(of([0, 9], [1, 2], [3, 4])), of([0, 9])],
    ['drops empty and inverted intervals', mergeIntervals(of([4, 4], [9, 2])), []],
    ['finds what two sets share', intersectIntervals(of([0, 5], [7, 9]), of([3, 8])), of([3, 5], [7, 8])],
    ['shares nothing where sets only touch', intersectIntervals(of([0, 5]), of([5, 8])), []],
    ['cuts a hole', subtractIntervals(of([0, 9]), of([3, 5])), of([0, 3], [5, 9])],
    ['cuts two intervals with one', subtractIntervals(of([0, 3], [5, 9]), of([2, 6])), of([0, 2], [6, 9])],
    ['clips to a range', clipIntervals(of([0, 3], [5, 9]), { start: 2, end: 6 }), of([2, 3], [5, 6])],
    ['complements in a range', complementIntervals(of([2, 3]), { start: 0, end: 6 }), of([0, 2], [3, 6])],
    ['joins what padding brings together', padIntervals(of([2, 3], [5, 6]), 1, 1), of([1, 7])],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it('merges to a set with the same units, and merging again changes nothing', () => {
    const property = fc.property(intervals, (list) => {
      const merged = mergeIntervals(list);
      expect(isSet(merged)).toBe(true);
      expect(units(merged)).toEqual(units(list));
      expect(mergeIntervals(merged)).toEqual(merged);
    });
    fc.assert(property);
  });

  it('leaves its input as it was', () => {
    const property = fc.property(intervals, (list) => {
      const copy = structuredClone(list);
      mergeIntervals(Object.freeze(list.map((item) => Object.freeze(item))));
      expect(list).toEqual(copy);
    });
    fc.assert(property);
  });

  it('intersects, subtracts and complements like sets of units', () => {
    const property = fc.property(sets, sets, (a, b) => {
      const [ofA, ofB] = [units(a), new Set(units(b))];
      const shared = intersectIntervals(a, b);
      const left = subtractIntervals(a, b);
      expect([shared, left].every(isSet)).toBe(true);
      expect(units(shared)).toEqual(ofA.filter((unit) => ofB.has(unit)));
      expect(units(left)).toEqual(ofA.filter((unit) => !ofB.has(unit)));
      expect(intersectIntervals(b, a)).toEqual(shared);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('puts together again what it took apart', () => {
    const property = fc.property(sets, sets, interval, (a, b, range) => {
      expect(mergeIntervals([...intersectIntervals(a, b), ...subtractIntervals(a, b)])).toEqual(a);
      expect(intersectIntervals(subtractIntervals(a, b), b)).toEqual([]);
      const outside = complementIntervals(a, range);
      expect(complementIntervals(outside, range)).toEqual(clipIntervals(a, range));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('pads each interval by itself', () => {
    const amount = fc.integer({ min: 0, max: 15 });
    const property = fc.property(sets, amount, amount, (set, before, after) => {
      const padded = set.map(({ start, end }) => ({ start: start - before, end: end + after }));
      expect(units(padIntervals(set, before, after))).toEqual(units(padded));
    });
    fc.assert(property);
  });

  it('says whether a set covers or an interval overlaps another', () => {
    const real = interval.filter(({ start, end }) => start < end);
    const property = fc.property(sets, real, interval, (set, probe, other) => {
      const within = new Set(units(set));
      expect(coversInterval(set, probe)).toBe(units([probe]).every((unit) => within.has(unit)));
      expect(overlaps(probe, other)).toBe(intersectIntervals([probe], mergeIntervals([other])).length > 0);
      expect(overlaps(other, probe)).toBe(overlaps(probe, other));
    });
    fc.assert(property);
  });
});
