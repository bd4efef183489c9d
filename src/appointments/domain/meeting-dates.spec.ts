import { meetingDates } from './meeting-dates.js';

const period = { from: '2027-01-04', to: '2027-04-30', zone: 'Europe/Amsterdam', count: 3 };
const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString());

describe("a team's weekly meeting", () => {
  const tuesday = { weekday: 'tuesday', start: '09:00' };

  it('begins at the same wall time before and after the clocks change', () => {
    const now = new Date('2027-03-17T12:00:00Z');
    expect(iso(meetingDates(tuesday, { ...period, now }))).toEqual([
      '2027-03-23T08:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
      '2027-04-06T07:00:00.000Z',
    ]);
  });

  it('is not proposed before the fieldwork, after it, or when it has begun today', () => {
    const early = new Date('2026-11-23T12:00:00Z');
    expect(iso(meetingDates(tuesday, { ...period, now: early, count: 1 }))).toEqual([
      '2027-01-05T08:00:00.000Z',
    ]);
    const begun = new Date('2027-04-27T07:00:00Z');
    expect(meetingDates(tuesday, { ...period, now: begun })).toEqual([]);
  });
});
