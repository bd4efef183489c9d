import type { SendResult } from './mail-transport.js';
import type { ClaimedMessage, Settlement } from './outbox-message.repository.js';
import { planAfterOutage, planRetry } from './plan-retry.js';

export interface AttemptFacts {
  readonly message: Pick<ClaimedMessage, 'id' | 'attempts' | 'queuedAt'>;
  /** Its reason is free of addresses. */
  readonly result: SendResult;
  readonly now: Date;
  /** Until when the server is left alone. */
  readonly pausedUntil: Date;
}

/** What an attempt makes of its message. */
export function settleAttempt({ message, result, now, pausedUntil }: AttemptFacts): Settlement {
  const { id, queuedAt } = message;
  const outage = result.outcome === 'unreachable';
  const attempts = message.attempts + (outage ? 0 : 1);
  const settled = { id, attempts, nextAttemptAt: now, sentAt: null };
  if (result.outcome === 'sent') return { ...settled, status: 'sent', sentAt: now, lastError: null };
  const lastError = result.reason;
  if (result.outcome === 'refused') return { ...settled, status: 'failed', lastError };
  const again = outage
    ? planAfterOutage({ until: pausedUntil, queuedAt })
    : planRetry({ attempts, queuedAt, now });
  if (again === null) return { ...settled, status: 'failed', lastError };
  return { ...settled, status: 'queued', nextAttemptAt: again, lastError };
}

/** A claimed message that was not tried after all. */
export const handBack = (message: ClaimedMessage, now: Date): Settlement => ({
  id: message.id,
  status: 'queued',
  attempts: message.attempts,
  nextAttemptAt: now,
  lastError: message.lastError,
  sentAt: null,
});
