const minute = 60_000;
const hour = 60 * minute;
const pauses = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour];
const giveUpAfter = 48 * hour;

export interface RetryFacts {
  /** Attempts that a server answered, this one included. */
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly now: Date;
}

/** When to try a deferred message again (1, 5, 15 minutes, 1, 4, then every 12 hours), or null after two days. */
export function planRetry({ attempts, queuedAt, now }: RetryFacts): Date | null {
  const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? minute;
  return notAfterTheEnd(new Date(now.getTime() + pause), queuedAt);
}

/** When to try a message again whose server could not be reached, or null after two days. */
export function planAfterOutage({ until, queuedAt }: { until: Date; queuedAt: Date }): Date | null {
  return notAfterTheEnd(until, queuedAt);
}

const notAfterTheEnd = (at: Date, queuedAt: Date): Date | null =>
  at.getTime() - queuedAt.getTime() > giveUpAfter ? null : at;

const outagePauses = [15_000, 30_000, minute, 2 * minute, 5 * minute];

/** How long to leave a server alone that failed this many times in a row; milliseconds. */
export const outagePause = (failures: number): number =>
  outagePauses[Math.min(failures, outagePauses.length) - 1] ?? 15_000;
