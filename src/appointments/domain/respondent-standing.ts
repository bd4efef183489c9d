import type { AppointmentStatus } from '../appointment-status.js';
import type { OfferStatus } from '../offer-status.js';

/** Where a respondent's own page stands. */
export type Standing =
  /** Moments can be chosen. */
  | 'open'
  /** The same, and the respondent proposed something else. */
  | 'proposed'
  /** An interview is booked. */
  | 'booked'
  /** It was held, or missed. */
  | 'past'
  | 'cancelled'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  /** Nothing was ever offered or booked. */
  | 'nothing';

export interface StandingFacts {
  /** The newest offer. */
  readonly offer: {
    readonly status: OfferStatus;
    readonly expiresAt: Date;
    readonly appointmentId?: string | null;
  } | null;
  /** The newest appointment. */
  readonly appointment: { readonly id: string; readonly status: AppointmentStatus } | null;
  /** Recruitment has ended for them, by whoever decided so: nothing can be chosen any more. */
  readonly isOver: boolean;
  readonly now: Date;
}

/** What is booked goes first, then what can be chosen, then how it ended. */
export function respondentStanding({ offer, appointment, isOver, now }: StandingFacts): Standing {
  if (appointment?.status === 'scheduled') return 'booked';
  const isOpen = offer && isOpenOffer(offer, now);
  if (isOpen && !isOver) return offer.status === 'proposed' ? 'proposed' : 'open';
  if (offer?.status === 'declined') return 'declined';
  const isNews =
    appointment && (!offer || offer.appointmentId === appointment.id || offer.status === 'accepted');
  if (isNews) return appointment.status === 'cancelled' ? 'cancelled' : 'past';
  if (!offer) return 'nothing';
  return isOpen || offer.status === 'withdrawn' ? 'withdrawn' : 'expired';
}

/** Until its deadline, which is the first moment at which it can't be answered. */
export function isOpenOffer(
  { status, expiresAt }: { status: OfferStatus; expiresAt: Date },
  now: Date,
): boolean {
  return (status === 'open' || status === 'proposed') && expiresAt > now;
}
