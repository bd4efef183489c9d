import type { RespondentStatus } from '../../respondents/respondent-status.js';

export type StatusCounts = Readonly<Partial<Record<RespondentStatus, number>>>;

const cooperating = ['agreed', 'scheduled', 'interviewed'] as const;
const others = ['approached', 'in-contact', 'declined', 'not-reached', 'withdrew'] as const;

/**
 * The share of everybody approached so far who agreed, has an appointment or was interviewed, from 0 to 1. Whoever was
 * not approached yet, waits in reserve or turned out not to be eligible counts in neither. Undefined before anybody was
 * approached.
 */
export function responseShare(counts: StatusCounts): number | undefined {
  const sum = (statuses: readonly RespondentStatus[]) =>
    statuses.reduce((total, status) => total + (counts[status] ?? 0), 0);
  const approached = sum([...cooperating, ...others]);
  return approached === 0 ? undefined : sum(cooperating) / approached;
}
