import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation, type InvitationSubject, type ParticipantKind } from '../calendar/invitation.entity.js';
import type { ProposalObstacle } from '../calendar/invited-subject.js';
import { outcomeOf, type MailOutcome, type OutcomeReason } from '../calendar/itip/mail-outcome.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { Contact } from '../vault/contact.schema.js';
import { Vault } from '../vault/vault.service.js';
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
  readonly settledBy: string | null;
  readonly invitationId: string | null;
  readonly subject: InvitationSubject | null;
  readonly subjectId: string | null;
  readonly participantKind: ParticipantKind | null;
  readonly participantId: string | null;
  readonly pseudonym: string | null;
  readonly interviewer: string | null;
  readonly interviewerEmail: string | null;
  readonly place: number | null;
  readonly expertise: string | null;
  readonly contactId: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly isOpen: boolean;
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
  /** Name of the team member who settled it; null for what the product did itself. */
  readonly settledBy: string | null;
  readonly respondent: { readonly id: string; readonly pseudonym: string } | null;
  /** Name of the interviewer whom it is from. */
  readonly interviewer: string | null;
  /** The board member whom it is from; their place counts from 1. */
  readonly member: { readonly place: number; readonly expertise: string | null } | null;
  /** Whom we invited, where that must be compared with who answered; null when their details are gone. */
  readonly invited: Pick<Contact, 'name' | 'email'> | null;
  readonly about: {
    readonly subject: InvitationSubject;
    readonly id: string;
    readonly title: string | null;
    readonly start: Date | null;
    readonly end: Date | null;
    /** It can still be changed: not cancelled or over, and the invitation stands. */
    readonly isOpen: boolean;
  } | null;
  readonly proposed: { readonly start: Date; readonly end: Date } | null;
  /** What stands in the way of the proposed time. */
  readonly obstacle: ProposalObstacle | null;
  readonly can: {
    readonly accept: boolean;
    readonly refuse: boolean;
    readonly recognise: boolean;
    readonly reopen: boolean;
  };
  /** Null once it was removed. */
  readonly summary: MailSummary | null;
}

export const MOST_WAITING = 100;
const MOST_HANDLED = 50;

/** What is found out for one mail that waits. */
interface Found {
  readonly obstacle: ProposalObstacle | null;
  readonly invited: InboxMessage['invited'];
}
const nothingFound: Found = { obstacle: null, invited: null };

/** What came in by mail: what waits for a person, and what became of the rest. */
@Injectable()
export class InboxReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly subjects: InvitedSubjects,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** Oldest first: who waits longest comes first. At most MOST_WAITING. */
  async waiting(scope: StudyScope): Promise<readonly InboxMessage[]> {
    const rows = await this.rows(scope, {
      where: `m.status = 'waiting'`,
      order: 'm.id',
      limit: MOST_WAITING,
    });
    const contacts = await this.contacts(scope, rows);
    return Promise.all(
      rows.map(async (row) =>
        this.present(row, { obstacle: await this.obstacle(row), invited: invitedOf(row, contacts) }),
      ),
    );
  }

  /** Newest first. */
  async handled(scope: StudyScope): Promise<readonly InboxMessage[]> {
    const rows = await this.rows(scope, {
      where: `m.status <> 'waiting'`,
      order: 'm.id desc',
      limit: MOST_HANDLED,
    });
    return rows.map((row) => this.present(row, nothingFound));
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

  /** Details of those whom an answer may be from; each is read only when it is shown. */
  private contacts({ actorId }: StudyScope, rows: readonly Row[]): Promise<Map<string, Contact>> {
    const asked = rows.filter(({ reason }) => recognisable.has(reason));
    const ids = asked.flatMap(({ contactId }) => contactId ?? []);
    return this.vault.readMany(ids, { actorId, reason: 'incoming mail' });
  }

  private async obstacle(row: Row): Promise<ProposalObstacle | null> {
    if (!row.isOpen || !row.invitationId || !row.proposedStart || !row.proposedEnd) return null;
    const time = { start: new Date(row.proposedStart), end: new Date(row.proposedEnd) };
    const invitation = await this.em.findOne(Invitation, { id: row.invitationId });
    return invitation && this.subjects.of(invitation).obstacleTo(invitation, time);
  }

  private present(row: Row, { obstacle, invited }: Found): InboxMessage {
    const { id, reason, status, belongsToStudy, settledBy, interviewer, place, expertise } = row;
    const { pseudonym, participantId } = row;
    const proposed = momentOf(row.proposedStart, row.proposedEnd);
    return {
      id,
      reason,
      status,
      belongsToStudy,
      settledBy,
      interviewer,
      invited,
      proposed,
      obstacle,
      outcome: outcomeOf(reason),
      receivedAt: new Date(row.receivedAt),
      respondent: pseudonym && participantId ? { id: participantId, pseudonym } : null,
      member: place === null ? null : { place, expertise },
      about: aboutOf(row),
      can: this.possibilities(row, obstacle),
      summary: row.summary && this.cipher.openJson<MailSummary>('inbox', summaryContext(id), row.summary),
    };
  }

  private possibilities(row: Row, obstacle: ProposalObstacle | null): InboxMessage['can'] {
    const { status, reason, invitationId, isOpen, summary } = row;
    const proposed = momentOf(row.proposedStart, row.proposedEnd);
    const waits = status === 'waiting';
    const isAhead = !!proposed && proposed.start > this.clock.now();
    return {
      accept: waits && isOpen && isAhead && obstacle?.canSetAside !== false,
      refuse: waits && isOpen && !!proposed,
      recognise: waits && !!invitationId && recognisable.has(reason),
      reopen: status === 'dismissed' && !!summary,
    };
  }
}

const select = `
  select m.id, m.received_at as "receivedAt", m.reason, m.status, m.study_id is not null as "belongsToStudy",
         m.invitation_id as "invitationId", m.subject, m.subject_id as "subjectId",
         m.participant_kind as "participantKind", m.participant_id as "participantId", t.name as "settledBy",
         r.pseudonym, i.name as interviewer, i.email as "interviewerEmail",
         b.position + 1 as place, b.expertise, coalesce(r.contact_id, b.contact_id) as "contactId",
         coalesce(a.starts_at, g.starts_at) as start, coalesce(a.ends_at, g.ends_at) as "end", g.title as meeting,
         coalesce(coalesce(a.status, g.status) = 'scheduled' and v.cancelled_at is null, false) as "isOpen",
         m.proposed_start as "proposedStart", m.proposed_end as "proposedEnd", m.summary
  from incoming_message m
  left join respondent r on r.id = m.participant_id and m.participant_kind = 'respondent'
  left join account i on i.id = m.participant_id and m.participant_kind = 'interviewer'
  left join board_member b on b.id = m.participant_id and m.participant_kind = 'board-member'
  left join appointment a on a.id = m.subject_id and m.subject = 'appointment'
  left join meeting g on g.id = m.subject_id and m.subject = 'meeting'
  left join invitation v on v.id = m.invitation_id
  left join account t on t.id = m.settled_by_id`;

const momentOf = (start: string | null, end: string | null) =>
  start && end ? { start: new Date(start), end: new Date(end) } : null;

function aboutOf({ subject, subjectId, meeting, start, end, isOpen }: Row): InboxMessage['about'] {
  if (!subject || !subjectId) return null;
  const moment = { start: start ? new Date(start) : null, end: end ? new Date(end) : null };
  return { subject, id: subjectId, title: meeting, isOpen, ...moment };
}

function invitedOf(row: Row, contacts: ReadonlyMap<string, Contact>): InboxMessage['invited'] {
  if (!recognisable.has(row.reason)) return null;
  if (row.interviewer) return { name: row.interviewer, email: row.interviewerEmail ?? undefined };
  return (row.contactId && contacts.get(row.contactId)) || null;
}
