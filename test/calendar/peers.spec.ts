import type { InvitationEntry } from '../../src/calendar/itip/calendar-entry.js';
import { writeCancel, writePublished, writeRequest } from '../../src/calendar/itip/write-calendar-object.js';
import { eventOf, FEED_FOOT, feedHead } from '../../src/calendar/itip/write-feed.js';
import { givenPublished } from '../support/given-feed-entries.js';
import { givenCancelled, givenInvitation, givenMoved } from './given-invitation.js';
import { describeWithPeers, LibicalReader, readWithIcalendar } from './peers/peers.js';

const seconds = (date: Date) => date.getTime() / 1000;
const invitation = givenInvitation();
const difficult = givenInvitation({
  summary: 'Één “lastig” gesprek, deel 2; \\zie\nBEGIN:VEVENT 🙂'.repeat(4),
  attendee: { ...invitation.attendee, name: 'De Vries; Jan, (HR): é' },
});
const acrossSpring = givenInvitation({
  start: new Date('2027-03-28T00:30:00Z'),
  end: new Date('2027-03-28T01:30:00Z'),
});
const inDoubledHour = givenInvitation({
  start: new Date('2026-10-25T00:30:00Z'),
  end: new Date('2026-10-25T01:30:00Z'),
});
const inSummer = givenInvitation({
  start: new Date('2026-07-01T12:00:00Z'),
  end: new Date('2026-07-01T13:00:00Z'),
});

type Case = [string, 'REQUEST' | 'CANCEL', number, InvitationEntry];
const CASES: Case[] = [
  ['an invitation', 'REQUEST', 0, invitation],
  ['a moved invitation', 'REQUEST', 1, givenMoved()],
  ['a cancellation', 'CANCEL', 2, givenCancelled()],
  ['an invitation with difficult texts', 'REQUEST', 0, difficult],
  ['an invitation in summer', 'REQUEST', 0, inSummer],
  ['an invitation across the spring night', 'REQUEST', 0, acrossSpring],
  ['an invitation in the doubled hour of autumn', 'REQUEST', 0, inDoubledHour],
];
const written = (method: Case[1], entry: InvitationEntry) =>
  method === 'CANCEL' ? writeCancel(entry) : writeRequest(entry);

const published = givenPublished(0, 'a');
const calledOff = { ...givenPublished(1, 'b'), sequence: 3, status: 'CANCELLED' as const };
const awkward = { ...givenPublished(2, 'c'), summary: difficult.summary, zone: 'America/New_York' };
/** As they stand in a feed with an awkward name. */
const feedOf = (...entries: (typeof published | typeof calledOff)[]) =>
  [
    feedHead('Één onderzoek, “lastig”; \\zie\nEND:VCALENDAR 🙂'.repeat(3)),
    ...entries.map((entry) => eventOf(writePublished(entry))),
    FEED_FOOT,
  ].join('');

describeWithPeers('python3-icalendar', () => {
  it.each([published, calledOff, awkward])('reads the entry $uid of a feed', (entry) => {
    expect(readWithIcalendar(feedOf(entry))).toEqual({
      method: 'PUBLISH',
      uid: entry.uid,
      sequence: entry.sequence,
      status: entry.status,
      start: seconds(entry.start),
      end: seconds(entry.end),
      summary: entry.summary,
      organizer: 'mailto:planning@localhost',
      attendees: [],
      partstat: [],
      rsvp: [],
      faults: 0,
    });
  });

  it.each(CASES)('reads %s as %s with SEQUENCE %i', (_what, method, sequence, entry) => {
    expect(readWithIcalendar(written(method, entry))).toEqual({
      method,
      uid: entry.uid,
      sequence,
      status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
      start: seconds(entry.start),
      end: seconds(entry.end),
      summary: entry.summary,
      organizer: 'mailto:planning@study.example',
      attendees: ['mailto:jan@example.com'],
      partstat: [entry.attendee.partstat],
      rsvp: [method === 'CANCEL' ? null : 'TRUE'],
      faults: 0,
    });
  });
});

describeWithPeers('libical', () => {
  const libical = new LibicalReader();

  beforeAll(() => libical.compile());
  afterAll(() => libical.remove());

  it.each(CASES)(
    'reads %s as %s with SEQUENCE %i and finds no broken rule',
    (_what, method, sequence, entry) => {
      expect(libical.read(written(method, entry))).toEqual([
        'restrictions 1',
        'faults 0',
        `method ${method}`,
        `uid ${entry.uid}`,
        `sequence ${sequence}`,
        `status ${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
        `start ${seconds(entry.start)}`,
        `end ${seconds(entry.end)}`,
        'attendee mailto:jan@example.com',
      ]);
    },
  );

  it.each([
    ['one entry', [published]],
    ['a cancelled entry', [calledOff]],
    ['several entries', [awkward, published, calledOff]],
  ])('finds no broken rule in a feed of %s', (_what, entries) => {
    const [first] = entries;
    expect(libical.read(feedOf(...entries))).toEqual([
      'restrictions 1',
      'faults 0',
      'method PUBLISH',
      `uid ${first!.uid}`,
      `sequence ${first!.sequence}`,
      `status ${first!.status}`,
      `start ${seconds(first!.start)}`,
      `end ${seconds(first!.end)}`,
    ]);
  });

  it('would say so when a rule is broken', () => {
    const twoStamps = written('REQUEST', invitation)
      .toString()
      .replace(/(DTSTAMP.*\r\n)/, '$1$1');
    expect(libical.read(twoStamps)).toContain('restrictions 0');
  });
});
