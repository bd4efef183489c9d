import type { z } from 'zod';
import type { offerView } from './appointments.schema.js';
import type { MadeOffer } from './offers.service.js';

/** An offer as the API answers it; slots by start. */
export function presentOffer({ offer, slots, url, site }: MadeOffer): z.input<typeof offerView> {
  return {
    id: offer.id,
    url,
    expiresAt: offer.expiresAt.toISOString(),
    slots: slots.map((slot) => ({
      id: slot.id,
      start: slot.startsAt.toISOString(),
      end: slot.endsAt.toISOString(),
      interviewer: slot.interviewerId,
      site,
      mode: slot.mode,
    })),
  };
}
