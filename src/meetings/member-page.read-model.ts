import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation, type Answer } from '../calendar/invitation.entity.js';
import { Clock } from '../kernel/time/clock.js';
import { StudyTeam } from '../studies/study-team.service.js';
import { Study } from '../studies/study.entity.js';
import { Vault } from '../vault/vault.service.js';
import { Board } from './board.entity.js';
import { BoardFeed } from './board-feed.service.js';
import type { BoardMember } from './board-member.entity.js';
import { timedAgenda } from './domain/timed-agenda.js';
import { MeetingRevision } from './meeting-revision.entity.js';
import { Meeting } from './meeting.entity.js';

/** A board member's own page: what was sent to them, never what is still being prepared. */
@Injectable()
export class MemberPageReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: Vault,
    private readonly team: StudyTeam,
    private readonly feed: BoardFeed,
    private readonly clock: Clock,
  ) {}

  async page(member: BoardMember) {
    const { studyId, contactId } = member;
    const { code, title, timezone } = await this.em.findOneOrFail(Study, { id: studyId });
    const reading = { actorId: null, reason: 'board page' };
    const meetings = await this.meetings(member);
    return {
      study: { code, title, timezone },
      boardName: (await this.em.findOne(Board, { studyId }))?.name ?? title,
      name: contactId ? ((await this.vault.read(contactId, reading))?.name ?? null) : null,
      contact: await this.team.contact(studyId),
      feed: await this.feed.of(member),
      upcoming: meetings.filter(({ phase }) => phase === 'upcoming'),
      earlier: meetings.filter(({ phase }) => phase !== 'upcoming').toReversed(),
    };
  }

  /** What the member was invited to, by date; a meeting that they were taken off is among the cancelled. */
  private async meetings({ id: participantId, studyId }: BoardMember) {
    const own = { studyId, subject: 'meeting', participantKind: 'board-member', participantId } as const;
    const invitations = await this.em.find(Invitation, own, { orderBy: { createdAt: 1 } });
    const latest = new Map(invitations.map((invitation) => [invitation.subjectId, invitation]));
    if (latest.size === 0) return [];
    const meetings = await this.em.find(Meeting, { id: { $in: [...latest.keys()] } });
    const sent = await this.em.find(MeetingRevision, {
      $or: meetings.map(({ id: meetingId, agendaVersion: sentNumber }) => ({ meetingId, sentNumber })),
    });
    const views = sent.map((revision) => {
      const meeting = meetings.find(({ id }) => id === revision.meetingId)!;
      return this.present(meeting, revision, latest.get(meeting.id)!);
    });
    return views.toSorted((a, b) => a.start.getTime() - b.start.getTime());
  }

  private present(
    meeting: Meeting,
    { content, sentNumber, sentAt }: MeetingRevision,
    invitation: Invitation,
  ) {
    const [start, end] = [new Date(content.start!), new Date(content.end!)];
    const { sequence, cancelledAt } = invitation;
    const answer: Answer = invitation.answer;
    const isCancelled = meeting.status === 'cancelled' || !!cancelledAt;
    const phase = isCancelled ? 'cancelled' : end <= this.clock.now() ? 'over' : 'upcoming';
    const canAnswer = phase === 'upcoming' && start > this.clock.now();
    return {
      id: meeting.id,
      content,
      agenda: timedAgenda(content),
      start,
      end,
      number: sentNumber!,
      sentAt,
      answer,
      sequence,
      phase,
      canAnswer,
    };
  }
}

export type MemberPage = Awaited<ReturnType<MemberPageReadModel['page']>>;
export type MemberMeeting = MemberPage['upcoming'][number];
