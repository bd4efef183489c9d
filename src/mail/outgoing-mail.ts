import type { Mailbox } from '../kernel/config/mailbox.js';
import type { MailDocument } from './mail-document.js';

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';

/** A calendar object to go along; `method` equals its METHOD property (RFC 6047 2.4). */
export interface CalendarPart {
  readonly method: CalendarMethod;
  readonly content: string;
  /** Its UID, by which an answer or a bounce finds this mail again. */
  readonly uid?: string;
}

/** A mail to one person, as a feature hands it over. */
export interface OutgoingMail {
  readonly studyId: string | null;
  /** What kind of mail, e.g. `offer`, `appointment-booked`. */
  readonly kind: string;
  /** Whom it concerns, without naming anybody: a pseudonym, a site code, a role on the board. */
  readonly about?: string;
  readonly subjectId?: string;
  readonly to: Mailbox;
  readonly language: 'nl' | 'en';
  readonly document: MailDocument;
  readonly calendar?: CalendarPart;
  /** Mails with the same key, such as an appointment's id, stand together in the reader's mail program. */
  readonly thread?: string;
  /** Where the reader can say that they want no more mail of this kind; see `listHeaders`. */
  readonly unsubscribeUrl?: string;
  /** False only for a mail that a person wrote word for word (RFC 3834 5). */
  readonly autoSubmitted?: boolean;
}
