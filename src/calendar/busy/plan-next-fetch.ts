const minute = 60_000;
const usual = 15 * minute;
const longest = 6 * 60 * minute;

export interface FetchFacts {
  readonly now: Date;
  /** In a row, this one included; none after a success. */
  readonly failures: number;
  /** Seconds that the other side asks for. */
  readonly retryAfter?: number | undefined;
  /** From 0 to 1: spreads calendars that were connected together. */
  readonly jitter: number;
}

/** A quarter of an hour on, a tenth more or less; twice as long after each failure, up to six hours. */
export function planNextFetch({ now, failures, retryAfter = 0, jitter }: FetchFacts): Date {
  const pause = Math.min(usual * 2 ** Math.min(failures, 10), longest);
  const asked = Math.min(retryAfter * 1_000, longest);
  return new Date(now.getTime() + Math.max(pause, asked) * (0.9 + 0.2 * jitter));
}
