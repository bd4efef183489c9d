import { planNextFetch } from './plan-next-fetch.js';

const now = new Date('2027-01-12T09:00:00Z');
const minutesUntil = (facts: { failures: number; retryAfter?: number; jitter?: number }) =>
  (planNextFetch({ now, jitter: 0.5, ...facts }).getTime() - now.getTime()) / 60_000;

describe('The next fetch', () => {
  it.each([
    [0, 15],
    [1, 30],
    [2, 60],
    [4, 240],
    [5, 360],
    [500, 360],
  ])('after %d failures comes in %d minutes', (failures, minutes) => {
    expect(minutesUntil({ failures })).toBeCloseTo(minutes);
  });

  it('is spread by a tenth', () => {
    expect(minutesUntil({ failures: 0, jitter: 0 })).toBeCloseTo(13.5);
    expect(minutesUntil({ failures: 0, jitter: 1 })).toBeCloseTo(16.5);
  });

  it('waits as long as it is asked, within bounds', () => {
    expect(minutesUntil({ failures: 1, retryAfter: 7_200 })).toBeCloseTo(120);
    expect(minutesUntil({ failures: 1, retryAfter: 60 })).toBeCloseTo(30);
    expect(minutesUntil({ failures: 1, retryAfter: 999_999 })).toBeCloseTo(360);
  });
});
