import { pauseAfter, usualPace } from './mailbox-pace.js';

describe('the pause after failures', () => {
  const pauses = [2_000, 10_000, 60_000];

  it('grows with each failure and then stays', () => {
    expect([1, 2, 3, 4, 100].map((failures) => pauseAfter(failures, pauses, 1))).toEqual([
      2_000, 10_000, 60_000, 60_000, 60_000,
    ]);
  });

  it('is at least half of what was planned', () => {
    expect(pauseAfter(2, pauses, 0)).toBe(5_000);
    expect(pauseAfter(2, pauses, 0.5)).toBe(7_500);
  });

  it('is never none', () => {
    for (const plan of [usualPace.reconnect, usualPace.repair])
      expect(pauseAfter(1, plan, 0)).toBeGreaterThanOrEqual(1_000);
  });
});
