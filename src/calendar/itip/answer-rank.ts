import { MINUTE } from '../../kernel/time/zone.js';

/** A place in the order of one person's answers: SEQUENCE first, then DTSTAMP, never arrival (RFC 5546 section 2.1.5). */
export interface Rank {
  /** Never above what was sent, so that a client's wrong number blocks no later answer. */
  readonly sequence: number;
  /** Never much later than arrival, so that a wrong clock blocks no later answer. */
  readonly stampedAt: Date;
}

/** How far two clocks may differ. */
const SKEW = 5 * MINUTE;

/** Negative when the first comes before the second. Only ranks of one person can be compared: no two clocks agree. */
export const compareRank = (a: Rank, b: Rank): number =>
  a.sequence - b.sequence || a.stampedAt.getTime() - b.stampedAt.getTime();

/** The latest stamp that is believed of what arrives at this moment. */
export const latestStamp = (receivedAt: Date): Date => new Date(receivedAt.getTime() + SKEW);

/**
 * The place of an answer that was given to us instead of to a calendar: what a calendar stamped before it is older, as far
 * as two clocks can tell. Always behind the last.
 */
export function rankHere(sequence: number, now: Date, last: Rank | null): Rank {
  const here = { sequence, stampedAt: new Date(now.getTime() - SKEW) };
  if (!last || compareRank(last, here) < 0) return here;
  return { sequence: last.sequence, stampedAt: new Date(last.stampedAt.getTime() + 1) };
}
