export const outboxStatuses = ['queued', 'sending', 'sent', 'failed', 'bounced'] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

/** What may follow what; `queued` after `failed` or `bounced` because a person asked for it. */
export const outboxTransitions: Readonly<Record<OutboxStatus, readonly OutboxStatus[]>> = {
  queued: ['sending'],
  sending: ['queued', 'sent', 'failed'],
  sent: ['bounced'],
  failed: ['queued'],
  bounced: ['queued'],
};

/** The statuses that need a person. */
export const unsentStatuses = outboxStatuses.filter(
  (status) => status !== 'sending' && outboxTransitions[status].includes('queued'),
);
