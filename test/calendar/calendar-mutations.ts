import { base64Body } from './peers/mime-encodings.js';
import { oneOf, someSize, type Mutation, type Random } from './mutation.js';

const written = /BEGIN:VCALENDAR[^]*?END:VCALENDAR/g;
/** Base64 that begins with `BEGIN:VCALENDAR`. */
const encoded = /QkVHSU46VkNBTEVOREFS[\w+/=\r\n]*?(?=\r\n--|\r\n\r\n|$)/g;

/**
 * A mutation of the lines of one calendar object, wherever the message keeps it: as it is, or behind base64. The
 * quoted-printable of a binary file is left to the other mutations.
 */
const ofCalendar =
  (change: (lines: string[], random: Random) => readonly string[]): Mutation =>
  (message, random) => {
    const text = message.toString('latin1');
    const places = [
      ...[...text.matchAll(written)].map((found) => ({ found, behind: false })),
      ...[...text.matchAll(encoded)].map((found) => ({ found, behind: true })),
    ];
    if (places.length === 0) return message;
    const { found, behind } = oneOf(places, random);
    const ics = behind ? Buffer.from(found[0], 'base64').toString('latin1') : found[0];
    const changed = Buffer.from(change(ics.split('\r\n'), random).join('\r\n'), 'latin1');
    const after = found.index + found[0].length;
    return Buffer.concat([
      message.subarray(0, found.index),
      behind ? base64Body(changed) : changed,
      message.subarray(after),
    ]);
  };

/** Lines that contradict, overflow or stray; each is one that somebody might send. */
const strayLines = [
  'METHOD:CANCEL',
  'METHOD:REPLY',
  'METHOD:COUNTER',
  'VERSION:1.0',
  'UID:ffffffffffffffffffffffffffffffff',
  'UID:',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:somebody@else.example',
  'ATTENDEE;PARTSTAT=DECLINED',
  'ATTENDEE;PARTSTAT="ACCEPTED:mailto:a@b.example',
  'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:c@d.example":MAILTO:mailto:a%40b.example',
  'ATTENDEE;PARTSTAT=__proto__;CN=constructor:mailto:%',
  'ORGANIZER;mailto:x',
  'ORGANIZER:mailto:somebody@else.example',
  'SEQUENCE:99999999999999999999',
  'SEQUENCE:-1',
  'SEQUENCE:1e9',
  'DTSTAMP:99991231T235959Z',
  'DTSTAMP:00000000T000000Z',
  'DTSTAMP;VALUE=DATE:20270101',
  'DTSTAMP:not a date',
  'DTSTART;TZID=Mars/Olympus:20270101T100000',
  'DTSTART;TZID="/../../etc/localtime":20270101T250061',
  'DTEND:19700101T000000Z',
  'DURATION:-P99999999W',
  'DURATION:P',
  'RECURRENCE-ID;RANGE=THISANDFUTURE:20270112T083000Z',
  'STATUS:CANCELLED',
  'REQUEST-STATUS:5.1;Service unavailable',
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VALARM',
  'END:VCALENDAR',
  'BEGIN:VTIMEZONE',
  ':',
  ';=:',
  'X-;A=B',
  '__proto__:1',
  ' folded onto what stands before',
  String.raw`COMMENT:\n\N\;\,\\\x` + '\u0000',
  'COMMENT:<script>alert(1)</script>=HYPERLINK("x")',
];

const insertStrayLines = ofCalendar((lines, random) => {
  const stray = Array.from({ length: someSize(1, random) }, () => oneOf(strayLines, random));
  return stray.reduce((changed, line) => changed.toSpliced(random(changed.length + 1), 0, line), lines);
});

/** Before the end of the first event, or at the end of what has none. */
function insideEvent(lines: readonly string[], more: readonly string[]): readonly string[] {
  const end = lines.indexOf('END:VEVENT');
  return lines.toSpliced(end < 0 ? lines.length : end, 0, ...more);
}

const recurrenceBomb = ofCalendar((lines, random) => {
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at).join(',');
  const bombs = [
    'RRULE:FREQ=SECONDLY;COUNT=2147483647',
    'RRULE:FREQ=SECONDLY;INTERVAL=0;UNTIL=99991231T235959Z',
    `RRULE:FREQ=YEARLY;BYSECOND=${numbers(0, 60)};BYMINUTE=${numbers(0, 59)};BYHOUR=${numbers(0, 23)}`,
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
    'RRULE:FREQ=DAILY;COUNT=-1;BYSETPOS=0',
    `RDATE:${Array.from({ length: someSize(3, random) }, () => '20270101T000000Z').join(',')}`,
    `EXDATE;VALUE=DATE:${'20270101,'.repeat(someSize(3, random))}`,
  ];
  return insideEvent(lines, [oneOf(bombs, random), oneOf(bombs, random)]);
});

const deepComponents = ofCalendar((lines, random) => {
  const depth = someSize(3, random);
  const name = oneOf(['X-DEEP', 'VEVENT', 'VCALENDAR', 'VALARM'], random);
  const ends = random(2) === 0 ? [] : Array.from({ length: depth }, () => `END:${name}`);
  return insideEvent(lines, [...Array.from({ length: depth }, () => `BEGIN:${name}`), ...ends]);
});

const crowd = ofCalendar((lines, random) => {
  const count = someSize(3, random);
  const people = Array.from(
    { length: count },
    (_, at) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:p${at}@crowd.example`,
  );
  return insideEvent(lines, people);
});

/** Events beside the first, each saying something else of the same UID. */
const moreEvents = ofCalendar((lines, random) => {
  const [begin, end] = [lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT')];
  if (begin < 0 || end < begin) return lines;
  const event = lines.slice(begin, end + 1);
  const declined = event.map((line) => line.replace('PARTSTAT=ACCEPTED', 'PARTSTAT=DECLINED'));
  const events = Array.from({ length: someSize(2, random) }, () => oneOf([event, declined], random));
  return lines.toSpliced(end + 1, 0, ...events.flat());
});

const values = [
  '',
  ' ',
  '\u0000',
  '\\',
  '%00',
  'mailto:',
  '20271301T000000',
  '-0',
  'NaN',
  '\u00ff\u00fe',
  '"',
];

const changeValue = ofCalendar((lines, random) => {
  const at = random(lines.length);
  return lines.with(at, lines[at]!.replace(/(?<=[:=])[^:;=]*$/, oneOf(values, random)));
});

const lengthenValue = ofCalendar((lines, random) => {
  const at = random(lines.length);
  const more = oneOf(['a', '\\n', ',', ';X=1', '\r\n ', ':', '%41', '^n'], random);
  return lines.with(at, lines[at]! + more.repeat(someSize(4, random)));
});

const removeProperty = ofCalendar((lines, random) => lines.toSpliced(random(lines.length), 1));

export const calendarMutations: Readonly<Record<string, Mutation>> = {
  insertStrayLines,
  recurrenceBomb,
  deepComponents,
  crowd,
  moreEvents,
  changeValue,
  lengthenValue,
  removeProperty,
};
