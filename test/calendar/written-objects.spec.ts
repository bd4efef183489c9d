import type { InvitationEntry } from '../../src/calendar/itip/calendar-entry.js';
import { checkOutgoing } from '../../src/calendar/itip/check-outgoing.js';
import type { OutgoingMethod } from '../../src/calendar/itip/outgoing-fault.js';
import { writeCancel, writePublish, writeRequest } from '../../src/calendar/itip/write-calendar-object.js';
import { writeDeclineCounter } from '../../src/calendar/itip/write-decline-counter.js';
import { givenCancelled, givenInvitation, givenMoved } from './given-invitation.js';

/** The literal is compared to the byte: each of its lines ends in CRLF. */
function expectWritten(bytes: Buffer, method: OutgoingMethod, literal: string): void {
  expect(bytes.toString('utf8').split('\r\n')).toEqual(literal.split('\n'));
  expect(bytes.equals(Buffer.from(literal.replaceAll('\n', '\r\n'), 'utf8'))).toBe(true);
  expect(checkOutgoing(bytes, method)).toEqual([]);
}

/** The lines of the event alone, with the folds still in them. */
function eventLines(bytes: Buffer, ...names: string[]): string[] {
  const event = bytes.toString('utf8').replace(/^[^]*?\r\nBEGIN:VEVENT\r\n|\r\nEND:VEVENT\r\n[^]*$/g, '');
  const properties = event.split(/\r\n(?! )/).map((line) => line.replaceAll('\r\n', '\n'));
  return properties.filter((line) => names.some((name) => new RegExp(`^${name}[;:]`).test(line)));
}

const times = (changes: Partial<InvitationEntry>) =>
  eventLines(writeRequest(givenInvitation(changes)), 'DTSTART', 'DTEND');

const AMSTERDAM = `BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
X-LIC-LOCATION:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

describe('a calendar object for a participant', () => {
  it('invites with SEQUENCE 0 and asks for an answer', () => {
    expectWritten(
      writeRequest(givenInvitation()),
      'REQUEST',
      `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Veldwerk//Veldwerk//EN
CALSCALE:GREGORIAN
METHOD:REQUEST
${AMSTERDAM}
BEGIN:VEVENT
UID:5a0c2c1e-93c4-4d3e-8a55-0f6f3a1d7b42@veldwerk
SEQUENCE:0
DTSTAMP:20261123T091530Z
DTSTART;TZID=Europe/Amsterdam:20261201T140000
DTEND;TZID=Europe/Amsterdam:20261201T150000
SUMMARY:Interview over samenwerken
TRANSP:OPAQUE
LOCATION:Kerkstraat 1\\, Utrecht
DESCRIPTION:Met Noor Bakker.\\nVerzetten of afzeggen: https://study.example/
 r/abc
ORGANIZER;CN="Planning":mailto:planning@study.example
ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN="Jan de Vries":mailto:jan@example.com
STATUS:CONFIRMED
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-DISALLOW-COUNTER:FALSE
END:VEVENT
END:VCALENDAR
`,
    );
  });

  it('moves with SEQUENCE 1, under the same UID and organizer', () => {
    expectWritten(
      writeRequest(givenMoved()),
      'REQUEST',
      `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Veldwerk//Veldwerk//EN
CALSCALE:GREGORIAN
METHOD:REQUEST
${AMSTERDAM}
BEGIN:VEVENT
UID:5a0c2c1e-93c4-4d3e-8a55-0f6f3a1d7b42@veldwerk
SEQUENCE:1
DTSTAMP:20261124T100000Z
DTSTART;TZID=Europe/Amsterdam:20261202T143000
DTEND;TZID=Europe/Amsterdam:20261202T153000
SUMMARY:Interview over samenwerken
TRANSP:OPAQUE
LOCATION:Kerkstraat 1\\, Utrecht
DESCRIPTION:Met Noor Bakker.\\nVerzetten of afzeggen: https://study.example/
 r/abc
ORGANIZER;CN="Planning":mailto:planning@study.example
ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN="Jan de Vries":mailto:jan@example.com
STATUS:CONFIRMED
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-DISALLOW-COUNTER:FALSE
END:VEVENT
END:VCALENDAR
`,
    );
  });

  it('cancels with SEQUENCE 2, asks nothing and frees the time', () => {
    expectWritten(
      writeCancel(givenCancelled()),
      'CANCEL',
      `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Veldwerk//Veldwerk//EN
CALSCALE:GREGORIAN
METHOD:CANCEL
${AMSTERDAM}
BEGIN:VEVENT
UID:5a0c2c1e-93c4-4d3e-8a55-0f6f3a1d7b42@veldwerk
SEQUENCE:2
DTSTAMP:20261125T080000Z
DTSTART;TZID=Europe/Amsterdam:20261202T143000
DTEND;TZID=Europe/Amsterdam:20261202T153000
SUMMARY:Interview over samenwerken
TRANSP:TRANSPARENT
LOCATION:Kerkstraat 1\\, Utrecht
DESCRIPTION:Met Noor Bakker.\\nVerzetten of afzeggen: https://study.example/
 r/abc
ORGANIZER;CN="Planning":mailto:planning@study.example
ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN="Jan d
 e Vries":mailto:jan@example.com
STATUS:CANCELLED
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
END:VCALENDAR
`,
    );
  });

  it('is offered as a file without naming or asking anybody, in UTC outside Amsterdam', () => {
    const { attendee: _attendee, ...entry } = givenInvitation({
      zone: 'America/New_York',
      summary: '',
      description: '',
      location: undefined,
      url: 'https://meet.example/join?room=1,2;key=ab',
      status: 'TENTATIVE',
      isPrivate: true,
    });
    expectWritten(
      writePublish(entry),
      'PUBLISH',
      `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Veldwerk//Veldwerk//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
BEGIN:VEVENT
UID:5a0c2c1e-93c4-4d3e-8a55-0f6f3a1d7b42@veldwerk
SEQUENCE:0
DTSTAMP:20261123T091530Z
DTSTART:20261201T130000Z
DTEND:20261201T140000Z
SUMMARY:
TRANSP:OPAQUE
ORGANIZER;CN="Planning":mailto:planning@study.example
URL:https://meet.example/join?room=1,2;key=ab
STATUS:TENTATIVE
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
CLASS:PRIVATE
END:VEVENT
END:VCALENDAR
`,
    );
  });

  it('refuses a proposal with the four properties that it may carry', () => {
    const { uid, stampedAt, organizer } = givenInvitation();
    expectWritten(
      writeDeclineCounter({ uid, stampedAt, organizer, comment: 'Dan is Noor weg;\nkan 3 december?' }),
      'DECLINECOUNTER',
      `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Veldwerk//Veldwerk//EN
CALSCALE:GREGORIAN
METHOD:DECLINECOUNTER
BEGIN:VEVENT
UID:5a0c2c1e-93c4-4d3e-8a55-0f6f3a1d7b42@veldwerk
DTSTAMP:20261123T091530Z
COMMENT:Dan is Noor weg\\;\\nkan 3 december?
ORGANIZER;CN="Planning":mailto:planning@study.example
END:VEVENT
END:VCALENDAR
`,
    );
  });
});

describe('what people wrote', () => {
  it('folds at 75 octets and never inside a character', () => {
    const summary = `Één gesprek ${'é'.repeat(40)}${'€'.repeat(30)}${'🙂'.repeat(20)}`;
    expect(eventLines(writeRequest(givenInvitation({ summary })), 'SUMMARY')).toEqual([
      [
        `SUMMARY:Één gesprek ${'é'.repeat(26)}`,
        ` ${'é'.repeat(14)}${'€'.repeat(15)}`,
        ` ${'€'.repeat(15)}${'🙂'.repeat(7)}`,
        ` ${'🙂'.repeat(13)}`,
      ].join('\n'),
    ]);
  });

  it('stays inside its own property, whatever it looks like', () => {
    const hostile =
      'Overleg, deel 2; zie C:\\plan\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:x@y.example';
    const bytes = writeRequest(givenInvitation({ summary: hostile, location: hostile }));
    const text =
      'Overleg\\, deel 2\\; zie C:\\\\plan\\nEND:VEVENT\\nBEGIN:VEVENT\\nATTENDEE:mailto:x@y.example';
    const unfolded = eventLines(bytes, 'SUMMARY', 'LOCATION', 'ATTENDEE').map((line) =>
      line.replaceAll('\n ', ''),
    );
    expect(unfolded).toEqual([
      `SUMMARY:${text}`,
      `LOCATION:${text}`,
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Jan de Vries":mailto:jan@example.com',
    ]);
    expect(checkOutgoing(bytes, 'REQUEST')).toEqual([]);
  });

  it('keeps a name on one line, between its quotes', () => {
    const name = 'Jan "de\r\nbaas"; ^n, \\x:mailto:x@y.example';
    const bytes = writeRequest(givenInvitation({ organizer: { name, address: 'planning@study.example' } }));
    expect(eventLines(bytes, 'ORGANIZER')).toEqual([
      'ORGANIZER;CN="Jan de baas; n, x:mailto:x@y.example":mailto:planning@study.e\n xample',
    ]);
    expect(checkOutgoing(bytes, 'REQUEST')).toEqual([]);
  });

  it.each([
    ['uid', { uid: 'a\r\nMETHOD:CANCEL' }],
    ['address', { attendee: { address: 'jan@example.com\r\nX:1', partstat: 'ACCEPTED' } }],
    ['link', { url: 'javascript:alert(1)' }],
  ] satisfies [string, Partial<InvitationEntry>][])(
    'is refused when a %s could break out',
    (_what, changes) => {
      expect(() => writeRequest(givenInvitation(changes))).toThrow();
    },
  );
});

describe('the nights on which the clock changes', () => {
  it('shows wall times that jump over the missing hour of spring', () => {
    const spring = { start: new Date('2027-03-28T00:30:00Z'), end: new Date('2027-03-28T01:30:00Z') };
    expect(times(spring)).toEqual([
      'DTSTART;TZID=Europe/Amsterdam:20270328T013000',
      'DTEND;TZID=Europe/Amsterdam:20270328T033000',
    ]);
  });

  it('shows wall times on both sides of the doubled hour of autumn', () => {
    const autumn = { start: new Date('2026-10-24T23:30:00Z'), end: new Date('2026-10-25T02:00:00Z') };
    expect(times(autumn)).toEqual([
      'DTSTART;TZID=Europe/Amsterdam:20261025T013000',
      'DTEND;TZID=Europe/Amsterdam:20261025T030000',
    ]);
  });

  it('writes UTC inside the doubled hour, where a wall time would mean two moments', () => {
    const first = { start: new Date('2026-10-25T00:30:00Z'), end: new Date('2026-10-25T01:30:00Z') };
    expect(times(first)).toEqual(['DTSTART:20261025T003000Z', 'DTEND:20261025T013000Z']);
    expect(checkOutgoing(writeRequest(givenInvitation(first)), 'REQUEST')).toEqual([]);
  });
});
