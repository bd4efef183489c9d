import { createHash, randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Clock } from '../kernel/time/clock.js';
import {
  Invitation,
  type Answer,
  type InvitationSubject,
  type ParticipantKind,
} from './invitation.entity.js';
import type { InvitationEntry } from './itip/calendar-entry.js';
import { assertSendable } from './itip/check-outgoing.js';
import { nextSequence, type OrganizerChange } from './itip/next-sequence.js';
import { writeDeclineCounter } from './itip/write-decline-counter.js';
import { writeCancel, writeRequest } from './itip/write-calendar-object.js';
import { toPartstat } from './partstat.js';

/** What an appointment or meeting looks like to one participant; free of anybody else's name or address. */
export interface InvitedEvent {
  readonly studyId: string;
  readonly subject: InvitationSubject;
  readonly subjectId: string;
  readonly start: Date;
  readonly end: Date;
  /** IANA zone whose wall clock the calendar shows. */
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly location?: string;
  readonly url?: string;
}

export interface Participant {
  readonly kind: ParticipantKind;
  readonly id: string;
  readonly name?: string;
  readonly address: string;
}

/** The calendar part of one mail, checked and ready to leave. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';
  readonly content: string;
  readonly uid: string;
}

/**
 * Each participant's own entry: one UID per participant and subject, SEQUENCE by RFC 5546 2.1.4. Runs in the caller's
 * transaction; whatever it returns has passed the raw check of outgoing bytes.
 */
@Injectable()
export class Invitations {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** First invitation of a participant: a new UID at SEQUENCE 0. */
  async invite(participant: Participant, event: InvitedEvent): Promise<CalendarPart> {
    const invitation = this.em.create(Invitation, {
      studyId: event.studyId,
      uid: randomBytes(16).toString('hex'),
      subject: event.subject,
      subjectId: event.subjectId,
      participantKind: participant.kind,
      participantId: participant.id,
    });
    this.em.persist(invitation);
    return this.request(invitation, participant, event);
  }

  /**
   * Tells a participant what changed; invites them when they had no live invitation yet. Null when the entry would be
   * the same as the one last sent and nothing asks for it to be sent again.
   */
  async change(
    participant: Participant,
    event: InvitedEvent,
    changes: readonly OrganizerChange[],
  ): Promise<CalendarPart | null> {
    const invitation = await this.find(participant, event);
    if (!invitation) return this.invite(participant, event);
    if (!changes.includes('resend') && invitation.sentDigest === digestOf(event)) return null;
    const revision = nextSequence(invitation.sequence, changes);
    invitation.sequence = revision.sequence;
    if (revision.significant) invitation.significantSequence = revision.sequence;
    if (revision.resetsAnswer) this.em.assign(invitation, unanswered);
    return this.request(invitation, participant, event);
  }

  /** Takes the entry out of a participant's calendar; null when there is none. */
  async cancel(participant: Participant, event: InvitedEvent): Promise<CalendarPart | null> {
    const invitation = await this.find(participant, event);
    if (!invitation) return null;
    const revision = nextSequence(invitation.sequence, ['cancel']);
    invitation.sequence = revision.sequence;
    invitation.significantSequence = revision.sequence;
    invitation.cancelledAt = this.clock.now();
    return this.checked(invitation, 'CANCEL', writeCancel(this.entry(invitation, participant, event)));
  }

  /** What a participant answered elsewhere than in their calendar; nothing for somebody who has no live invitation. */
  async answered(
    participant: Pick<Participant, 'kind' | 'id'>,
    subject: Pick<InvitedEvent, 'studyId' | 'subjectId'>,
    { answer, by }: { readonly answer: Answer; readonly by: 'page' | 'team' },
  ): Promise<void> {
    const invitation = await this.find(participant, subject);
    if (!invitation) return;
    this.em.assign(invitation, { ...unanswered, answer, answeredAt: this.clock.now(), answeredBy: by });
  }

  /** The entry as it stands, or its cancellation, once more under the same SEQUENCE: for a calendar that is behind. */
  again(invitation: Invitation, participant: Participant, event: InvitedEvent): CalendarPart {
    if (!invitation.cancelledAt) return this.request(invitation, participant, event);
    return this.checked(invitation, 'CANCEL', writeCancel(this.entry(invitation, participant, event)));
  }

  /** Refuses another time that the participant's calendar proposed. */
  declineProposal(invitation: Invitation, comment?: string): CalendarPart {
    const { uid } = invitation;
    const facts = { uid, stampedAt: this.clock.now(), organizer: this.organizer() };
    const bytes = writeDeclineCounter({ ...facts, ...(comment && { comment }) });
    return this.checked(invitation, 'DECLINECOUNTER', bytes);
  }

  /** Kept as it is until the transaction ends: an answer that comes at this moment is counted before, or refused after. */
  private find(
    { kind: participantKind, id: participantId }: Pick<Participant, 'kind' | 'id'>,
    { studyId, subjectId }: Pick<InvitedEvent, 'studyId' | 'subjectId'>,
  ): Promise<Invitation | null> {
    return this.em.findOne(
      Invitation,
      { studyId, subjectId, participantKind, participantId, cancelledAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
  }

  private request(invitation: Invitation, participant: Participant, event: InvitedEvent): CalendarPart {
    invitation.sentDigest = digestOf(event);
    return this.checked(invitation, 'REQUEST', writeRequest(this.entry(invitation, participant, event)));
  }

  private checked({ uid }: Invitation, method: CalendarPart['method'], bytes: Buffer): CalendarPart {
    assertSendable(bytes, method);
    return { method, content: bytes.toString('utf8'), uid };
  }

  private organizer() {
    const { name, address } = this.config.mailFrom;
    return { name: name ?? '', address };
  }

  private entry(invitation: Invitation, participant: Participant, event: InvitedEvent): InvitationEntry {
    const { start, end, zone, summary, description, location, url } = event;
    return {
      uid: invitation.uid,
      sequence: invitation.sequence,
      stampedAt: this.clock.now(),
      organizer: this.organizer(),
      attendee: {
        name: participant.name,
        address: participant.address,
        partstat: toPartstat(invitation.answer),
      },
      status: 'CONFIRMED',
      start,
      end,
      zone,
      summary,
      description,
      location,
      url,
    };
  }
}

/** The order of answers goes on, so that an answer to the time before stays old. */
const unanswered = {
  answer: 'needs-action',
  answeredAt: null,
  answeredBy: null,
  answerNote: null,
  substituteIndex: null,
  substituteAnswer: null,
} as const;

function digestOf(event: InvitedEvent): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('hex');
}
