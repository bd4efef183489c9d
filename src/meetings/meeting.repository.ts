import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { AgendaItem } from './agenda-item.entity.js';
import { contentOf } from './domain/content-of.js';
import { meetingChanges } from './domain/meeting-changes.js';
import type { MeetingContent } from './domain/meeting-content.js';
import { MeetingFeed } from './meeting-feed.service.js';
import { MeetingRevision } from './meeting-revision.entity.js';
import { Meeting } from './meeting.entity.js';
import { MeetingChangedMeanwhile, MeetingNotFound } from './meetings.errors.js';

/** Meetings with their agenda, and what they were at each version. */
@Injectable()
export class MeetingRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly feed: MeetingFeed,
  ) {}

  async get(id: string): Promise<Meeting> {
    const meeting = await this.em.findOne(Meeting, { id });
    if (!meeting) throw new MeetingNotFound();
    return meeting;
  }

  /** The meeting as it is now, which stays so until the caller's transaction ends. */
  async locked({ studyId }: { readonly studyId: string }, id: string): Promise<Meeting> {
    const [row] = await this.em.execute('select id from meeting where id = ? for update', [id]);
    const meeting = row && (await this.em.findOne(Meeting, { id, studyId }, { refresh: true }));
    if (!meeting) throw new MeetingNotFound();
    return meeting;
  }

  items(meetingId: string): Promise<AgendaItem[]> {
    return this.em.find(AgendaItem, { meetingId }, { orderBy: { position: 1 }, refresh: true });
  }

  async content(meeting: Meeting): Promise<MeetingContent> {
    return contentOf(meeting, await this.items(meeting.id));
  }

  /** Throws MeetingChangedMeanwhile when the meeting reads differently from the version that somebody saw. */
  async assertSeen(meeting: Meeting, version: number | undefined): Promise<void> {
    if (version === undefined || version === meeting.version) return;
    const seen = await this.em.findOne(MeetingRevision, { meetingId: meeting.id, version });
    const changes = seen ? meetingChanges(seen.content, await this.content(meeting)) : [];
    if (!seen || changes.length > 0) throw new MeetingChangedMeanwhile(meeting.version, changes);
  }

  /** Keeps what the meeting has become under its next version. */
  async save(meeting: Meeting, actorId: string | null): Promise<void> {
    await this.em.flush();
    meeting.version += 1;
    await this.keep(meeting, actorId);
  }

  /** The first version of a new meeting. */
  async keep(meeting: Meeting, actorId: string | null): Promise<void> {
    const { id: meetingId, version } = meeting;
    const content = await this.content(meeting);
    const savedAt = this.clock.now();
    const revision = {
      meetingId,
      version,
      content,
      savedAt,
      savedById: actorId,
      sentNumber: null,
      sentAt: null,
    };
    this.em.create(MeetingRevision, revision, { persist: true });
    await this.em.flush();
    await this.publish(meeting);
  }

  /** Puts what the team and the members have of the meeting now into their calendar feeds. */
  publish(meeting: Meeting): Promise<void> {
    return this.feed.write(meeting);
  }

  /** What members were told last; null while nothing was sent. */
  lastSent({ id: meetingId, agendaVersion }: Meeting): Promise<MeetingRevision | null> {
    if (agendaVersion === 0) return Promise.resolve(null);
    return this.em.findOne(MeetingRevision, { meetingId, sentNumber: agendaVersion });
  }

  /** Every agenda that was sent, the newest first. */
  sent(meetingId: string): Promise<MeetingRevision[]> {
    const wanted = { meetingId, sentNumber: { $ne: null } };
    return this.em.find(MeetingRevision, wanted, { orderBy: { sentNumber: 'desc' } });
  }

  /** Gives the version that stands now its number, as the agenda that members know. */
  async markSent(meeting: Meeting): Promise<void> {
    const { id: meetingId, version } = meeting;
    const revision = await this.em.findOneOrFail(MeetingRevision, { meetingId, version });
    meeting.agendaVersion += 1;
    meeting.agendaSentAt = this.clock.now();
    this.em.assign(revision, { sentNumber: meeting.agendaVersion, sentAt: meeting.agendaSentAt });
  }
}
