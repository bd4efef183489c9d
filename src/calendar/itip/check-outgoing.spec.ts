import { assertSendable, checkOutgoing, UnsendableCalendarObject } from './check-outgoing.js';
import type { OutgoingFault, OutgoingMethod } from './outgoing-fault.js';

const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
`;
const ATTENDEE = 'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Jan":mailto:jan@example.com\n';
const REQUEST = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A//B//EN
METHOD:REQUEST
${ZONE}BEGIN:VEVENT
UID:uid-1
SEQUENCE:0
DTSTAMP:20261123T090000Z
DTSTART;TZID=Europe/Amsterdam:20261201T140000
DTEND;TZID=Europe/Amsterdam:20261201T150000
SUMMARY:Gesprek\\, één uur
ORGANIZER;CN="Planning":mailto:planning@study.example
${ATTENDEE}STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
`;
const CANCEL = REQUEST.replace('METHOD:REQUEST', 'METHOD:CANCEL')
  .replace('STATUS:CONFIRMED', 'STATUS:CANCELLED')
  .replace(';RSVP=TRUE', '');
const PUBLISH = REQUEST.replace('METHOD:REQUEST', 'METHOD:PUBLISH').replace(ATTENDEE, '');
const DECLINECOUNTER = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A//B//EN
METHOD:DECLINECOUNTER
BEGIN:VEVENT
UID:uid-1
DTSTAMP:20261123T090000Z
COMMENT:Nee
ORGANIZER:mailto:planning@study.example
END:VEVENT
END:VCALENDAR
`;
const OBJECTS: Record<OutgoingMethod, string> = { REQUEST, CANCEL, PUBLISH, DECLINECOUNTER };
const METHODS = Object.keys(OBJECTS) as OutgoingMethod[];

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const codes = (bytes: string | Uint8Array, method: OutgoingMethod) =>
  checkOutgoing(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, method).map((fault) => fault.code);

type Code = OutgoingFault['code'];
/** What is found after one replacement in a right object. */
function faultsAfter(method: OutgoingMethod, from: string | RegExp, to: string): Code[] {
  const changed = OBJECTS[method].replace(from, to);
  expect(changed).not.toBe(OBJECTS[method]);
  return codes(crlf(changed), method);
}

describe('checkOutgoing', () => {
  it.each(METHODS)('finds nothing wrong with a right %s', (method) => {
    expect(checkOutgoing(Buffer.from(crlf(OBJECTS[method])), method)).toEqual([]);
  });

  it.each(METHODS)('refuses a %s that is sent as something else', (method) => {
    for (const other of METHODS.filter((candidate) => candidate !== method)) {
      expect(codes(crlf(OBJECTS[method]), other)).toContain('method');
    }
  });

  it.each<[Code, string, string]>([
    ['byte-order-mark', 'a byte order mark', `\uFEFF${crlf(REQUEST)}`],
    ['line-ending', 'a bare line feed', crlf(REQUEST).replace('2.0\r\n', '2.0\n')],
    ['line-ending', 'a bare carriage return', crlf(REQUEST).replace('2.0\r\n', '2.0\r')],
    ['line-ending', 'a doubled carriage return', crlf(REQUEST).replace('2.0\r\n', '2.0\r\r\n')],
    ['unfinished', 'no line end at the end', crlf(REQUEST).trimEnd()],
    ['unfinished', 'nothing at all', ''],
    ['line-too-long', '76 octets', crlf(REQUEST.replace('uid-1', 'a'.repeat(72)))],
    ['line-too-long', '76 octets in fewer characters', crlf(REQUEST.replace('één', 'é'.repeat(33)))],
    ['control-character', 'an escape character', crlf(REQUEST.replace('uur', 'u\u001bur'))],
    ['control-character', 'a NUL', crlf(REQUEST.replace('uur', 'u\u0000ur'))],
    ['control-character', 'a C1 control', crlf(REQUEST.replace('uur', 'u\u0085ur'))],
    ['malformed-line', 'an empty line', crlf(REQUEST.replace('UID', '\nUID'))],
    ['malformed-line', 'an empty last line', `${crlf(REQUEST)}\r\n`],
    ['too-large', 'more than 256 KiB', crlf(REQUEST.replace('uur', '\n x'.repeat(90_000)))],
  ])('finds %s in bytes with %s', (code, _what, text) => {
    expect(codes(text, 'REQUEST')).toContain(code);
  });

  it('finds a fold inside a character, and only there', () => {
    const bytes = Buffer.from(crlf(REQUEST));
    const inside = bytes.indexOf(Buffer.from('é')) + 1;
    const folded = (at: number) =>
      Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]);
    expect(codes(folded(inside), 'REQUEST')).toEqual(['fold-inside-character']);
    expect(codes(folded(inside + 1), 'REQUEST')).toEqual([]);
  });

  it('finds bytes that are not UTF-8', () => {
    expect(codes(Buffer.from(crlf(REQUEST), 'latin1'), 'REQUEST')).toEqual(['not-utf-8']);
  });

  it('reads a view on a larger buffer from its own start', () => {
    const large = Buffer.from(`xx${crlf(REQUEST)}xx`);
    expect(codes(new Uint8Array(large.buffer, large.byteOffset + 2, large.length - 4), 'REQUEST')).toEqual(
      [],
    );
  });

  it.each<[Code, string, OutgoingMethod, string | RegExp, string]>([
    ['malformed-line', 'a line without a colon', 'REQUEST', 'UID:uid-1', 'UID;uid-1'],
    ['malformed-line', 'a quote inside a parameter', 'REQUEST', 'CN="Jan"', 'CN="J"an"'],
    ['malformed-line', 'a parameter twice', 'REQUEST', ';RSVP=TRUE', ';RSVP=TRUE;RSVP=FALSE'],
    ['unbalanced', 'an END too many', 'REQUEST', 'END:VEVENT', 'END:VEVENT\nEND:VEVENT'],
    ['unbalanced', 'an END too few', 'REQUEST', 'END:VCALENDAR\n', ''],
    [
      'unbalanced',
      'crossing components',
      'REQUEST',
      'END:STANDARD\nEND:VTIMEZONE',
      'END:VTIMEZONE\nEND:STANDARD',
    ],
    ['unbalanced', 'a line after the end', 'REQUEST', /END:VCALENDAR\n$/, 'END:VCALENDAR\nX-A:1\n'],
    ['not-one-calendar', 'a second calendar', 'REQUEST', /$/, 'BEGIN:VCALENDAR\nEND:VCALENDAR\n'],
    ['not-one-calendar', 'an event alone', 'DECLINECOUNTER', /^[^]*(?=BEGIN:VEVENT)/, ''],
    ['version', 'another VERSION', 'REQUEST', 'VERSION:2.0', 'VERSION:1.0'],
    ['version', 'VERSION twice', 'REQUEST', 'VERSION:2.0', 'VERSION:2.0\nVERSION:2.0'],
    ['product', 'no PRODID', 'REQUEST', 'PRODID:-//A//B//EN\n', ''],
    ['method', 'no METHOD', 'REQUEST', 'METHOD:REQUEST\n', ''],
    ['method', 'METHOD twice', 'REQUEST', 'METHOD:REQUEST', 'METHOD:REQUEST\nMETHOD:REQUEST'],
    ['components', 'no event', 'REQUEST', /BEGIN:VEVENT[^]*END:VEVENT\n/, ''],
    ['components', 'two events', 'REQUEST', /(BEGIN:VEVENT[^]*END:VEVENT\n)/, '$1$1'],
    [
      'components',
      'a task beside the event',
      'REQUEST',
      'BEGIN:VEVENT',
      'BEGIN:VTODO\nEND:VTODO\nBEGIN:VEVENT',
    ],
    ['components', 'an alarm in the event', 'REQUEST', 'END:VEVENT', 'BEGIN:VALARM\nEND:VALARM\nEND:VEVENT'],
    ['property-count', 'no UID', 'REQUEST', 'UID:uid-1\n', ''],
    ['property-count', 'two UIDs', 'REQUEST', 'UID:uid-1', 'UID:uid-1\nUID:uid-2'],
    ['property-count', 'no SEQUENCE', 'REQUEST', 'SEQUENCE:0\n', ''],
    ['property-count', 'no ATTENDEE', 'REQUEST', ATTENDEE, ''],
    ['property-count', 'two ATTENDEEs', 'REQUEST', ATTENDEE, ATTENDEE + ATTENDEE],
    ['property-count', 'two ATTENDEEs', 'CANCEL', /(ATTENDEE.*\n)/, '$1$1'],
    ['property-count', 'an ATTENDEE', 'PUBLISH', 'STATUS:', `${ATTENDEE}STATUS:`],
    ['property-count', 'no ORGANIZER', 'CANCEL', /ORGANIZER.*\n/, ''],
    ['property-count', 'no STATUS', 'CANCEL', 'STATUS:CANCELLED\n', ''],
    ['property-count', 'a recurrence', 'REQUEST', 'STATUS:', 'RRULE:FREQ=DAILY\nSTATUS:'],
    ['property-count', 'a SEQUENCE', 'DECLINECOUNTER', 'COMMENT', 'SEQUENCE:1\nCOMMENT'],
    ['property-count', 'an ATTENDEE', 'DECLINECOUNTER', 'COMMENT', `${ATTENDEE}COMMENT`],
    ['uid', 'a UID with a space', 'REQUEST', 'uid-1', 'uid 1'],
    ['stamp', 'a local DTSTAMP', 'REQUEST', '090000Z', '090000'],
    ['stamp', 'a DTSTAMP on 31 November', 'REQUEST', '20261123T', '20261131T'],
    ['sequence', 'a negative SEQUENCE', 'REQUEST', 'SEQUENCE:0', 'SEQUENCE:-1'],
    ['sequence', 'a SEQUENCE beyond 32 bits', 'REQUEST', 'SEQUENCE:0', 'SEQUENCE:2147483648'],
    ['organizer', 'no mailto', 'REQUEST', 'mailto:planning', 'planning'],
    ['organizer', 'a display name', 'REQUEST', 'mailto:planning@study.example', 'mailto:P <p@study.example>'],
    ['organizer', 'two addresses', 'CANCEL', 'mailto:planning@', 'mailto:a@b.example,planning@'],
    ['organizer', 'a sender on behalf', 'REQUEST', 'CN="Planning"', 'SENT-BY="mailto:a@b.example"'],
    ['attendee', 'capitals', 'REQUEST', 'mailto:jan', 'MAILTO:jan'],
    ['attendee', 'an escaped address', 'REQUEST', 'mailto:jan', 'mailto:j\\,an'],
    ['answer', 'no RSVP', 'REQUEST', ';RSVP=TRUE', ''],
    ['answer', 'no PARTSTAT', 'REQUEST', ';PARTSTAT=NEEDS-ACTION', ''],
    ['answer', 'an unknown PARTSTAT', 'REQUEST', 'NEEDS-ACTION', 'MAYBE'],
    ['answer', 'nobody asked who has not answered', 'REQUEST', 'RSVP=TRUE', 'RSVP=FALSE'],
    ['answer', 'an RSVP', 'CANCEL', 'PARTSTAT', 'RSVP=FALSE;PARTSTAT'],
    ['status', 'STATUS:CANCELLED', 'REQUEST', 'CONFIRMED', 'CANCELLED'],
    ['status', 'STATUS:CONFIRMED', 'CANCEL', 'CANCELLED', 'CONFIRMED'],
    ['time', 'a floating start', 'REQUEST', 'DTSTART;TZID=Europe/Amsterdam:2', 'DTSTART:2'],
    ['time', 'a UTC time that names a zone', 'REQUEST', 'T140000', 'T140000Z'],
    [
      'time',
      'a whole day',
      'REQUEST',
      'DTSTART;TZID=Europe/Amsterdam:20261201T140000',
      'DTSTART;VALUE=DATE:20261201',
    ],
    [
      'time',
      'one end in UTC',
      'REQUEST',
      'DTEND;TZID=Europe/Amsterdam:20261201T150000',
      'DTEND:20261201T150000Z',
    ],
    ['time', 'a quarter past 24', 'REQUEST', 'T150000', 'T241500'],
    ['time-order', 'an end at the start', 'REQUEST', 'T150000', 'T140000'],
    ['zone', 'a zone that is not defined', 'REQUEST', ZONE, ''],
    ['zone', 'another zone than is defined', 'REQUEST', 'TZID:Europe/Amsterdam', 'TZID:Europe/Brussels'],
    ['zone', 'a zone without observances', 'REQUEST', /BEGIN:STANDARD[^]*END:STANDARD\n/, ''],
    ['zone', 'a zone defined twice', 'REQUEST', ZONE, ZONE + ZONE],
    ['text', 'a bare comma', 'REQUEST', 'Gesprek\\,', 'Gesprek,'],
    ['text', 'a bare semicolon', 'DECLINECOUNTER', 'Nee', 'Nee; nee'],
    ['text', 'a backslash at the end', 'REQUEST', 'uur', 'uur\\'],
  ])('finds %s when there is %s in a %s', (code, _what, method, from, to) => {
    expect(faultsAfter(method, from, to)).toContain(code);
  });

  it('takes 250 KiB of text without complaint', () => {
    expect(faultsAfter('REQUEST', 'uur', `${'\n '.concat('x'.repeat(70))}`.repeat(3400))).toEqual([]);
  });
});

describe('assertSendable', () => {
  it('lets a right object pass', () => {
    expect(() => assertSendable(Buffer.from(crlf(REQUEST)), 'REQUEST')).not.toThrow();
  });

  it('throws every fault at once, and no personal data', () => {
    const broken = crlf(
      REQUEST.replace('SEQUENCE:0\n', '').replace('mailto:jan', 'jan').replace('uur', 'u\u0000ur'),
    );
    const refusal = (() => {
      try {
        assertSendable(Buffer.from(broken), 'REQUEST');
      } catch (error) {
        return error as UnsendableCalendarObject;
      }
      throw new Error('It was let through.');
    })();
    expect(refusal.faults.map((fault) => fault.code)).toEqual([
      'control-character',
      'property-count',
      'attendee',
    ]);
    expect(refusal.message).toContain('SEQUENCE stands 0 times in a REQUEST.');
    expect(refusal.message).not.toMatch(/jan|Gesprek|example/i);
  });
});
