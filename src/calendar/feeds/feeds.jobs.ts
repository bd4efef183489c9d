import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../kernel/jobs/jobs.js';
import { FeedRefreshes, feedRefreshJob } from './feed-refreshes.service.js';

/** Entries follow their study right after it changed; the clock finds what a migration or a lost process left. */
@Injectable()
export class FeedJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly refreshes: FeedRefreshes,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: feedRefreshJob, everySeconds: 30, handler: () => this.refreshes.run() });
  }
}
