import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FeedRefreshes } from '../calendar/feeds/feed-refreshes.service.js';
import { FeedSources, type FeedSource } from '../calendar/feeds/feed-sources.js';
import { Feeds } from '../calendar/feeds/feeds.service.js';
import { Site } from '../studies/site.entity.js';
import { StudyWatchers, type StudyWatcher } from '../studies/study-watchers.js';
import { Study } from '../studies/study.entity.js';
import { siteFeedName, studyFeedName } from '../../templates/pages/feeds/feed-names.js';

/** Feeds follow their study: what they and their entries are called changes with it. */
@Injectable()
export class FeedNames implements FeedSource, StudyWatcher, OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly feeds: Feeds,
    private readonly sources: FeedSources,
    private readonly refreshes: FeedRefreshes,
    private readonly watchers: StudyWatchers,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
    this.watchers.register(this);
  }

  studyChanged(studyId: string): Promise<void> {
    return this.refreshes.request(studyId);
  }

  async refreshFeed(studyId: string): Promise<null> {
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const sites = await this.em.find(Site, { studyId });
    const names = sites.map((site) => [site.id, siteFeedName(study, site)] as const);
    await this.feeds.rename(studyId, new Map([[studyId, studyFeedName(study)], ...names]));
    return null;
  }
}
