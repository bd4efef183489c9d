import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { DAY, MINUTE, dateOfDay, dayOfDate, weekdayOfDay, zoneClock } from './zone.js';

const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);

const zones = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
];

describe('A wall time means an instant', () => {
  it.each([
    // zone, wall time, RFC 5545 instant, first instant from that wall time on
    ['Europe/Amsterdam', '2027-01-15T09:00', '2027-01-15T08:00', '2027-01-15T08:00'],
    ['Europe/Amsterdam', '2027-03-28T01:59', '2027-03-28T00:59', '2027-03-28T00:59'],
    ['Europe/Amsterdam', '2027-03-28T02:00', '2027-03-28T01:00', '2027-03-28T01:00'],
    ['Europe/Amsterdam', '2027-03-28T02:30', '2027-03-28T01:30', '2027-03-28T01:00'],
    ['Europe/Amsterdam', '2027-03-28T03:00', '2027-03-28T01:00', '2027-03-28T01:00'],
    ['Europe/Amsterdam', '2027-10-31T01:59', '2027-10-30T23:59', '2027-10-30T23:59'],
    ['Europe/Amsterdam', '2027-10-31T02:00', '2027-10-31T00:00', '2027-10-31T00:00'],
    ['Europe/Amsterdam', '2027-10-31T02:59', '2027-10-31T00:59', '2027-10-31T00:59'],
    ['Europe/Amsterdam', '2027-10-31T03:00', '2027-10-31T02:00', '2027-10-31T02:00'],
    ['America/New_York', '2027-03-14T02:30', '2027-03-14T07:30', '2027-03-14T07:00'],
    ['America/New_York', '2027-11-07T01:30', '2027-11-07T05:30', '2027-11-07T05:30'],
    ['Australia/Lord_Howe', '2027-10-03T02:15', '2027-10-02T15:45', '2027-10-02T15:30'],
    ['Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45', '2027-04-03T14:45'],
    ['Pacific/Apia', '2011-12-30T09:00', '2011-12-30T19:00', '2011-12-30T10:00'],
    // A gap of two hours across the end of a block of kept offsets.
    ['Antarctica/Troll', '2077-03-28T01:30', '2077-03-28T01:30', '2077-03-28T01:00'],
  ])('%s %s', (zone, wall, instant, first) => {
    expect(iso(zoneClock(zone).instantOf(utc(wall)))).toBe(instant);
    expect(iso(zoneClock(zone).firstInstantFrom(utc(wall)))).toBe(first);
  });
});

describe('A local day', () => {
  it.each([
    ['Europe/Amsterdam', '2027-03-28', '2027-03-27T23:00', 23],
    ['Europe/Amsterdam', '2027-10-31', '2027-10-30T22:00', 25],
    ['Europe/Amsterdam', '2027-06-01', '2027-05-31T22:00', 24],
    // Midnight itself is skipped, repeated, and a whole day left out.
    ['Africa/Cairo', '2027-04-30', '2027-04-29T22:00', 23],
    ['America/Havana', '2027-11-07', '2027-11-07T04:00', 25],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00', 0],
  ])('in %s on %s starts at %s and lasts %d hours', (zone, date, start, hours) => {
    const clock = zoneClock(zone);
    const from = clock.startOfDay(dayOfDate(date));
    expect(iso(from)).toBe(start);
    expect((clock.startOfDay(dayOfDate(date) + 1) - from) / (60 * MINUTE)).toBe(hours);
  });

  it('turns into a date and back, and knows its weekday', () => {
    expect(dayOfDate('1970-01-01')).toBe(0);
    expect(weekdayOfDay(dayOfDate('2027-03-28'))).toBe(6);
    expect(weekdayOfDay(dayOfDate('1969-12-29'))).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => dayOfDate(dateOfDay(day)) === day),
    );
  });

  it.each(['2027-02-29', '2027-13-01', '27-01-01', '2027-01-01T00:00', ''])('is not %p', (text) => {
    expect(() => dayOfDate(text)).toThrow(RangeError);
  });
});

describe('The clock of a zone', () => {
  const instants = fc.integer({ min: utc('1970-01-01T00:00'), max: utc('2045-01-01T00:00') });

  it.each(zones)('of %s shows what Intl shows', (zone) => {
    const clock = zoneClock(zone);
    const property = fc.property(instants, (instant) => {
      expect(clock.offsetAt(instant)).toBe(DateTime.fromMillis(instant, { zone }).offset * MINUTE);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it.each(zones)('of %s changes at the very second that Intl changes', (zone) => {
    const clock = zoneClock(zone);
    const end = utc('2029-01-01T00:00');
    for (let at = utc('2026-01-01T00:00'); at < end; at = clock.spanAt(at).end) {
      const span = clock.spanAt(at);
      for (const instant of [span.start, span.end - 1_000]) {
        expect(span.offset).toBe(DateTime.fromMillis(instant, { zone }).offset * MINUTE);
      }
    }
  });

  it.each(zones)('of %s gives back the instant of a wall time, or its first occurrence', (zone) => {
    const clock = zoneClock(zone);
    const property = fc.property(instants, (instant) => {
      const wall = clock.wallAt(instant);
      const first = clock.instantOf(wall);
      expect(clock.wallAt(first)).toBe(wall);
      expect(first).toBeLessThanOrEqual(instant);
      expect(clock.firstInstantFrom(wall)).toBe(first);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it.each(zones)('of %s never turns a later wall time into an earlier bound', (zone) => {
    const clock = zoneClock(zone);
    const property = fc.property(instants, fc.integer({ min: 0, max: 2 * DAY }), (wall, later) => {
      expect(clock.firstInstantFrom(wall)).toBeLessThanOrEqual(clock.firstInstantFrom(wall + later));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('is refused for a zone that does not exist', () => {
    expect(() => zoneClock('Europe/Zeewolde')).toThrow(RangeError);
  });
});
