import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation, type InvitationSubject, type ParticipantKind } from '../calendar/invitation.entity.js';
import type { ProposalObstacle } from '../calendar/invited-subject.js';
import { outcomeOf, type MailOutcome, type OutcomeReason } from '../calendar/itip/mail-outcome.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyScope } from '../studies/study-scope.js';
import { seesUnknown } from './inbox-access.service.js';
import { InvitedSubjects } from './invited-subjects.js';
import { summaryContext, type MailSummary } from './mail-summary.js';
import type { MessageStatus } from './message-status.js';
import { recognisable } from './recognise-sender.service.js';

interface Row {
  readonly id: string;
  readonly receivedAt: string;
  readonly reason: OutcomeReason;
  readonly status: MessageStatus;
  readonly belongsToStudy: boolean;
  readonly invitationId: string | null;
  readonly subject: InvitationSubject | null;
  readonly subjectId: string | null;
  readonly participantKind: ParticipantKind | null;
  readonly participantId: string | null;
  readonly pseudonym: string | null;
  readonly person: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly meeting: string | null;
  readonly proposedStart: string | null;
  readonly proposedEnd: string | null;
  readonly summary: Uint8Array | null;
}

/** One mail as the page shows it. */
export interface InboxMessage {
  readonly id: string;
  readonly receivedAt: Date;
  readonly outcome: MailOutcome;
  readonly reason: OutcomeReason;
  readonly status: MessageStatus;
  /** False for a mail that could not be tied to any study. */
  readonly belongsToStudy: boolean;
  readonly respondent: { readonly id: string; readonly pseudonym: string } | null;
  /** An interviewer's name, or a member's place on the board. */
  readonly person: string | null;
  readonly about: {
    readonly subject: InvitationSubject;
    readonly id: string;
    readonly title: string | null;
    readonly start: Date | null;
    readonly end: Date | null;
  } | null;
  readonly proposed: { readonly start: Date; readonly end: Date } | null;
  /** What stands in the way of the proposed time. */
  readonly obstacle: ProposalObstacle | null;
  readonly can: {
    readonly accept: boolean;
    readonly refuse: boolean;
    readonly recognise: boolean;
  };
  /** Null once it was removed. */
  readonly summary: MailSummary | null;
}

const MOST_WAITING = 100;
const MOST_HANDLED = 50;

/** What came in by mail: what waits for a person, and what became of the rest. */
@Injectable()
export class InboxReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly subjects: InvitedSubjects,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** Oldest first: who waits longest comes first. */
  async waiting(scope: StudyScope): Promise<readonly InboxMessage[]> {
    const rows = await this.rows(scope, {
      where: `m.status = 'waiting'`,
      order: 'm.id',
      limit: MOST_WAITING,
    });
    return Promise.all(rows.map((row) => this.complete(row)));
  }

  /** Newest first. */
  async handled(scope: StudyScope): Promise<readonly InboxMessage[]> {
    const rows = await this.rows(scope, {
      where: `m.status <> 'waiting'`,
      order: 'm.id desc',
      limit: MOST_HANDLED,
    });
    return rows.map((row) => this.present(row, null));
  }

  private rows(
    { studyId, role }: StudyScope,
    { where, order, limit }: { where: string; order: string; limit: number },
  ): Promise<Row[]> {
    const mine = seesUnknown({ role }) ? '(m.study_id = ? or m.study_id is null)' : 'm.study_id = ?';
    return this.em.execute<Row[]>(`${select} where ${mine} and ${where} order by ${order} limit ${limit}`, [
      studyId,
    ]);
  }

  private async complete(row: Row): Promise<InboxMessage> {
    if (!row.invitationId || !row.proposedStart || !row.proposedEnd) return this.present(row, null);
    const time = { start: new Date(row.proposedStart), end: new Date(row.proposedEnd) };
    const invitation = await this.em.findOne(Invitation, { id: row.invitationId });
    const obstacle = invitation && (await this.subjects.of(invitation).obstacleTo(invitation, time));
    return this.present(row, obstacle);
  }

  private present(row: Row, obstacle: ProposalObstacle | null): InboxMessage {
    const { id, reason, status, belongsToStudy, subject, subjectId, participantId, pseudonym, person } = row;
    const proposed = momentOf(row.proposedStart, row.proposedEnd);
    const waits = status === 'waiting';
    const isAhead = !!proposed && proposed.start > this.clock.now();
    return {
      id,
      reason,
      status,
      belongsToStudy,
      person,
      proposed,
      obstacle,
      outcome: outcomeOf(reason),
      receivedAt: new Date(row.receivedAt),
      respondent: pseudonym && participantId ? { id: participantId, pseudonym } : null,
      about: subject && subjectId ? { subject, id: subjectId, title: row.meeting, ...spanOf(row) } : null,
      can: {
        accept: waits && isAhead && obstacle?.canSetAside !== false,
        refuse: waits && !!proposed,
        recognise: waits && !!row.invitationId && recognisable.has(reason),
      },
      summary: row.summary && this.cipher.openJson<MailSummary>('inbox', summaryContext(id), row.summary),
    };
  }
}

const select = `
  select m.id, m.received_at as "receivedAt", m.reason, m.status, m.study_id is not null as "belongsToStudy",
         m.invitation_id as "invitationId", m.subject, m.subject_id as "subjectId",
         m.participant_kind as "participantKind", m.participant_id as "participantId",
         r.pseudonym, coalesce(i.name, 'nr. ' || (b.position + 1)) as person,
         coalesce(a.starts_at, g.starts_at) as start, coalesce(a.ends_at, g.ends_at) as "end", g.title as meeting,
         m.proposed_start as "proposedStart", m.proposed_end as "proposedEnd", m.summary
  from incoming_message m
  left join respondent r on r.id = m.participant_id and m.participant_kind = 'respondent'
  left join account i on i.id = m.participant_id and m.participant_kind = 'interviewer'
  left join board_member b on b.id = m.participant_id and m.participant_kind = 'board-member'
  left join appointment a on a.id = m.subject_id and m.subject = 'appointment'
  left join meeting g on g.id = m.subject_id and m.subject = 'meeting'`;

const momentOf = (start: string | null, end: string | null) =>
  start && end ? { start: new Date(start), end: new Date(end) } : null;

const spanOf = ({ start, end }: Row) => ({
  start: start ? new Date(start) : null,
  end: end ? new Date(end) : null,
});
