import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 10;

/**
 * Does work that takes long in slices of about ten milliseconds, between which requests are answered. The same code then
 * runs wherever the server runs, without a second copy of it in a thread; what the work may cost is bounded by itself.
 */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await nextTurn();
  }
}
