import { monitorEventLoopDelay } from 'node:perf_hooks';
import { busyWindow } from '../../src/calendar/itip/busy/busy-window.js';
import { inSlices } from '../../src/calendar/busy/in-slices.js';
import { CalendarUnreadable, readBusy } from '../../src/calendar/itip/busy/read-busy.js';
import {
  calendarOf,
  eventOf,
  readBusyNow as read,
  timesOf,
  writtenSpans as written,
} from '../support/busy-times.js';
import { busyCalendar } from '../bench/busy-calendar.js';

const faultOf = (content: string | Buffer): string => {
  try {
    read(content);
  } catch (error) {
    if (error instanceof CalendarUnreadable) return error.fault;
    throw error;
  }
  return 'none';
};

describe('An entry takes time', () => {
  it.each([
    ['in UTC', ['DTSTART:20270112T090000Z', 'DTEND:20270112T100000Z'], ['01-12T09:00 01-12T10:00']],
    [
      'in a zone',
      ['DTSTART;TZID=America/New_York:20270112T090000', 'DURATION:PT45M'],
      ['01-12T14:00 01-12T14:45'],
    ],
    [
      'in a zone as Windows calls it',
      [
        'DTSTART;TZID="Romance Standard Time":20270112T090000',
        'DTEND;TZID=GMT Standard Time:20270112T090000',
      ],
      ['01-12T08:00 01-12T09:00'],
    ],
    [
      'floating, in the zone of the owner',
      ['DTSTART:20270112T090000', 'DTEND:20270112T100000'],
      ['01-12T08:00 01-12T09:00'],
    ],
    [
      'in a zone that nobody knows, in that of the owner',
      ['DTSTART;TZID=Mars:20270112T090000', 'DTEND;TZID=Mars:20270112T100000'],
      ['01-12T08:00 01-12T09:00'],
    ],
    ['all day', ['DTSTART;VALUE=DATE:20270112'], ['01-11T23:00 01-12T23:00']],
    ['for days', ['DTSTART;VALUE=DATE:20270112', 'DTEND;VALUE=DATE:20270114'], ['01-11T23:00 01-13T23:00']],
    [
      'on a day that ends on itself',
      ['DTSTART;VALUE=DATE:20270112', 'DTEND;VALUE=DATE:20270112'],
      ['01-11T23:00 01-12T23:00'],
    ],
    ['on the short day of spring', ['DTSTART;VALUE=DATE:20270328'], ['03-27T23:00 03-28T22:00']],
    ['nowhere without an end', ['DTSTART:20270112T090000Z'], []],
    [
      'for a nominal day across the spring night',
      ['DTSTART;TZID=Europe/Amsterdam:20270327T120000', 'DURATION:P1D'],
      ['03-27T11:00 03-28T10:00'],
    ],
    [
      'for 24 hours across the spring night',
      ['DTSTART;TZID=Europe/Amsterdam:20270327T120000', 'DURATION:PT24H'],
      ['03-27T11:00 03-28T11:00'],
    ],
    [
      'in the hour that is skipped',
      ['DTSTART;TZID=Europe/Amsterdam:20270328T023000', 'DURATION:PT30M'],
      ['03-28T01:30 03-28T02:00'],
    ],
    [
      'tentatively',
      ['DTSTART:20270112T090000Z', 'DURATION:PT1H', 'STATUS:TENTATIVE'],
      ['01-12T09:00 01-12T10:00'],
    ],
    ['reaching into the window', ['DTSTART:20261201T090000Z', 'DURATION:P60D'], ['12-01T09:00 01-30T09:00']],
    ['before the window', ['DTSTART:20261231T220000Z', 'DURATION:PT2H'], []],
  ])('%s', (_, lines, expected) => {
    expect(timesOf(...lines)).toEqual(expected);
  });

  it.each([
    ['free', 'TRANSP:TRANSPARENT'],
    ['free', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
    ['cancelled', 'STATUS:CANCELLED'],
    ['declined', 'ATTENDEE;CN="B: c;d";PARTSTAT=DECLINED:MAILTO:me@example.org'],
    ['declined', 'ATTENDEE;PARTSTAT=DECLINED;EMAIL=me@example.org:mailto:2_relay@imip.me.com'],
    ['own', 'UID:ours'],
    ['own', 'UID:7@feeds.example'],
  ] as const)('not when it is %s by %s', (reason, line) => {
    const event = ['BEGIN:VEVENT', 'DTSTART:20270112T090000Z', 'DURATION:PT1H', line, 'END:VEVENT'].join(
      '\n',
    );
    const { spans, skipped } = read(calendarOf(event));
    expect([spans, skipped[reason]]).toEqual([[], 1]);
  });

  it('when somebody else has declined it', () => {
    const lines = [
      'DTSTART:20270112T090000Z',
      'DURATION:PT1H',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:you@example.org',
    ];
    expect(timesOf(...lines)).toHaveLength(1);
  });

  it('not when declined by the address that the calendar is named after', () => {
    const event = eventOf(
      'DTSTART:20270112T090000Z',
      'DURATION:PT1H',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:thuis@example.net',
    );
    expect(read(calendarOf('X-WR-CALNAME:Thuis@example.net', event)).skipped.declined).toBe(1);
  });
});

const hour = 'DURATION:PT1H';

describe('A calendar', () => {
  it('may be a list of busy times', () => {
    const lines = [
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20270112T090000Z/20270112T100000Z,20270113T090000Z/PT2H',
      'FREEBUSY;FBTYPE=FREE:20270114T090000Z/PT2H',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270115T090000Z/PT2H',
      'END:VFREEBUSY',
    ];
    expect(written(read(calendarOf(...lines)))).toEqual([
      '01-12T09:00 01-12T10:00',
      '01-13T09:00 01-13T11:00',
      '01-15T09:00 01-15T11:00',
    ]);
  });

  it('becomes times that do not overlap, while those that touch stay two', () => {
    const at = (start: string, end: string) =>
      eventOf(`DTSTART:20270112T${start}00Z`, `DTEND:20270112T${end}00Z`);
    const events = [at('1000', '1100'), at('0900', '1000'), at('1030', '1200'), at('0900', '1000')];
    expect(written(read(calendarOf(...events)))).toEqual([
      '01-12T09:00 01-12T10:00',
      '01-12T10:00 01-12T12:00',
    ]);
  });

  it('is read although some of its entries are broken', () => {
    const good = eventOf('DTSTART:20270112T090000Z', hour);
    const broken = [
      eventOf('DTSTART:20271312T090000Z'),
      eventOf('SUMMARY:No start'),
      eventOf('DTSTART:20270112T090000Z', 'DTEND:20270111T090000Z'),
      eventOf('DTSTART:20270112T090000Z', 'RRULE:FREQ=SOMETIMES'),
      eventOf('DTSTART;VALUE=DATE:20270112', 'RRULE:FREQ=HOURLY'),
      eventOf('DTSTART:20270112T090000Z', 'RRULE:FREQ=DAILY;INTERVAL=0'),
      'BEGIN:VEVENT\nDTSTART:20270112T090000Z\nDURATION:PT1H',
    ];
    const { spans, skipped } = read(calendarOf(...broken, good, 'no line at all', good));
    expect([spans.length, skipped.broken]).toEqual([1, broken.length]);
  });

  it('hides nothing behind alarms, tasks and what nobody knows', () => {
    const alarm = 'BEGIN:VALARM\nTRIGGER:-PT10M\nDURATION:PT5M\nUID:x\nEND:VALARM';
    const task = 'BEGIN:VTODO\nUID:t\nDTSTART:20270113T090000Z\nDUE:20270113T100000Z\nEND:VTODO';
    const event = eventOf(alarm, 'DTSTART:20270112T090000Z', hour);
    expect(written(read(calendarOf(task, event, 'BEGIN:X-A\nEND:X-A')))).toEqual(['01-12T09:00 01-12T10:00']);
  });

  it.each([
    ['a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['bare line feeds', (text: string) => Buffer.from(text.replaceAll('\r\n', '\n'))],
    ['CR CR LF', (text: string) => Buffer.from(text.replaceAll('\r\n', '\r\r\n'))],
    ['folded lines', (text: string) => Buffer.from(text.replaceAll('DTSTART', 'DTST\r\n ART'))],
    [
      'small letters',
      (text: string) => Buffer.from(text.replaceAll(/^[A-Z]+/gm, (name) => name.toLowerCase())),
    ],
  ])('may have %s', (_, bytesOf) => {
    const text = calendarOf(eventOf('DTSTART:20270112T090000Z', hour));
    expect(written(read(bytesOf(text)))).toEqual(['01-12T09:00 01-12T10:00']);
  });

  it('larger than a piece is read as one', () => {
    const events = Array.from({ length: 4_000 }, (_, n) =>
      eventOf(
        `DTSTART:2027011${n % 4}T0${n % 10}0000Z`,
        'DURATION:PT10M',
        `DESCRIPTION:${'é'.repeat(60)}\r\n ${'ë'.repeat(60)}`,
      ),
    );
    const { spans, skipped } = read(calendarOf(...events));
    expect([spans.length, skipped.broken]).toEqual([20, 0]);
  });

  it.each([
    ['a web page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', 'web-page'],
    ['a web page behind spaces', '\n  <html lang="nl">', 'web-page'],
    ['nothing', '', 'not-a-calendar'],
    ['something else', 'BEGIN:VCARD\nEND:VCARD', 'not-a-calendar'],
    ['cut off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a', 'incomplete'],
    ['too large', Buffer.alloc(10 * 1024 ** 2 + 1, 'a'), 'too-large'],
    [
      'too much',
      calendarOf(...Array.from({ length: 50_001 }, () => 'BEGIN:VEVENT\nEND:VEVENT')),
      'too-many-entries',
    ],
  ])('is refused that is %s', (_, content, fault) => {
    expect(faultOf(content)).toBe(fault);
  });

  it('without entries is one', () => {
    expect(read(calendarOf()).spans).toEqual([]);
  });

  it('says nothing of what its entries are about', () => {
    const reading = read(calendarOf(eventOf('DTSTART:20270112T090000Z', hour, 'LOCATION:Secret')));
    expect(JSON.stringify(reading)).not.toContain('Secret');
  });
});

describe('A rule that asks too much', () => {
  const old = 'DTSTART:19700101T000000Z';
  it.each([
    ['every second', 'FREQ=SECONDLY', 1],
    ['every second until 2001', 'FREQ=SECONDLY;COUNT=999999999', 0],
    ['every minute', 'FREQ=MINUTELY', 1],
    ['a date that never comes', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 0],
    ['an hour that never comes', 'FREQ=SECONDLY;INTERVAL=86400;BYHOUR=7', 0],
    ['a position that never comes', 'FREQ=DAILY;BYSETPOS=9;COUNT=9', 0],
    [
      'a second of each minute of each hour',
      `FREQ=DAILY;BYHOUR=${range(24)};BYMINUTE=${range(60)};BYSECOND=${range(60)}`,
      1,
    ],
  ])('%s, costs no more than it may', (_, rule, tooOften) => {
    const begun = performance.now();
    const { skipped } = read(calendarOf(eventOf(old, 'DURATION:PT1S', `RRULE:${rule}`)), {
      window: busyWindow(Date.parse('2027-01-12T00:00Z')),
    });
    expect(skipped.tooOften).toBe(tooOften);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('often enough makes the whole calendar too much', () => {
    const rule = 'RRULE:FREQ=YEARLY;BYDAY=MO;BYSETPOS=300;COUNT=9';
    const event = eventOf('DTSTART:16010101T000000Z', 'DURATION:PT1S', rule).replace('UID:a', 'X-A:a');
    expect(faultOf(calendarOf(...Array.from({ length: 300 }, () => event)))).toBe('too-much-work');
  });
});

function range(length: number): string {
  return Array.from({ length }, (_, n) => n).join();
}

describe('The window', () => {
  it('reaches from a month back to fifteen months ahead, in whole days', () => {
    const { start, end } = busyWindow(Date.parse('2027-01-12T13:00Z'));
    expect([start, end].map((at) => new Date(at).toISOString())).toEqual([
      '2026-12-12T00:00:00.000Z',
      '2028-04-12T00:00:00.000Z',
    ]);
  });
});

describe('A calendar of 10,000 entries', () => {
  it('is read without keeping anybody waiting', async () => {
    const question = { window: busyWindow(Date.parse('2026-11-24T00:00Z')), zone: 'Europe/Amsterdam' };
    const reading = readBusy(busyCalendar(10_000), { ...question, addresses: [], isOwnUid: () => false });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { spans, skipped } = await inSlices(reading);
    delay.disable();
    expect([spans.length > 1_000, skipped.broken]).toEqual([true, 0]);
    expect(delay.max / 1e6).toBeLessThan(1_000);
  });
});
