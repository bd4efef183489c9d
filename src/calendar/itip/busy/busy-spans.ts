import type { Instant } from '../../../kernel/time/zone.js';

/** Time taken, half open. */
export interface BusySpan {
  readonly start: Instant;
  readonly end: Instant;
}

const MOST_APART = 16_384;

/** Keeps what lies in a window, merged now and then, so that entries which recur together take no room. */
export class BusySpans {
  #spans: readonly BusySpan[] = [];
  #apart: BusySpan[] = [];

  constructor(private readonly window: BusySpan) {}

  add(start: Instant, end: Instant): void {
    if (start >= end || end <= this.window.start || start >= this.window.end) return;
    this.#apart.push({ start, end });
    if (this.#apart.length >= MOST_APART) this.#merge();
  }

  /** Sorted, none overlapping another. Those that only touch stay two: each may be an entry of its own. */
  merged(): readonly BusySpan[] {
    if (this.#apart.length > 0) this.#merge();
    return this.#spans;
  }

  #merge(): void {
    this.#spans = mergeOverlapping([...this.#spans, ...this.#apart]);
    this.#apart = [];
  }
}

/** What overlaps becomes one. */
export function mergeOverlapping(spans: readonly BusySpan[]): readonly BusySpan[] {
  const merged: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
