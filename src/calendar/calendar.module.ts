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
import { BusyCalendarsReadModel } from './busy/busy-calendars.read-model.js';
import { BusyCalendars } from './busy/busy-calendars.service.js';
import { BusyRecords } from './busy/busy-records.service.js';
import { BusyRefresh } from './busy/busy-refresh.service.js';
import { BusyTimes } from './busy/busy-times.service.js';
import { BusyJobs } from './busy/busy.jobs.js';
import { CalendarSource } from './busy/calendar-source.js';
import { Invitations } from './invitations.service.js';

const busy = [BusyCalendars, BusyCalendarsReadModel, BusyRecords, BusyRefresh];
const feeds = [FeedEntries, FeedRefreshes, FeedSources, Feeds];

@Module({
  imports: [AuthModule],
  controllers: [FeedController],
  providers: [
    Invitations,
    ...busy,
    BusyJobs,
    BusyTimes,
    CalendarSource,
    ...feeds,
    FeedEntryReader,
    FeedJobs,
    FeedReader,
    FeedRights,
  ],
  exports: [Invitations, ...busy, ...feeds],
})
export class CalendarModule {}
