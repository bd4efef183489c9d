import * as fc from 'fast-check';
import ICAL from 'ical.js';
import type { InvitationEntry } from './calendar-entry.js';
import { calendarText, commonName, organizerName } from './calendar-text.js';
import { checkOutgoing } from './check-outgoing.js';
import type { OutgoingMethod } from './outgoing-fault.js';
import { writeCancel, writePublish, writeRequest } from './write-calendar-object.js';
import { writeDeclineCounter } from './write-decline-counter.js';

const ENTRY: InvitationEntry = {
  uid: 'b7c0f2a4-6f5e-4d0f-9a51-2d1f4c9e7a10',
  sequence: 0,
  stampedAt: new Date('2026-11-23T09:00:00Z'),
  start: new Date('2026-12-01T13:00:00Z'),
  end: new Date('2026-12-01T14:00:00Z'),
  zone: 'Europe/Amsterdam',
  summary: 'Gesprek',
  organizer: { name: 'Planning', address: 'planning@study.example' },
  attendee: { address: 'jan@example.com', partstat: 'NEEDS-ACTION' },
  status: 'CONFIRMED',
};

// Ordinary characters, and often those that mean something in a calendar.
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\n ',
        '\u2028',
        '\\',
        '\\n',
        ';',
        ',',
        ':',
        '"',
        '^n',
        "^'",
        'BEGIN:VEVENT',
      ),
      fc.constantFrom(
        '\r\nATTENDEE:mailto:x@y.example\r\n',
        '\r\nEND:VCALENDAR\r\n',
        '\ud800',
        'é',
        '€',
        '🙂',
        '\u0000',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const partstat = fc.constantFrom<InvitationEntry['attendee']['partstat'][]>(
  'NEEDS-ACTION',
  'ACCEPTED',
  'DECLINED',
);

const anyEntry: fc.Arbitrary<InvitationEntry> = fc
  .record({
    texts: fc.record({ summary: hostile, description: hostile, location: hostile }),
    names: fc.tuple(hostile, hostile),
    partstat,
    zone: fc.constantFrom('Europe/Amsterdam', 'Europe/Brussels', 'America/New_York', 'utc'),
    start: fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
    minutes: fc.integer({ min: 1, max: 600 }),
    isPrivate: fc.boolean(),
  })
  .map(({ texts, names: [organizer, attendee], partstat, zone, start, minutes, isPrivate }) => ({
    ...ENTRY,
    ...texts,
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    zone,
    isPrivate,
    organizer: { ...ENTRY.organizer, name: organizer },
    attendee: { ...ENTRY.attendee, name: attendee, partstat },
  }));

const WRITERS: [OutgoingMethod, (entry: InvitationEntry) => Buffer][] = [
  ['REQUEST', writeRequest],
  ['CANCEL', writeCancel],
  ['PUBLISH', writePublish],
  ['DECLINECOUNTER', (entry) => writeDeclineCounter({ ...entry, comment: entry.description ?? '' })],
];

function parsed(bytes: Buffer): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('There is no event.');
  return event;
}

const text = (event: ICAL.Component, name: string) => event.getFirstPropertyValue(name) ?? '';
const instant = (event: ICAL.Component, name: string) =>
  (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().getTime();
const wholeSecond = (date: Date) => Math.floor(date.getTime() / 1000) * 1000;

const rsvp = (attendee: Partial<InvitationEntry['attendee']>) =>
  parsed(writeRequest({ ...ENTRY, attendee: { ...ENTRY.attendee, ...attendee } }))
    .getFirstProperty('attendee')
    ?.getFirstParameter('rsvp');

describe('what is written', () => {
  it.each(WRITERS)('passes the outgoing check as %s, whatever people wrote', (method, write) => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(checkOutgoing(write(entry), method)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is read back by another library with the same texts, names and times', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const event = parsed(writeRequest(entry));
        expect(text(event, 'summary')).toBe(calendarText(entry.summary));
        expect(text(event, 'description')).toBe(calendarText(entry.description ?? ''));
        expect(text(event, 'location')).toBe(calendarText(entry.location ?? ''));
        expect(event.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe(
          commonName(entry.attendee.name),
        );
        expect(event.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe(
          organizerName(entry.organizer),
        );
        expect(instant(event, 'dtstart')).toBe(wholeSecond(entry.start));
        expect(instant(event, 'dtend')).toBe(wholeSecond(entry.end));
      }),
      { numRuns: 150 },
    );
  });

  it.each(WRITERS)('is the same to the byte every time for a %s', (_method, write) => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(write(structuredClone(entry)).equals(write(entry))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a link that holds commas and semicolons', () => {
    const event = parsed(writeRequest({ ...ENTRY, url: 'https://meet.example/j?a=1,2;b=3' }));
    expect(text(event, 'url')).toBe('https://meet.example/j?a=1,2;b=3');
  });

  it('asks everybody who has not answered, and others only on request', () => {
    expect(rsvp({ partstat: 'NEEDS-ACTION', rsvp: false })).toBe('TRUE');
    expect(rsvp({ partstat: 'ACCEPTED' })).toBe('FALSE');
    expect(rsvp({ partstat: 'ACCEPTED', rsvp: true })).toBe('TRUE');
  });
});
