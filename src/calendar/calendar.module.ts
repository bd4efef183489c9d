import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { FeedController } from './feeds/feed.controller.js';
import { FeedEntries } from './feeds/feed-entries.service.js';
import { FeedEntryReader } from './feeds/feed-entries.read-model.js';
import { FeedReader } from './feeds/feed-reader.service.js';
import { FeedRefreshes } from './feeds/feed-refreshes.service.js';
import { FeedRights } from './feeds/feed-rights.read-model.js';
import { FeedSources } from './feeds/feed-sources.js';
import { FeedJobs } from './feeds/feeds.jobs.js';
import { Feeds } from './feeds/feeds.service.js';
import { Invitations } from './invitations.service.js';

const shared = [Invitations, FeedEntries, FeedRefreshes, FeedSources, Feeds];

@Module({
  imports: [AuthModule],
  controllers: [FeedController],
  providers: [...shared, FeedEntryReader, FeedJobs, FeedReader, FeedRights],
  exports: shared,
})
export class CalendarModule {}
