import type { InvitationEntry } from '../../src/calendar/itip/calendar-entry.js';
import { writeCancel, writeRequest } from '../../src/calendar/itip/write-calendar-object.js';
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

describeWithPeers('python3-icalendar', () => {
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

  it('would say so when a rule is broken', () => {
    const twoStamps = written('REQUEST', invitation)
      .toString()
      .replace(/(DTSTAMP.*\r\n)/, '$1$1');
    expect(libical.read(twoStamps)).toContain('restrictions 0');
  });
});
