import { Settings } from 'luxon';
import { entryTimes, inZone } from './entry-times.js';

const written = (start: string, end: string, zone = 'Europe/Amsterdam') => {
  const times = entryTimes({ start: new Date(start), end: new Date(end), zone });
  return [times.zone, times.start.toFormat("HH:mm'/'ZZ"), times.end.toFormat("HH:mm'/'ZZ")];
};

describe('entryTimes', () => {
  it.each([
    [
      'winter time',
      '2026-12-01T13:00Z',
      '2026-12-01T14:00Z',
      ['Europe/Amsterdam', '14:00/+01:00', '15:00/+01:00'],
    ],
    [
      'summer time',
      '2026-07-01T13:00Z',
      '2026-07-01T14:00Z',
      ['Europe/Amsterdam', '15:00/+02:00', '16:00/+02:00'],
    ],
    [
      'across the spring night',
      '2027-03-28T00:30Z',
      '2027-03-28T01:30Z',
      ['Europe/Amsterdam', '01:30/+01:00', '03:30/+02:00'],
    ],
    [
      'across the autumn night',
      '2026-10-24T23:30Z',
      '2026-10-25T02:30Z',
      ['Europe/Amsterdam', '01:30/+02:00', '03:30/+01:00'],
    ],
  ])('names Amsterdam in %s', (_when, start, end, expected) => {
    expect(written(start, end)).toEqual(expected);
  });

  it.each([
    [
      'starts in the first hour from two to three',
      '2026-10-25T00:30Z',
      '2026-10-25T02:30Z',
      ['00:30', '02:30'],
    ],
    [
      'starts in the second hour from two to three',
      '2026-10-25T01:30Z',
      '2026-10-25T02:30Z',
      ['01:30', '02:30'],
    ],
    ['ends in it', '2026-10-24T23:30Z', '2026-10-25T00:30Z', ['23:30', '00:30']],
  ])('writes UTC when the appointment %s of the autumn night', (_which, start, end, [from, to]) => {
    expect(written(start, end)).toEqual([null, `${from}/+00:00`, `${to}/+00:00`]);
  });

  it('writes UTC for any other zone', () => {
    expect(written('2026-12-01T13:00Z', '2026-12-01T14:00Z', 'Europe/Brussels')).toEqual([
      null,
      '13:00/+00:00',
      '14:00/+00:00',
    ]);
  });

  it.each([
    [
      'an end before the start',
      '2026-12-01T13:00Z',
      '2026-12-01T12:00Z',
      'Europe/Amsterdam',
      'end after it starts',
    ],
    [
      'an end in the same second',
      '2026-12-01T13:00:00.1Z',
      '2026-12-01T13:00:00.9Z',
      'UTC',
      'end after it starts',
    ],
    ['an unknown zone', '2026-12-01T13:00Z', '2026-12-01T14:00Z', 'Europe/Nergens', 'unknown zone'],
    ['a date that does not exist', 'never', '2026-12-01T14:00Z', 'Europe/Amsterdam', 'impossible time'],
  ])('refuses %s', (_what, start, end, zone, reason) => {
    expect(() => entryTimes({ start: new Date(start), end: new Date(end), zone })).toThrow(reason);
  });
});

describe('inZone', () => {
  it('writes western digits whatever language the machine speaks', () => {
    const before = Settings.defaultLocale;
    Settings.defaultLocale = 'ar-EG-u-nu-arab';
    try {
      expect(inZone(new Date('2026-12-01T13:00Z'), 'utc').toFormat('yyyyLLdd')).toBe('20261201');
    } finally {
      Settings.defaultLocale = before;
    }
  });
});
