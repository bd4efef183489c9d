import { checkBytes } from './check-bytes.js';
import { eventOf, FEED_FOOT, feedHead } from './write-feed.js';
import { writePublished } from './write-calendar-object.js';
import { checkOutgoing } from './check-outgoing.js';
import type { PublishedEntry } from './calendar-entry.js';

const entry: PublishedEntry = {
  uid: 'a@feed.veldwerk',
  sequence: 2,
  stampedAt: new Date('2027-01-04T09:00:00.400Z'),
  start: new Date('2027-02-02T09:00:00Z'),
  end: new Date('2027-02-02T10:00:00Z'),
  zone: 'Europe/Amsterdam',
  summary: 'BEGIN:VEVENT\nEND:VEVENT '.repeat(8),
  organizer: { name: 'Veldwerk', address: 'planning@localhost' },
  status: 'CONFIRMED',
};

const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('an entry of a feed', () => {
  it.each(['CONFIRMED', 'CANCELLED'] as const)(
    'that is %s may leave, with the moment it changed',
    (status) => {
      const object = writePublished({ ...entry, status });
      expect(checkOutgoing(object, 'PUBLISH')).toEqual([]);
      expect(linesOf(object.toString())).toEqual(
        expect.arrayContaining([
          'DTSTAMP:20270104T090000Z',
          'LAST-MODIFIED:20270104T090000Z',
          'SEQUENCE:2',
          `STATUS:${status}`,
          `TRANSP:${status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
        ]),
      );
    },
  );

  it('is cut out whole, whatever its texts say', () => {
    const event = eventOf(writePublished(entry));
    const lines = linesOf(event);
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VEVENT', 'END:VEVENT', '']);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(writePublished(entry).toString()).toContain(event);
  });
});

describe('a feed', () => {
  it('is one calendar, whatever it is called', () => {
    const name = 'Één; twee, drie\\\r\nEND:VCALENDAR\r\n🙂'.repeat(9);
    const feed = feedHead(name) + eventOf(writePublished(entry)) + FEED_FOOT;
    expect(checkBytes(Buffer.from(feed)).faults).toEqual([]);
    expect(checkOutgoing(Buffer.from(feed), 'PUBLISH')).toEqual([]);
    const named = linesOf(feed).filter((line) => /^(NAME|X-WR-CALNAME):/.test(line));
    expect(named.map((line) => line.slice(line.indexOf(':')))).toEqual(
      Array.from({ length: 2 }, () => `:${'Één\\; twee\\, drie\\\\\\nEND:VCALENDAR\\n🙂'.repeat(9)}`),
    );
  });

  it('without entries is a calendar still: it has its zone', () => {
    expect(linesOf(feedHead('Leeg') + FEED_FOOT)).toContain('BEGIN:VTIMEZONE');
  });
});
