/** How far an invited person has answered (RFC 5545 section 3.2.12). */
export type ParticipationStatus = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED';

/** The address that replies go to. It never changes during the life of a UID. */
export interface EntryOrganizer {
  readonly name: string;
  /** Bare address, without `mailto:` and without a display name. */
  readonly address: string;
}

/** The one person an invitation is for. */
export interface EntryAttendee {
  readonly name?: string;
  /** Exactly the address that the mail goes to: clients look for it before they show their buttons. */
  readonly address: string;
  readonly partstat: ParticipationStatus;
  /** Whether an answer is asked; always so while `partstat` is NEEDS-ACTION. */
  readonly rsvp?: boolean;
}

/** What one appointment looks like in one participant's calendar. Instants are exact to the second. */
export interface CalendarEntry {
  /** Opaque and random, letters, digits and `@ . _ -` only; one per participant, never used again. */
  readonly uid: string;
  /** Revision, as {@link nextSequence} decides it. */
  readonly sequence: number;
  /** The moment this message is made (DTSTAMP): a new one for every message, kept for a repeated send. */
  readonly stampedAt: Date;
  readonly start: Date;
  readonly end: Date;
  /** IANA zone of the appointment. */
  readonly zone: string;
  readonly summary: string;
  readonly description?: string;
  /** Where it is; for an online appointment its link, since no client reads a field of its own for that. */
  readonly location?: string;
  readonly organizer: EntryOrganizer;
  readonly url?: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE';
  /** Hides everything but the time from people who may look into this calendar. */
  readonly isPrivate?: boolean;
}

/** An entry that stands in a feed: nobody is named or asked, and one that was called off is shown as such. */
export interface PublishedEntry extends Omit<CalendarEntry, 'status'> {
  readonly status: 'CONFIRMED' | 'CANCELLED';
}

/** An entry that is sent to one person and asks for, or takes back, their presence. */
export interface InvitationEntry extends CalendarEntry {
  readonly attendee: EntryAttendee;
}

/** The refusal of another time that a participant proposed (RFC 5546 section 3.2.8). */
export interface DeclinedCounter {
  readonly uid: string;
  readonly stampedAt: Date;
  readonly organizer: EntryOrganizer;
  /** Why, in words the proposer reads. */
  readonly comment?: string;
}

/** An entry that no calendar could show rightly: a fault of the caller, found before anything is written. */
export class CalendarEntryError extends Error {
  override readonly name = 'CalendarEntryError';
}
