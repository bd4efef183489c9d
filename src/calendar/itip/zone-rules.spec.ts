import ICAL from 'ical.js';
import { zoneClock } from '../../kernel/time/zone.js';
import { AMSTERDAM_VTIMEZONE } from './amsterdam-zone.js';
import { readLooseComponents } from './read-content-lines.js';
import { readZoneRules } from './zone-rules.js';

const MINUTE = 60_000;
const rules = (text: string) =>
  readZoneRules(readLooseComponents(text.replaceAll('\r\n', '\n')).components[0]!);
const zone = (...observances: string[]) =>
  ['BEGIN:VTIMEZONE', 'TZID:x', ...observances, 'END:VTIMEZONE'].join('\n');
const observance = (kind: string, [start, from, to]: [string, string, string], ...more: string[]) =>
  [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...more,
    `END:${kind}`,
  ].join('\n');

const EXCHANGE = zone(
  observance(
    'STANDARD',
    ['16010101T030000', '+0200', '+0100'],
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  ),
  observance(
    'DAYLIGHT',
    ['16010101T020000', '+0100', '+0200'],
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  ),
);
const NEW_YORK = zone(
  observance(
    'DAYLIGHT',
    ['19870405T020000', '-0500', '-0400'],
    'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z',
  ),
  observance(
    'STANDARD',
    ['19671029T020000', '-0400', '-0500'],
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z',
  ),
  observance('DAYLIGHT', ['20070311T020000', '-0500', '-0400'], 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'),
  observance(
    'STANDARD',
    ['20071104T020000', '-0400', '-0500'],
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7',
  ),
);
const SYDNEY = zone(
  observance('DAYLIGHT', ['20081005T020000', '+1000', '+1100'], 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=+1SU'),
  observance('STANDARD', ['20080406T030000', '+1100', '+1000'], 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU'),
);
const KOLKATA = zone(observance('STANDARD', ['19700101T000000', '+0530', '+0530']));

describe('the rules of a VTIMEZONE', () => {
  it.each([
    ['ours', AMSTERDAM_VTIMEZONE, 'Europe/Amsterdam', 2024],
    ['that of Exchange', EXCHANGE, 'Europe/Berlin', 2024],
    ['two generations', NEW_YORK, 'America/New_York', 2003],
    ['the southern half of the world', SYDNEY, 'Australia/Sydney', 2024],
    ['one offset for ever', KOLKATA, 'Asia/Kolkata', 2024],
  ])('%s agree with Intl at every half hour around the changes of six years', (_, text, name, first) => {
    const offsetOf = rules(text)!;
    const clock = zoneClock(name);
    for (let wall = Date.UTC(first, 0, 1); wall < Date.UTC(first + 6, 0, 1); wall += 30 * MINUTE) {
      const expected = wall - clock.instantOf(wall);
      if (offsetOf(wall) !== expected)
        expect([new Date(wall), offsetOf(wall)]).toEqual([new Date(wall), expected]);
      // Away from the changes one look a day is enough.
      if (clock.offsetAt(wall - 86_400_000) === clock.offsetAt(wall + 2 * 86_400_000)) wall += 1_410 * MINUTE;
    }
  });

  it('agree with ical.js', () => {
    const component = ICAL.Component.fromString(EXCHANGE.replaceAll('\n', '\r\n'));
    const peer = new ICAL.Timezone({ component, tzid: 'x' });
    const offsetOf = rules(EXCHANGE)!;
    for (let day = 0; day < 365; day += 1) {
      const wall = Date.UTC(2026, 0, 1 + day, 12);
      const time = ICAL.Time.fromDateTimeString(new Date(wall).toISOString().slice(0, 19));
      expect(offsetOf(wall)).toBe(peer.utcOffset(time) * 1_000);
    }
  });

  it('follow dates that are listed, and the offset from before the first one', () => {
    const listed = zone(
      observance('STANDARD', ['20200101T000000', '+0100', '+0300'], 'RDATE:20220101T000000,x'),
    );
    expect(rules(listed)!(Date.UTC(2019, 5, 1))).toBe(60 * MINUTE);
    expect(rules(listed)!(Date.UTC(2023, 5, 1))).toBe(180 * MINUTE);
  });

  it.each([
    ['no observance', zone()],
    ['no offsets', zone('BEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD')],
    ['a start that is no time', zone(observance('STANDARD', ['x', '+0100', '+0100']))],
    ['an offset that is none', zone(observance('STANDARD', ['19700101T000000', '1', '+0100']))],
    ...[
      'FREQ=SECONDLY',
      'FREQ=YEARLY',
      'FREQ=YEARLY;BYMONTH=13;BYDAY=1SU',
      'FREQ=YEARLY;BYMONTH=3',
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=1SU',
      'FREQ=YEARLY;COUNT=3;BYMONTH=3;BYDAY=1SU',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=1XX',
      'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=1SU;UNTIL=x',
      'x'.repeat(100_000),
    ].map((rule): [string, string] => [
      `the rule ${rule.slice(0, 50)}`,
      zone(observance('STANDARD', ['19700101T000000', '+0100', '+0100'], `RRULE:${rule}`)),
    ]),
    [
      '100 observances',
      zone(
        ...Array.from({ length: 100 }, () => observance('STANDARD', ['19700101T000000', '+0100', '+0100'])),
      ),
    ],
  ])('are not guessed from %s', (_, text) => expect(rules(text)).toBeUndefined());

  it('are not held up by a day that no month has', () => {
    const never = zone(
      observance(
        'STANDARD',
        ['19700101T000000', '+0100', '+0200'],
        'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      ),
    );
    expect(rules(never)!(Date.UTC(2026, 5, 1))).toBe(120 * MINUTE);
  });
});
