const DAYS = 30;
const MS = DAYS * 24 * 3_600_000;

/** Entries that were called off before this moment have gone from every feed; later ones stand there as cancelled. */
export const cancelledShownSince = (now: Date): Date => new Date(now.getTime() - MS);

/** When an entry that was called off goes. */
export const cancelledGoesAt = (cancelledAt: Date): Date => new Date(cancelledAt.getTime() + MS);
