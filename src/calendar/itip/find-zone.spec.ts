import { findZone } from './find-zone.js';

describe('the zone that a TZID means', () => {
  it.each([
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    [' "Europe/Amsterdam" ', 'Europe/Amsterdam'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Romance Standard Time', 'Europe/Paris'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Amsterdam', 'Europe/Amsterdam'],
    ['/example.org/20070129_1/America/Argentina/Salta', 'America/Argentina/Salta'],
    ['Customized Time Zone', undefined],
    ['tzone://Microsoft/Custom', undefined],
    ['+0100', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('%s', (tzid, zone) => expect(findZone(tzid)).toBe(zone));

  it('keeps the offsets of Amsterdam for the Windows zone that holds it', () => {
    const zone = findZone('W. Europe Standard Time')!;
    const hour = (name: string, at: string) =>
      new Intl.DateTimeFormat('en', { timeZone: name, hour: '2-digit', hourCycle: 'h23' }).format(
        new Date(at),
      );
    for (const at of ['2026-07-01T12:00:00Z', '2026-12-01T12:00:00Z'])
      expect(hour(zone, at)).toBe(hour('Europe/Amsterdam', at));
  });
});
