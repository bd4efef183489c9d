import { dayToShow, weekAround } from './week.js';

const zone = 'Europe/Amsterdam';

describe('a week of the calendar', () => {
  it.each([
    ['2027-01-11', '2027-01-11', '2027-01-10T23:00:00.000Z', '2027-01-17T23:00:00.000Z'],
    ['2027-01-17', '2027-01-11', '2027-01-10T23:00:00.000Z', '2027-01-17T23:00:00.000Z'],
    ['2027-03-28', '2027-03-22', '2027-03-21T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', '2027-10-25', '2027-10-24T22:00:00.000Z', '2027-10-31T23:00:00.000Z'],
  ])('around %s begins on %s', (date, monday, from, to) =>
    expect(weekAround(date, zone)).toEqual({ monday, from: new Date(from), to: new Date(to) }),
  );

  it.each([
    ['2026-12-01T09:00:00Z', '2027-01-04'],
    ['2027-02-01T23:30:00Z', '2027-02-02'],
    ['2027-05-01T09:00:00Z', '2027-03-26'],
  ])('is shown first, at %s, around %s', (now, day) =>
    expect(dayToShow(new Date(now), { from: '2027-01-04', to: '2027-03-26', zone })).toBe(day),
  );
});
