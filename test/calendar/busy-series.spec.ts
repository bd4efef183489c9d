import {
  calendarOf,
  eventOf,
  readBusyNow as read,
  timesOf,
  writtenSpans as written,
} from '../support/busy-times.js';

const at9 = 'DTSTART;TZID=Europe/Amsterdam:20270325T090000';
const hour = 'DURATION:PT1H';

describe('A series', () => {
  it('stays at its time on the wall when the clocks change', () => {
    expect(timesOf(at9, hour, 'RRULE:FREQ=DAILY;COUNT=5')).toEqual([
      '03-25T08:00 03-25T09:00',
      '03-26T08:00 03-26T09:00',
      '03-27T08:00 03-27T09:00',
      '03-28T07:00 03-28T08:00',
      '03-29T07:00 03-29T08:00',
    ]);
  });

  it.each([
    ['a moment in UTC', 'UNTIL=20270326T080000Z', 2],
    ['a moment in UTC just before', 'UNTIL=20270326T075959Z', 1],
    ['a wall time', 'UNTIL=20270326T090000', 2],
    ['a day, which is included', 'UNTIL=20270326', 2],
  ])('ends with %s', (_, until, count) => {
    expect(timesOf(at9, hour, `RRULE:FREQ=DAILY;${until}`)).toHaveLength(count);
  });

  it.each([
    ['a moment of the zone', 'EXDATE;TZID=Europe/Amsterdam:20270326T090000'],
    ['a moment in UTC', 'EXDATE:20270326T080000Z'],
    ['a moment of another zone', 'EXDATE;TZID=Europe/London:20270326T080000'],
    ['a floating moment', 'EXDATE:20270326T090000'],
    ['a day', 'EXDATE;VALUE=DATE:20270326'],
    ['a list', 'EXDATE;TZID=Europe/Amsterdam:20270301T090000,20270326T090000,nonsense'],
  ])('leaves out %s', (_, exdate) => {
    expect(timesOf(at9, hour, 'RRULE:FREQ=DAILY;COUNT=3', exdate)).toEqual([
      '03-25T08:00 03-25T09:00',
      '03-27T08:00 03-27T09:00',
    ]);
  });

  it('has dates besides its rule, some with a length of their own', () => {
    const dates = [
      'RDATE;TZID=Europe/Amsterdam:20270312T140000',
      'RDATE;VALUE=PERIOD:20270313T100000Z/20270313T120000Z,20270314T100000Z/PT15M',
      'RDATE;VALUE=DATE-TIME:20270315T070000Z',
    ];
    expect(timesOf(at9, hour, ...dates)).toEqual([
      '03-12T13:00 03-12T14:00',
      '03-13T10:00 03-13T12:00',
      '03-14T10:00 03-14T10:15',
      '03-15T07:00 03-15T08:00',
      '03-25T08:00 03-25T09:00',
    ]);
  });

  it('of whole days counts days', () => {
    const lines = ['DTSTART;VALUE=DATE:20270326', 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE;VALUE=DATE:20270327'];
    expect(timesOf(...lines)).toEqual([
      '03-25T23:00 03-26T23:00',
      '03-27T23:00 03-28T22:00',
      '03-28T22:00 03-29T22:00',
    ]);
  });

  it('that began long ago is there all the same', () => {
    const weekly = 'RRULE:FREQ=WEEKLY;BYDAY=MO;INTERVAL=4';
    expect(timesOf('DTSTART;TZID=Europe/Amsterdam:20050103T090000', hour, weekly)).toEqual([
      '01-04T08:00 01-04T09:00',
      '02-01T08:00 02-01T09:00',
      '03-01T08:00 03-01T09:00',
      '03-29T07:00 03-29T08:00',
    ]);
  });

  const series = (...overrides: readonly string[]) =>
    written(read(calendarOf(eventOf(at9, hour, 'RRULE:FREQ=DAILY;COUNT=4'), ...overrides)));

  it.each([
    ['in the zone', 'RECURRENCE-ID;TZID=Europe/Amsterdam:20270326T090000'],
    ['in UTC', 'RECURRENCE-ID:20270326T080000Z'],
    ['as a day', 'RECURRENCE-ID;VALUE=DATE:20270326'],
  ])('has one occurrence elsewhere, named %s', (_, id) => {
    const moved = eventOf(id, 'DTSTART:20270330T120000Z', 'DTEND:20270330T123000Z');
    expect(series(moved)).toEqual([
      '03-25T08:00 03-25T09:00',
      '03-27T08:00 03-27T09:00',
      '03-28T07:00 03-28T08:00',
      '03-30T12:00 03-30T12:30',
    ]);
  });

  it('has one occurrence cancelled, and one free', () => {
    const cancelled = eventOf(
      'RECURRENCE-ID:20270326T080000Z',
      'DTSTART:20270326T080000Z',
      'STATUS:CANCELLED',
    );
    const free = eventOf('RECURRENCE-ID:20270327T080000Z', 'DTSTART:20270327T080000Z', 'TRANSP:TRANSPARENT');
    expect(series(cancelled, free)).toEqual(['03-25T08:00 03-25T09:00', '03-28T07:00 03-28T08:00']);
  });

  it('goes on otherwise from one occurrence on', () => {
    const id = 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20270327T090000';
    const later = eventOf(id, 'DTSTART;TZID=Europe/Amsterdam:20270327T110000', 'DURATION:PT30M');
    expect(series(later)).toEqual([
      '03-25T08:00 03-25T09:00',
      '03-26T08:00 03-26T09:00',
      '03-27T10:00 03-27T10:30',
      '03-28T09:00 03-28T09:30',
    ]);
  });

  it('ends free from one occurrence on', () => {
    const id = 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20270327T090000';
    const later = eventOf(id, 'DTSTART;TZID=Europe/Amsterdam:20270327T090000', hour, 'TRANSP:TRANSPARENT');
    expect(series(later)).toHaveLength(2);
  });

  it('of which only one occurrence is known takes the time of that', () => {
    const only = eventOf('RECURRENCE-ID:20270326T080000Z', 'DTSTART:20270326T100000Z', hour);
    expect(written(read(calendarOf(only)))).toEqual(['03-26T10:00 03-26T11:00']);
  });

  it('counts in its last revision', () => {
    const first = eventOf('SEQUENCE:1', 'DTSTART:20270326T100000Z', hour);
    const second = eventOf('SEQUENCE:2', 'DTSTART:20270327T100000Z', hour);
    expect(written(read(calendarOf(second, first)))).toEqual(['03-27T10:00 03-27T11:00']);
  });
});

describe('A zone that the calendar defines', () => {
  const part = (kind: string, start: string, ...[from, to, rule]: readonly string[]) => [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...(rule ? [rule] : []),
    `END:${kind}`,
  ];
  const zone = (tzid: string) =>
    [
      'BEGIN:VTIMEZONE',
      `TZID:${tzid}`,
      ...part('STANDARD', '16010101T030000', '+0200', '+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
      ...part('DAYLIGHT', '16010101T020000', '+0100', '+0200', 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3'),
      'END:VTIMEZONE',
    ].join('\r\n');
  const daily = (tzid: string) =>
    eventOf(`DTSTART;TZID=${tzid}:20270313T090000`, hour, 'RRULE:FREQ=DAILY;COUNT=2');

  it.each(['Customized Time Zone', '/example.com/Kantoor'])(
    'holds where its name says nothing: %s',
    (tzid) => {
      const expected = ['03-13T08:00 03-13T09:00', '03-14T07:00 03-14T08:00'];
      expect(written(read(calendarOf(zone(tzid), daily(tzid))))).toEqual(expected);
      // Also after its use.
      expect(written(read(calendarOf(daily(tzid), zone(tzid))))).toEqual(expected);
    },
  );

  it('yields to what its name says', () => {
    const tzid = 'W. Europe Standard Time';
    expect(written(read(calendarOf(zone(tzid), daily(tzid)))).at(-1)).toBe('03-14T08:00 03-14T09:00');
  });

  it('may have one offset for ever, or change once', () => {
    const fixed = [
      'BEGIN:VTIMEZONE',
      'TZID:Vast',
      ...part('STANDARD', '19700101T000000', '+0530', '+0530'),
      'END:VTIMEZONE',
    ];
    expect(written(read(calendarOf(...fixed, daily('Vast'))))[0]).toBe('03-13T03:30 03-13T04:30');
    const once = [
      ...fixed.slice(0, -1),
      ...part('STANDARD', '20270314T000000', '+0530', '+0600'),
      'END:VTIMEZONE',
    ];
    expect(written(read(calendarOf(...once, daily('Vast'))))[1]).toBe('03-14T03:00 03-14T04:00');
  });
});
