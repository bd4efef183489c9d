import { firstExpiry, renewedExpiry } from './session-lifetime.js';

const HOUR = 3_600_000;
const created = new Date('2027-01-04T09:00:00Z');
const at = (hours: number): Date => new Date(created.getTime() + hours * HOUR);
const session = (kind: 'web' | 'api', expiresAt: Date) => ({ kind, createdAt: created, expiresAt });

describe('the lifetime of a session', () => {
  it('begins with twelve hours', () => {
    expect(firstExpiry(created)).toEqual(at(12));
  });

  it.each([
    ['just after it was opened, not yet', at(12), at(0.1), undefined],
    ['after ten minutes, to twelve hours from then', at(12), at(1 / 6), at(12 + 1 / 6)],
    ['near its end', at(12), at(11.9), at(23.9)],
    ['in the last half day, to seven days in all', at(160), at(159), at(168)],
    ['at seven days, no more', at(168), at(167), undefined],
  ])('of a browser is renewed: %s', (_, expiresAt, now, renewed) => {
    expect(renewedExpiry(session('web', expiresAt), now)).toEqual(renewed);
  });

  it('of a bearer token is never renewed: its holder was told when it ends', () => {
    expect(renewedExpiry(session('api', at(12)), at(11))).toBeUndefined();
  });
});
