/** A time as a calendar writes it: exact, or without a zone that could be known (RFC 5545 sections 3.3.4 and 3.3.5). */
export type CalendarTime =
  | { readonly kind: 'instant'; readonly at: Date }
  /** Wall time, `YYYY-MM-DDTHH:mm:ss`: in the organizer's zone. */
  | { readonly kind: 'floating'; readonly wall: string }
  /** A whole day, `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly date: string };

/** Somebody a reply names. Addresses are bare, lower-case, decoded, with an ASCII domain. */
export interface ReplyAttendee {
  readonly address: string;
  /** Of the EMAIL parameter, where a service puts a relay address into the value. */
  readonly email: string | null;
  readonly name: string | null;
  /** As written, in capitals; null when there is none. */
  readonly partstat: string | null;
  readonly sentBy: string | null;
  readonly delegatedTo: readonly string[];
  readonly delegatedFrom: readonly string[];
}

/** One VEVENT of an answer. What is missing is null: hardly any client writes all that RFC 5546 asks. */
export interface ReplyComponent {
  readonly uid: string;
  readonly recurrenceId: CalendarTime | null;
  /** SEQUENCE, else X-MICROSOFT-CDO-APPT-SEQUENCE, else 0; from 0 to 2,147,483,647. */
  readonly sequence: number;
  readonly stampedAt: Date | null;
  readonly organizer: string | null;
  readonly attendees: readonly ReplyAttendee[];
  readonly start: CalendarTime | null;
  readonly end: CalendarTime | null;
  /** In the person's own words, whichever of four properties they stood in; at most 2,000 characters. */
  readonly comment: string | null;
  /** Codes of REQUEST-STATUS, such as `3.1`. */
  readonly requestStatus: readonly string[];
}

/** Why a mail or its calendar part could not be read. */
export type ReadingFault =
  | 'not-a-message'
  | 'message-too-large'
  | 'too-deep'
  | 'too-many-parts'
  | 'calendar-too-large'
  | 'calendar-broken'
  /** METHOD in the header of the part and inside it differ. */
  | 'methods-differ'
  /** Answers to more than one invitation in one calendar object. */
  | 'several-events'
  /** Microsoft's own format, which holds no answer that can be read. */
  | 'tnef';

/** What kind of mail it is. */
export type MailContent =
  | {
      readonly kind: 'calendar';
      readonly method: string;
      /** At least one; all have the same UID. */
      readonly components: readonly ReplyComponent[];
    }
  | {
      readonly kind: 'bounce';
      /** Whom it could not be delivered to, as far as it says. */
      readonly recipients: readonly string[];
      /** Enhanced status code (RFC 3463), such as `5.1.1`. */
      readonly status: string | null;
      /** False for a delay: the server still tries (RFC 3464 section 2.3.3). */
      readonly isFinal: boolean;
      /** Message-IDs and UIDs of what came back. */
      readonly returnedMessageIds: readonly string[];
      readonly returnedUids: readonly string[];
    }
  /** Out of office and the like, without a calendar part. */
  | { readonly kind: 'auto-reply' }
  /** Somebody wrote; there is nothing for a calendar in it. */
  | { readonly kind: 'words' }
  | { readonly kind: 'faulty'; readonly fault: ReadingFault };

export interface MailPerson {
  readonly name: string;
  /** As `ReplyAttendee.address`. */
  readonly address: string;
}

/** An incoming mail, as far as answers to invitations are concerned. */
export interface IncomingMail {
  /** With its angle brackets. */
  readonly messageId: string | null;
  /** Equal for the same message however it came: hex SHA-256 of Message-ID (else From, Date and Subject) and body. */
  readonly fingerprint: string;
  readonly from: MailPerson | null;
  /** Of the Sender header, which a service that answers for somebody writes. */
  readonly sender: string | null;
  /** To, Cc, Delivered-To and X-Original-To. */
  readonly recipients: readonly string[];
  readonly date: Date | null;
  /** One line, at most 200 characters. */
  readonly subject: string;
  /** Message-IDs of In-Reply-To and References, the nearest first; at most 50. */
  readonly answersTo: readonly string[];
  /** Plain text above what is quoted; at most 2,000 characters. */
  readonly words: string;
  /** What our own mail server found of DMARC (RFC 8601), or `unknown`. */
  readonly authentication: 'pass' | 'fail' | 'unknown';
  readonly content: MailContent;
}

export interface ReadingOptions {
  /** The authserv-id of our own mail server; without one no Authentication-Results header is believed. */
  readonly authservId?: string | undefined;
}
