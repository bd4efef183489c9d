import { classifyFailure } from './classify-failure.js';
import { outagePause, planRetry } from './plan-retry.js';
import { scrubReason } from './scrub-reason.js';
import { handBack, settleAttempt } from './settle-attempt.js';

const now = new Date('2027-01-04T09:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const jan = { name: 'Jan van der Meer', address: 'j.vandermeer@example.org' };

describe('what a failed attempt means', () => {
  it.each([
    [
      'an unknown mailbox',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 no' },
      'refused',
    ],
    [
      'content that is refused',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 no' },
      'refused',
    ],
    [
      'greylisting',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 later' },
      'deferred',
    ],
    [
      'commands out of order',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 503, response: '503' },
      'deferred',
    ],
    ['a connection lost in a message', { code: 'ECONNECTION', command: 'DATA' }, 'deferred'],
    ['no connection', { code: 'ESOCKET', command: 'CONN' }, 'unreachable'],
    ['an unknown host', { code: 'EDNS', command: 'CONN' }, 'unreachable'],
    ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'unreachable'],
    ['a server that closes', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 421 }, 'unreachable'],
    ['a greeting that refuses', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, 'unreachable'],
    ['an attempt that was given up', { code: 'EABORT' }, 'unreachable'],
  ])('%s', (_, failure, outcome) => {
    expect(classifyFailure(failure).outcome).toBe(outcome);
  });

  it('keeps the words of the server, or the code when it said nothing', () => {
    expect(classifyFailure({ command: 'DATA', response: '451 busy', responseCode: 451 }).reason).toBe(
      '451 busy',
    );
    expect(classifyFailure({ code: 'ESOCKET', command: 'CONN' }).reason).toBe('ESOCKET');
  });
});

describe('when a message is tried again', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 240],
    [6, 720],
    [7, 720],
  ])('after attempt %i in %i minutes', (attempts, minutes) => {
    expect(planRetry({ attempts, queuedAt: now, now })).toEqual(after(minutes));
  });

  it('ends within two days of being queued, after nine attempts', () => {
    let [at, attempts]: [Date | null, number] = [now, 0];
    let last = now;
    while (at) {
      last = at;
      attempts += 1;
      at = planRetry({ attempts, queuedAt: now, now: at });
    }
    expect(attempts).toBe(9);
    expect(last.getTime() - now.getTime()).toBeLessThanOrEqual(48 * 3_600_000);
  });

  it('leaves a server in trouble alone, longer each time, never over five minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((failures) => outagePause(failures) / 1000)).toEqual([
      15, 30, 60, 120, 300, 300, 300,
    ]);
  });
});

describe('what an attempt makes of its message', () => {
  const message = {
    id: 'a',
    sealed: new Uint8Array(),
    attempts: 2,
    queuedAt: after(-10),
    lastError: '451 busy',
  };
  const settle = (result: Parameters<typeof settleAttempt>[0]['result']) =>
    settleAttempt({ message, result, now, pausedUntil: after(1) });

  it('sent: done, without a reason', () => {
    expect(settle({ outcome: 'sent' })).toMatchObject({
      status: 'sent',
      attempts: 3,
      sentAt: now,
      lastError: null,
    });
  });

  it('refused: failed at once', () => {
    expect(settle({ outcome: 'refused', reason: '550 no' })).toMatchObject({
      status: 'failed',
      attempts: 3,
      lastError: '550 no',
    });
  });

  it('deferred: queued for later', () => {
    expect(settle({ outcome: 'deferred', reason: '451 busy' })).toMatchObject({
      status: 'queued',
      attempts: 3,
      nextAttemptAt: after(15),
    });
  });

  it('unreachable: queued until the server is tried again, without counting', () => {
    expect(settle({ outcome: 'unreachable', reason: 'ESOCKET' })).toMatchObject({
      status: 'queued',
      attempts: 2,
      nextAttemptAt: after(1),
    });
  });

  it('unreachable for two days: failed', () => {
    const old = { ...message, queuedAt: after(-48 * 60) };
    const result = { outcome: 'unreachable', reason: 'ESOCKET' } as const;
    expect(settleAttempt({ message: old, result, now, pausedUntil: after(1) }).status).toBe('failed');
  });

  it('not tried: as it was', () => {
    expect(handBack(message, now)).toMatchObject({ status: 'queued', attempts: 2, lastError: '451 busy' });
  });
});

describe("the server's words", () => {
  it.each([
    ['550 5.1.1 <j.vandermeer@example.org>: unknown', '550 5.1.1 …: unknown'],
    ['550 5.1.1 j.vandermeer is not here', '550 5.1.1 … is not here'],
    ['550 VANDERMEER has moved to j@new.example', '550 … has moved to …'],
    ['552 mailbox of Jan van der Meer is full', '552 mailbox of … is full'],
    ['550 rcpt=j.vandermeer@example.org;from=planning@example.org', '550 …;…'],
    ['450 4.2.1\r\nX: y', '450 4.2.1 X: y'],
    ['451 4.7.1 Greylisted, try again in 300 seconds', '451 4.7.1 Greylisted, try again in 300 seconds'],
  ])('%j becomes %j', (words, scrubbed) => {
    expect(scrubReason(words, jan)).toBe(scrubbed);
  });

  it('are cut at 500 characters', () => {
    expect(scrubReason('5'.repeat(9000), jan)).toHaveLength(500);
  });
});
