import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../kernel/jobs/jobs.js';
import { Reminders } from './reminders.service.js';

/** Looks every minute for reminders whose moment has come. */
@Injectable()
export class ReminderJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reminders: Reminders,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: 'remind-of-appointments',
      everySeconds: 60,
      handler: () => this.reminders.sendDue(),
    });
  }
}
