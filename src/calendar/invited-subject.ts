import type { Language } from '../kernel/text/language.js';
import type { Invitation, InvitationSubject } from './invitation.entity.js';
import type { ProposedTime } from './itip/read-proposal.js';

/** What somebody was invited to, as it stands for that person. */
export interface InvitedParty {
  readonly start: Date;
  readonly end: Date;
  /** IANA. */
  readonly zone: string;
  /** It can still be changed: not held, cancelled or past. */
  readonly isOpen: boolean;
  /** Undefined when their details are gone. */
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** On whose behalf something is done to what people were invited to. */
export interface Organizer {
  readonly studyId: string;
  readonly actorId: string;
}

export interface ProposalObstacle {
  readonly texts: Readonly<Record<Language, string>>;
  /** A rule that who plans may set aside, unlike somebody's other appointment. */
  readonly canSetAside: boolean;
}

/** A kind of thing that people are invited to, as answers to its invitations see it. Everything joins the caller's transaction. */
export interface InvitedSubject {
  readonly subject: InvitationSubject;

  /** Takes the locks that come before the invitation's own; null when there is nothing any more. */
  stand(invitation: Invitation): Promise<InvitedParty | null>;

  /** Mails the entry as it stands now, or its cancellation, to the invitee's own address; false without one. */
  sendAgain(invitation: Invitation): Promise<boolean>;

  /** Tells those who plan that somebody declined. */
  tellDeclined(invitation: Invitation): Promise<void>;

  /** The first thing that stands in the way of another time; null for nothing. */
  obstacleTo(invitation: Invitation, time: ProposedTime): Promise<ProposalObstacle | null>;

  /**
   * Moves it there and tells everybody; `regardless` of hours and rules, never of somebody's other appointment. Throws
   * the errors of moving.
   */
  moveTo(
    invitation: Invitation,
    time: ProposedTime & { readonly regardless: boolean },
    organizer: Organizer,
  ): Promise<void>;

  /** Mails that the proposed time cannot be (RFC 5546 section 3.2.8), with the organizer's words. */
  refuse(invitation: Invitation, time: ProposedTime, words?: string): Promise<void>;
}
