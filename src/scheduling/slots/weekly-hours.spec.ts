import * as fc from 'fast-check';
import {
  formatWallRange,
  overlapping,
  parseWallRange,
  parseWeeklyHours,
  sameHoursDaily,
} from './weekly-hours.js';

describe('A range of wall times', () => {
  it.each([
    ['09:00-17:00', { from: 540, to: 1_020 }],
    ['9:30 – 12:00', { from: 570, to: 720 }],
    ['00:00-24:00', { from: 0, to: 1_440 }],
  ])('is read from %p', (text, range) => {
    expect(parseWallRange(text)).toEqual(range);
  });

  it.each(['17:00-09:00', '09:00-09:00', '22:00-24:01', '25:00-26:00', '09:60-10:00', '09:00', '9-17', ''])(
    'is not read from %p',
    (text) => {
      expect(parseWallRange(text)).toBeUndefined();
    },
  );

  it('comes back from its own text', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 2 });
    const property = fc.property(minutes, (pair) => {
      const [from, to] = pair.toSorted((a, b) => a - b);
      expect(parseWallRange(formatWallRange({ from, to }))).toEqual({ from, to });
    });
    fc.assert(property);
  });
});

describe('Weekly hours', () => {
  it('are read as a study file writes them', () => {
    const hours = parseWeeklyHours({ monday: ['09:00-12:00', '13:00-17:00'], sunday: [] });
    expect(hours.monday).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1_020 },
    ]);
    expect([hours.tuesday, hours.sunday]).toEqual([[], []]);
  });

  it('name the text that they cannot read', () => {
    expect(() => parseWeeklyHours({ friday: ['all day'] })).toThrow('all day');
  });

  it('can be the same on every day but some', () => {
    const mornings = [{ from: 480, to: 720 }];
    const hours = sameHoursDaily(mornings, ['wednesday', 'saturday', 'sunday']);
    expect(Object.keys(hours)).toEqual(['monday', 'tuesday', 'thursday', 'friday']);
    expect(hours.monday).toEqual(mornings);
  });
});

describe('Ranges of one day', () => {
  it.each([
    [['09:00-12:00', '12:00-17:00'], false],
    [['13:00-17:00', '09:00-13:30'], true],
    [['09:00-17:00', '10:00-11:00'], true],
    [[], false],
  ])('%p overlap: %p', (ranges, expected) => {
    expect(overlapping(ranges)).toBe(expected);
  });
});
