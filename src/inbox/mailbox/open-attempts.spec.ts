import { OpenAttempts } from './open-attempts.js';

describe('the attempts at messages', () => {
  it('pause longer after each, and the last pause from then on', () => {
    const attempts = new OpenAttempts([100, 500]);
    expect(attempts.isDue('a', 0)).toBe(true);
    const pauses = [1, 2, 3, 4].map((tries) => {
      expect(attempts.begin('a', 1_000)).toMatchObject({ tries });
      expect(attempts.isDue('a', 1_000)).toBe(false);
      return attempts.untilNext(1_000);
    });
    expect(pauses).toEqual([100, 500, 500, 500]);
    expect(attempts.isDue('a', 1_500)).toBe(true);
    expect(attempts.mostTries).toBe(3);
  });

  it('remember where the message goes', () => {
    const attempts = new OpenAttempts([100]);
    attempts.begin('a', 0).filing = 'waiting';
    expect(attempts.begin('a', 200)).toMatchObject({ tries: 2, filing: 'waiting' });
  });

  it('can be taken back, and then be made at once', () => {
    const attempts = new OpenAttempts([100]);
    attempts.begin('a', 0);
    attempts.takeBack('a');
    expect(attempts.isDue('a', 0)).toBe(true);
    expect(attempts.begin('a', 0).tries).toBe(1);
  });

  it('end, or are forgotten with what has gone from the mailbox', () => {
    const attempts = new OpenAttempts([100]);
    for (const key of ['a', 'b', 'c']) attempts.begin(key, 0);
    attempts.end('a');
    attempts.keepOnly(new Set(['c', 'd']));
    expect(['a', 'b', 'c'].map((key) => attempts.isDue(key, 0))).toEqual([true, true, false]);
    attempts.end('c');
    expect(attempts.untilNext(0)).toBe(Infinity);
  });
});
