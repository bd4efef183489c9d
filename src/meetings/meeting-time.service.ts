import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { Reservations } from '../scheduling/reservations.service.js';
import { BoardMember } from './board-member.entity.js';
import { Meeting } from './meeting.entity.js';
import { MeetingClash, MeetingInThePast } from './meetings.errors.js';

/** The board members' time that meetings take. Joins the caller's transaction, which holds the meeting's row. */
@Injectable()
export class MeetingTime {
  constructor(
    private readonly em: EntityManager,
    private readonly reservations: Reservations,
    private readonly clock: Clock,
  ) {}

  /** Sets the date and takes everybody's time, in place of what the meeting took before. */
  async set(meeting: Meeting, start: Date, durationMinutes: number): Promise<void> {
    if (start <= this.clock.now()) throw new MeetingInThePast();
    meeting.setTime(start, durationMinutes);
    meeting.status = 'scheduled';
    await this.take(meeting);
  }

  /** Takes the time of those who are on the board now. */
  async take(meeting: Meeting): Promise<void> {
    const { id: subjectId, studyId, startsAt: start, endsAt: end } = meeting;
    if (!start || !end) return;
    const members = await this.em.find(BoardMember, { studyId, leftAt: null });
    const people = members.map(({ id }) => id);
    await this.reservations.lock(people);
    await this.assertNoClash(meeting, { start, end });
    await this.reservations.release(subjectId);
    await this.reservations.take({ studyId, subjectId, people, start, end, status: 'confirmed' });
  }

  release(meetingId: string): Promise<void> {
    return this.reservations.release(meetingId);
  }

  private async assertNoClash(
    { id, studyId }: Meeting,
    { start, end }: { start: Date; end: Date },
  ): Promise<void> {
    const overlapping = { startsAt: { $lt: end }, endsAt: { $gt: start } };
    const other = await this.em.findOne(Meeting, {
      studyId,
      id: { $ne: id },
      status: 'scheduled',
      ...overlapping,
    });
    if (other) throw new MeetingClash(other.title);
  }
}
