import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FeedItem } from '../calendar/feeds/domain/feed-item.js';
import { FeedEntries } from '../calendar/feeds/feed-entries.service.js';
import { FeedSources, type FeedSource } from '../calendar/feeds/feed-sources.js';
import { Invitation } from '../calendar/invitation.entity.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Study } from '../studies/study.entity.js';
import { Board } from './board.entity.js';
import { boardFeedItem, teamFeedItem, type MeetingScene } from './describe-meeting.js';
import { MeetingRevision } from './meeting-revision.entity.js';
import { Meeting } from './meeting.entity.js';

const BATCH = 20;

/** Meetings in the calendar feeds of team and board. Joins the caller's transaction, which holds the meeting's row. */
@Injectable()
export class MeetingFeed implements FeedSource, OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly entries: FeedEntries,
    private readonly sources: FeedSources,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** The team sees the meeting as it is, and each member what they were sent. Nothing stands there without a date. */
  async write(meeting: Meeting): Promise<void> {
    if (!meeting.startsAt) return;
    await this.em.flush();
    const scene = await this.scene(meeting);
    await this.entries.put(meeting.studyId, [teamFeedItem(scene), ...(await this.boardItems(scene))]);
  }

  async refreshFeed(studyId: string, after: string | null): Promise<string | null> {
    const meetings = await this.em.find(
      Meeting,
      { studyId, ...(after && { id: { $gt: after } }) },
      { orderBy: { id: 'asc' }, limit: BATCH, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    for (const meeting of meetings) await this.write(meeting);
    return meetings.at(-1)?.id ?? null;
  }

  private async scene(meeting: Meeting): Promise<MeetingScene> {
    const { id, studyId } = meeting;
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const boardName = (await this.em.findOne(Board, { studyId }))?.name ?? study.title;
    const url = `${this.config.publicUrl}/studies/${study.code}/board/meetings/${id}`;
    return { meeting, study, boardName, url };
  }

  /** Whoever was taken off, or left, keeps it as cancelled for a while. */
  private async boardItems(scene: MeetingScene): Promise<FeedItem[]> {
    const { id: meetingId, studyId, agendaVersion: sentNumber } = scene.meeting;
    if (sentNumber === 0) return [];
    const { content } = await this.em.findOneOrFail(MeetingRevision, { meetingId, sentNumber });
    const board = { studyId, subjectId: meetingId, participantKind: 'board-member' } as const;
    const invitations = await this.em.find(Invitation, board, { orderBy: { createdAt: 'asc' } });
    const latest = new Map(invitations.map((invitation) => [invitation.participantId, invitation]));
    return [...latest.values()].map(({ participantId, cancelledAt }) =>
      boardFeedItem(scene, content, { memberId: participantId, isOff: !!cancelledAt }),
    );
  }
}
