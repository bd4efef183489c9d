/** `expired` is never stored: an open offer whose deadline has passed is expired. */
export const offerStatuses = ['open', 'accepted', 'declined', 'proposed', 'withdrawn'] as const;
export type OfferStatus = (typeof offerStatuses)[number];
