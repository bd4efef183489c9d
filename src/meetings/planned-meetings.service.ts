import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Study } from '../studies/study.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { MeetingTime } from './meeting-time.service.js';
import { Meeting, type PlannedMeeting } from './meeting.entity.js';
import { MeetingRepository } from './meeting.repository.js';
import { DatedMeetingIsKept } from './meetings.errors.js';

/** Meetings as the study file plans them, matched by their place in its list. */
@Injectable()
export class PlannedMeetings {
  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly time: MeetingTime,
  ) {}

  /** The study's meetings, which stay as they are until the caller's transaction ends. */
  async locked(studyId: string): Promise<Meeting[]> {
    await this.em.execute('select id from meeting where study_id = ? order by id for update', [studyId]);
    return this.em.find(Meeting, { studyId }, { orderBy: { position: 1 }, refresh: true });
  }

  async describe(studyId: string): Promise<PlannedMeeting[]> {
    const meetings = await this.em.find(Meeting, { studyId }, { orderBy: { position: 1 } });
    return meetings.flatMap(({ planned }) => {
      if (!planned) return [];
      const { title, before, durationMinutes } = planned;
      return [{ title, before, durationMinutes }];
    });
  }

  /**
   * What a coordinator agreed stands: the file changes a meeting's details only while it has no date. Throws
   * DatedMeetingIsKept when it would drop a meeting with a date or put another in its place.
   */
  async write(study: Study, wanted: readonly PlannedMeeting[], stored: readonly Meeting[]): Promise<void> {
    const planned = stored.filter((meeting) => meeting.planned);
    for (const [place, plan] of wanted.entries()) {
      const known = planned[place];
      if (known) await this.replan(known, plan, place);
      else await this.add(study, plan, place);
    }
    for (const meeting of planned.slice(wanted.length)) await this.drop(meeting);
    await this.em.flush();
  }

  /** Has every meeting with a date take the time of those who are on the board now. */
  async takeTime(meetings: readonly Meeting[]): Promise<void> {
    for (const meeting of meetings) if (meeting.status === 'scheduled') await this.time.take(meeting);
  }

  private async add(study: Study, planned: PlannedMeeting, position: number): Promise<void> {
    const meeting = this.em.create(
      Meeting,
      { ...planned, planned, position, studyId: study.id },
      { persist: true },
    );
    await this.em.flush();
    await this.meetings.keep(meeting, null);
  }

  private async replan(meeting: Meeting, plan: PlannedMeeting, position: number): Promise<void> {
    const was = meeting.planned!;
    if (hasDate(meeting) && was.title !== plan.title) throw new DatedMeetingIsKept(was.title);
    this.em.assign(meeting, { planned: plan, position });
    if (meeting.status !== 'draft' || samePlan(was, plan)) return;
    this.em.assign(meeting, plan);
    await this.meetings.save(meeting, null);
  }

  /** A meeting with a history stays, as one that the file does not name. */
  private async drop(meeting: Meeting): Promise<void> {
    if (hasDate(meeting)) throw new DatedMeetingIsKept(meeting.title);
    const isBare =
      meeting.status === 'draft' && !(await this.em.count(AgendaItem, { meetingId: meeting.id }));
    if (isBare) this.em.remove(meeting);
    else meeting.planned = null;
  }
}

const hasDate = ({ status }: Meeting) => status === 'scheduled' || status === 'held';

const samePlan = (a: PlannedMeeting, b: PlannedMeeting) =>
  a.title === b.title && a.before === b.before && a.durationMinutes === b.durationMinutes;
