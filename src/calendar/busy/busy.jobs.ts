import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../kernel/jobs/jobs.js';
import { BusyRefresh } from './busy-refresh.service.js';

/** Looks every half minute which connected calendars are due; each is so about every quarter of an hour. */
@Injectable()
export class BusyJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly refresh: BusyRefresh,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: 'busy-calendars.refresh',
      everySeconds: 30,
      handler: () => this.refresh.refreshDue(),
    });
  }
}
