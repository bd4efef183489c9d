/** The job that empties the outbox. */
export const deliveryJob = 'deliver-mail';

/** What the seal of a letter is bound to: it opens in no other row. */
export const outboxContext = (id: string): string => `outbox_message:${id}`;
