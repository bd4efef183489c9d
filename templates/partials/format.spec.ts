import {
  formatDateRange,
  formatDateTime,
  formatDay,
  formatDuration,
  formatTimeRange,
  isoDay,
  minutesOfDay,
  relativeDays,
} from './format.js';

const nl = { language: 'nl', zone: 'Europe/Amsterdam' } as const;
const en = { language: 'en', zone: 'Europe/Amsterdam' } as const;
const start = new Date('2027-01-12T08:30:00Z');
const end = new Date('2027-01-12T09:30:00Z');

describe('dates and times', () => {
  it('are written out in both languages, in the zone that is given', () => {
    expect(formatDay(start, nl)).toBe('dinsdag 12 januari 2027');
    expect(formatDay(start, en)).toBe('Tuesday 12 January 2027');
    expect(formatDay(start, { language: 'nl', zone: 'Pacific/Auckland' })).toBe('dinsdag 12 januari 2027');
    expect(formatDateTime(start, { language: 'nl', zone: 'America/New_York' })).toBe(
      'dinsdag 12 januari 2027, 03.30 uur',
    );
    expect(formatTimeRange(start, end, nl)).toBe('09.30 – 10.30 uur');
    expect(formatTimeRange(start, end, en)).toBe('09:30–10:30');
    expect(formatDateRange('2027-01-04', '2027-03-26', 'nl')).toBe('4 januari – 26 maart 2027');
  });

  it.each([
    ['2027-03-28T00:30:00Z', '2027-03-28', 90],
    ['2027-03-28T01:30:00Z', '2027-03-28', 210],
    ['2027-10-31T00:30:00Z', '2027-10-31', 150],
    ['2027-10-31T01:30:00Z', '2027-10-31', 150],
    ['2027-10-31T23:00:00Z', '2027-11-01', 0],
  ])('at %s the clock of Amsterdam stands on %s, minute %i', (moment, day, minutes) => {
    expect(isoDay(new Date(moment), nl.zone)).toBe(day);
    expect(minutesOfDay(new Date(moment), nl.zone)).toBe(minutes);
  });

  it('are counted in days of the calendar, not in hours', () => {
    const evening = new Date('2027-03-27T22:30:00Z');
    expect(relativeDays(new Date('2027-03-27T23:30:00Z'), evening, nl)).toBe('morgen');
    expect(relativeDays(evening, evening, en)).toBe('today');
    expect(relativeDays(new Date('2027-03-18T12:00:00Z'), evening, nl)).toBe('9 dagen geleden');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 minuten', '0 minutes'],
    [1, '1 minuut', '1 minute'],
    [60, '1 uur', '1 hour'],
    [90, '1 uur en 30 minuten', '1 hour and 30 minutes'],
    [121, '2 uur en 1 minuut', '2 hours and 1 minute'],
  ])('of %i minutes are %s and %s', (minutes, dutch, english) => {
    expect([formatDuration(minutes, 'nl'), formatDuration(minutes, 'en')]).toEqual([dutch, english]);
  });
});
