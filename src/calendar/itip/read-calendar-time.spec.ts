import { laterTime, readCalendarTime, zoneFinder } from './read-calendar-time.js';
import { readLooseComponents, readLooseLine } from './read-content-lines.js';

const ZONES = readLooseComponents(
  [
    'BEGIN:VTIMEZONE',
    'TZID:Customized Time Zone',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VTIMEZONE',
    'TZID:Broken',
    'END:VTIMEZONE',
  ].join('\n'),
).components;
const read = (line: string) => readCalendarTime(readLooseLine(line), zoneFinder(ZONES));
const instant = (at: string) => ({ kind: 'instant', at: new Date(at) });
const floating = (wall: string) => ({ kind: 'floating', wall });
const day = (date: string) => ({ kind: 'day', date });

describe('the time of a calendar', () => {
  it.each([
    ['DTSTART:20261024T123000Z', instant('2026-10-24T12:30:00Z')],
    ['DTSTART;VALUE=DATE-TIME:20261024T123000Z', instant('2026-10-24T12:30:00Z')],
    ['DTSTART;TZID=Europe/Amsterdam:20261024T143000', instant('2026-10-24T12:30:00Z')],
    ['DTSTART;TZID="W. Europe Standard Time":20261024T143000', instant('2026-10-24T12:30:00Z')],
    ['DTSTART;TZID=tzone://Microsoft/Utc:20261024T123000', instant('2026-10-24T12:30:00Z')],
    ['DTSTART;TZID="tzone://Microsoft/Utc":20261024T123000', instant('2026-10-24T12:30:00Z')],
    [
      'DTSTART;TZID=/mozilla.org/20070129_1/Europe/Amsterdam:20261124T143000',
      instant('2026-11-24T13:30:00Z'),
    ],
    ['DTSTART;TZID=Customized Time Zone:20260724T143000', instant('2026-07-24T12:30:00Z')],
    ['DTSTART;TZID=Customized Time Zone:20261124T143000', instant('2026-11-24T13:30:00Z')],
    ['DTSTART;TZID=Broken:20261024T143000', floating('2026-10-24T14:30:00')],
    ['DTSTART;TZID=Nowhere:20261024T143000', floating('2026-10-24T14:30:00')],
    ['DTSTART;TZID=:20261024T143000', floating('2026-10-24T14:30:00')],
    ['DTSTART:20261024T143000', floating('2026-10-24T14:30:00')],
    ['DTSTART: 20261024t1430 ', floating('2026-10-24T14:30:00')],
    ['DTSTART:20261024T143060', floating('2026-10-24T14:30:59')],
    ['DTSTART:2026-10-24T14:30:00+0200', instant('2026-10-24T12:30:00Z')],
    ['DTSTART:2026-10-24T12:30:00.000Z', instant('2026-10-24T12:30:00Z')],
    ['DTSTART:20261024T093000-0300', instant('2026-10-24T12:30:00Z')],
    ['DTSTART;VALUE=DATE:20261024', day('2026-10-24')],
    ['DTSTART;TZID=Europe/Amsterdam:20261024', day('2026-10-24')],
    // The night that has an hour twice, and the one that lacks an hour (RFC 5545 section 3.3.5).
    ['DTSTART;TZID=Europe/Amsterdam:20261025T023000', instant('2026-10-25T00:30:00Z')],
    ['DTSTART;TZID=Customized Time Zone:20261025T023000', instant('2026-10-25T00:30:00Z')],
    ['DTSTART;TZID=Europe/Amsterdam:20270328T023000', instant('2027-03-28T01:30:00Z')],
    ['DTSTART;TZID=Customized Time Zone:20270328T023000', instant('2027-03-28T01:30:00Z')],
  ])('%s', (line, time) => expect(read(line)).toEqual(time));

  it.each([
    'DTSTART:',
    'DTSTART:tomorrow',
    'DTSTART:20261332T143000',
    'DTSTART:20260231T143000',
    'DTSTART:20260229',
    'DTSTART:20261024T250000',
    'DTSTART:16010101T000000Z',
    'DTSTART:99991231T235959Z',
    `DTSTART:2026-${'-'.repeat(200_000)}`,
  ])('%# is none', (line) => expect(read(line)).toBeNull());
});

describe('a time some while later', () => {
  it.each([
    ['DTSTART:20261024T123000Z', 'PT45M', instant('2026-10-24T13:15:00Z')],
    ['DTSTART:20261024T123000Z', '+P1DT1H30S', instant('2026-10-25T13:30:30Z')],
    ['DTSTART:20261024T233000', 'PT1H', floating('2026-10-25T00:30:00')],
    ['DTSTART:20261024', 'P2W', day('2026-11-07')],
    ['DTSTART:20261024T123000Z', '-PT45M', null],
    ['DTSTART:20261024T123000Z', 'PT45', null],
    ['DTSTART:20261024T123000Z', undefined, null],
    ['DTSTART:x', 'PT1H', null],
  ])('%s, %s', (line, duration, later) => expect(laterTime(read(line), duration)).toEqual(later));
});
