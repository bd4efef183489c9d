import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { weekdays } from '../../kernel/time/weekday.js';
import { DAY, MINUTE, dayOfDate, zoneClock } from '../../kernel/time/zone.js';
import type { IntervalSet } from './intervals.js';
import { parseWallRanges, parseWeeklyHours, sameHoursDaily } from './weekly-hours.js';
import { workingTime, type Availability } from './working-time.js';

const zone = 'Europe/Amsterdam';
const office = parseWeeklyHours({
  monday: ['09:00-12:30', '13:00-17:00'],
  tuesday: ['09:00-17:00'],
});

const utc = (text: string) => Date.parse(`${text}Z`);
const days = (from: string, to: string, inZone = zone) => {
  const clock = zoneClock(inZone);
  return { start: clock.startOfDay(dayOfDate(from)), end: clock.startOfDay(dayOfDate(to) + 1) };
};
const local = (set: IntervalSet) =>
  set.map(({ start, end }) =>
    [start, end].map((at) => DateTime.fromMillis(at, { zone }).toFormat('LL-dd HH:mm')).join(' - '),
  );
const utcTexts = (set: IntervalSet) =>
  set.map(({ start, end }) => [start, end].map((at) => new Date(at).toISOString().slice(5, 16)).join(' - '));

describe('Working time', () => {
  it('repeats the weekly hours in the zone, winter and summer', () => {
    const week = workingTime({ zone, weekly: office }, days('2027-03-22', '2027-03-29'));
    expect(local(week)).toEqual([
      '03-22 09:00 - 03-22 12:30',
      '03-22 13:00 - 03-22 17:00',
      '03-23 09:00 - 03-23 17:00',
      '03-29 09:00 - 03-29 12:30',
      '03-29 13:00 - 03-29 17:00',
    ]);
    expect(utcTexts(week)[0]).toBe('03-22T08:00 - 03-22T11:30');
    expect(utcTexts(week)[3]).toBe('03-29T07:00 - 03-29T10:30');
  });

  it('is cut off at the ends of the range', () => {
    const range = { start: utc('2027-01-04T09:15'), end: utc('2027-01-04T13:00') };
    expect(local(workingTime({ zone, weekly: office }, range))).toEqual([
      '01-04 10:15 - 01-04 12:30',
      '01-04 13:00 - 01-04 14:00',
    ]);
  });

  it.each<[string, Pick<Availability, 'exceptions'>, string[]]>([
    ['a day off', { exceptions: [{ date: '2027-01-05', kind: 'off' }] }, []],
    [
      'other hours',
      { exceptions: [{ date: '2027-01-05', kind: 'instead', ranges: parseWallRanges(['10:00-11:00']) }] },
      ['01-05 10:00 - 01-05 11:00'],
    ],
    ['no hours instead', { exceptions: [{ date: '2027-01-05', kind: 'instead', ranges: [] }] }, []],
    [
      'extra hours',
      { exceptions: [{ date: '2027-01-05', kind: 'extra', ranges: parseWallRanges(['19:00-21:00']) }] },
      ['01-05 09:00 - 01-05 17:00', '01-05 19:00 - 01-05 21:00'],
    ],
    [
      'a day off with extra hours, whatever the order',
      {
        exceptions: [
          { date: '2027-01-05', kind: 'extra', ranges: parseWallRanges(['19:00-21:00']) },
          { date: '2027-01-05', kind: 'instead', ranges: parseWallRanges(['10:00-11:00']) },
          { date: '2027-01-05', kind: 'off' },
        ],
      },
      ['01-05 19:00 - 01-05 21:00'],
    ],
  ])('takes account of %s', (_, exceptions, expected) => {
    const tuesday = days('2027-01-05', '2027-01-05');
    expect(local(workingTime({ zone, weekly: office, ...exceptions }, tuesday))).toEqual(expected);
  });

  it('holds on the first and the last valid date and not outside them', () => {
    const availability = { zone, weekly: sameHoursDaily(parseWallRanges(['09:00-10:00'])) };
    const set = workingTime(
      { ...availability, validFrom: '2027-01-05', validUntil: '2027-01-06' },
      days('2027-01-01', '2027-01-31'),
    );
    expect(local(set)).toEqual(['01-05 09:00 - 01-05 10:00', '01-06 09:00 - 01-06 10:00']);
  });

  it('is one stretch where days touch at midnight', () => {
    const set = workingTime({ zone, weekly: sameHoursDaily() }, days('2027-10-30', '2027-11-01'));
    expect(set).toEqual([days('2027-10-30', '2027-11-01')]);
  });

  it('covers 400 days and refuses more', () => {
    const start = utc('2027-01-01T00:00');
    expect(workingTime({ zone, weekly: office }, { start, end: start + 400 * DAY })).toHaveLength(57 * 3);
    expect(() => workingTime({ zone, weekly: office }, { start, end: start + 401 * DAY })).toThrow(
      RangeError,
    );
    expect(() => workingTime({ zone, weekly: office }, { start, end: Number.NaN })).toThrow(RangeError);
    expect(workingTime({ zone, weekly: office }, { start, end: start - DAY })).toEqual([]);
  });
});

describe('Working time in the nights when the clock changes', () => {
  it.each([
    // zone, date, hours, minutes there, as UTC
    ['Europe/Amsterdam', '2027-03-28', '01:00-05:00', 180, '03-28T00:00 - 03-28T03:00'],
    ['Europe/Amsterdam', '2027-03-28', '02:30-05:00', 120, '03-28T01:00 - 03-28T03:00'],
    ['Europe/Amsterdam', '2027-03-28', '01:00-02:30', 60, '03-28T00:00 - 03-28T01:00'],
    ['Europe/Amsterdam', '2027-03-28', '02:00-03:00', 0, undefined],
    ['Europe/Amsterdam', '2027-03-28', '02:15-02:45', 0, undefined],
    ['Europe/Amsterdam', '2027-10-31', '01:00-05:00', 300, '10-30T23:00 - 10-31T04:00'],
    ['Europe/Amsterdam', '2027-10-31', '00:30-02:30', 120, '10-30T22:30 - 10-31T00:30'],
    ['Europe/Amsterdam', '2027-10-31', '02:30-05:00', 210, '10-31T00:30 - 10-31T04:00'],
    ['Europe/Amsterdam', '2027-10-31', '02:00-03:00', 120, '10-31T00:00 - 10-31T02:00'],
    ['America/New_York', '2027-03-14', '01:00-04:00', 120, '03-14T06:00 - 03-14T08:00'],
    ['America/New_York', '2027-11-07', '00:00-24:00', 1_500, '11-07T04:00 - 11-08T05:00'],
    ['Australia/Lord_Howe', '2027-10-03', '01:00-04:00', 150, '10-02T14:30 - 10-02T17:00'],
    ['Africa/Cairo', '2027-04-30', '00:00-02:00', 60, '04-29T22:00 - 04-29T23:00'],
    ['Pacific/Apia', '2011-12-30', '09:00-17:00', 0, undefined],
  ])('%s, %s, %s', (inZone, date, hours, minutes, expected) => {
    const availability = {
      zone: inZone,
      weekly: {},
      exceptions: [{ date, kind: 'extra' as const, ranges: parseWallRanges([hours]) }],
    };
    const noon = utc(`${date}T12:00`);
    const set = workingTime(availability, { start: noon - 3 * DAY, end: noon + 3 * DAY });
    expect(set.reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0)).toBe(minutes);
    expect(utcTexts(set)).toEqual(expected ? [expected] : []);
  });

  it('keeps touching ranges touching, whatever the bound and the night', () => {
    const bound = fc.integer({ min: 1, max: 1_439 });
    const night = fc.constantFrom('2027-03-28', '2027-10-31', '2027-06-06');
    const property = fc.property(bound, night, (middle, date) => {
      const ranges = [
        { from: 0, to: middle },
        { from: middle, to: 1_440 },
      ];
      const weekly = { [weekdays[6]]: ranges };
      expect(workingTime({ zone, weekly }, days(date, date))).toEqual([days(date, date)]);
    });
    fc.assert(property);
  });
});
