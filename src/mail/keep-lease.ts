import { leaseSeconds } from './outbox-message.repository.js';

const tickMs = 10_000;
/** Leaves a margin in which an attempt can end before somebody else may begin it. */
const trustMs = (leaseSeconds - 15) * 1000;

export interface Lease {
  /** Fires when the lease could not be renewed in time: what is under way belongs to nobody any more. */
  readonly lost: AbortSignal;
  end(): void;
}

/** Renews a lease every ten seconds until it ends. */
export function keepLease(renew: () => Promise<void>): Lease {
  const lost = new AbortController();
  let renewedAt = performance.now();
  const tick = () => {
    if (performance.now() - renewedAt > trustMs) lost.abort();
    void renew().then(
      () => (renewedAt = performance.now()),
      () => undefined,
    );
  };
  const timer = setInterval(tick, tickMs);
  return { lost: lost.signal, end: () => clearInterval(timer) };
}
