import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../kernel/jobs/jobs.js';
import { Clock } from '../kernel/time/clock.js';

/** Removes what mails said once it may no longer be kept; that they came, and what became of them, stays. */
@Injectable()
export class RemoveOldMail implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'remove-old-mail', cron: '17 3 * * *', handler: () => this.remove() });
  }

  async remove(): Promise<void> {
    await this.em.fork().execute(
      `update incoming_message
          set summary = null, raw = null, status = case when status = 'waiting' then 'dismissed' else status end
        where keep_until <= ? and summary is not null`,
      [this.clock.now()],
    );
  }
}
