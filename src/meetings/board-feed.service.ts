import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FeedSources, type FeedSource } from '../calendar/feeds/feed-sources.js';
import { Feeds, type FeedRequest } from '../calendar/feeds/feeds.service.js';
import { Study } from '../studies/study.entity.js';
import { boardFeedName } from '../../templates/pages/feeds/feed-names.js';
import { Board } from './board.entity.js';
import { BoardMember } from './board-member.entity.js';

export interface MemberFeed {
  readonly name: string;
  /** Null while the member has asked for none. */
  readonly url: string | null;
}

/** A board member's own calendar feed: the meetings that they were invited to. */
@Injectable()
export class BoardFeed implements FeedSource, OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly feeds: Feeds,
    private readonly sources: FeedSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  async of({ id, studyId }: BoardMember): Promise<MemberFeed> {
    const url = (await this.feeds.addresses(id, [id])).get(id) ?? null;
    return { name: await this.name(studyId), url };
  }

  /** `isNew`: in place of the older address. */
  async open({ id, studyId }: BoardMember, { isNew = false } = {}): Promise<void> {
    const name = await this.name(studyId);
    const request: FeedRequest = { kind: 'board-member', ownerId: id, scopeId: id, studyId, name };
    await this.feeds.open(request, { isNew });
  }

  close({ id }: BoardMember): Promise<void> {
    return this.feeds.close({ ownerId: id, scopeId: id });
  }

  /** Called after the board, also when that is called something else. */
  async refreshFeed(studyId: string): Promise<null> {
    const name = await this.name(studyId);
    const members = await this.em.find(BoardMember, { studyId }, { fields: ['id'] });
    await this.feeds.rename(studyId, new Map(members.map(({ id }) => [id, name])));
    return null;
  }

  private async name(studyId: string): Promise<string> {
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const board = await this.em.findOne(Board, { studyId });
    return boardFeedName(study, board?.name ?? study.title);
  }
}
