import type { Session } from './session.entity.js';

const HOUR = 3_600_000;
const idleHours = 12;
const longestHours = 7 * 24;
/** Renewals closer together than this would only cost writes. */
const renewAfter = HOUR / 6;

type Lifetime = Pick<Session, 'kind' | 'createdAt' | 'expiresAt'>;

/** The end of a session that starts now: twelve hours from now. */
export const firstExpiry = (now: Date): Date => new Date(now.getTime() + idleHours * HOUR);

/**
 * The later end that using a session now earns it, or undefined while that is not worth a write. A browser's session
 * lasts twelve hours beyond its last use and seven days in all; a bearer token keeps the end it was given.
 */
export function renewedExpiry(session: Lifetime, now: Date): Date | undefined {
  if (session.kind === 'api') return undefined;
  const longest = session.createdAt.getTime() + longestHours * HOUR;
  const renewed = Math.min(firstExpiry(now).getTime(), longest);
  return renewed - session.expiresAt.getTime() >= renewAfter ? new Date(renewed) : undefined;
}
