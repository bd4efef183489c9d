import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { answeredHere } from '../calendar/answered-here.js';
import { Invitation, type Answer } from '../calendar/invitation.entity.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import type { BoardMember } from './board-member.entity.js';
import { MeetingRepository } from './meeting.repository.js';
import { AnswerTooLate, MeetingMovedMeanwhile, MeetingNotFound } from './meetings.errors.js';

export interface MeetingAnswer {
  readonly answer: Exclude<Answer, 'needs-action'>;
  /** The SEQUENCE of what the member was looking at: an answer to an earlier date says nothing about this one. */
  readonly sequence: number;
}

/** A member's answer on their page: the same one that their calendar gives, the last of the two counts. */
@Injectable()
export class AnswerMeeting {
  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Throws MeetingNotFound, AnswerTooLate or MeetingMovedMeanwhile. */
  answer({ id: memberId, studyId }: BoardMember, meetingId: string, given: MeetingAnswer): Promise<void> {
    return this.em.transactional(async () => {
      const invitation = await this.invitation(memberId, meetingId);
      await this.assertAsked(meetingId);
      if (given.sequence < invitation.significantSequence) throw new MeetingMovedMeanwhile();
      if (invitation.answer === given.answer) return;
      this.em.assign(invitation, answeredHere(invitation, given.answer, this.clock.now()));
      const data = { meeting: meetingId, answer: given.answer, by: 'page' };
      this.ledger.append({ studyId, kind: 'invitation.answered', subjectId: memberId, data });
    });
  }

  /** Their standing invitation; it stays as it is until the transaction ends. */
  private async invitation(participantId: string, subjectId: string): Promise<Invitation> {
    const standing = {
      subjectId,
      subject: 'meeting',
      participantKind: 'board-member',
      participantId,
    } as const;
    const locking = {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      refresh: true,
      orderBy: { createdAt: 'desc' },
    } as const;
    const invitation = await this.em.findOne(Invitation, standing, locking);
    if (!invitation) throw new MeetingNotFound();
    if (invitation.cancelledAt) throw new AnswerTooLate();
    return invitation;
  }

  /** What was sent decides: a new date that nobody was told of yet changes nothing here. */
  private async assertAsked(meetingId: string): Promise<void> {
    const meeting = await this.meetings.get(meetingId);
    const sent = await this.meetings.lastSent(meeting);
    const start = sent?.content.start;
    if (!start || new Date(start) <= this.clock.now()) throw new AnswerTooLate();
  }
}
