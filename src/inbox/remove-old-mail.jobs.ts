import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../kernel/jobs/jobs.js';
import { Clock } from '../kernel/time/clock.js';

/** Removes what mails and answers said once it may no longer be kept; that they came, and what became of them, stays. */
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
    const em = this.em.fork();
    const now = this.clock.now();
    await em.execute(
      `update incoming_message
          set summary = null, raw = null, status = case when status = 'waiting' then 'dismissed' else status end
        where summary is not null and (keep_until <= ? or study_id in (${ended}))`,
      [now, now],
    );
    await em.execute(
      `update invitation set answer_note = null where answer_note is not null and study_id in (${ended})`,
      [now],
    );
  }
}

/** Studies that keep no contact details any more; their date may have changed since a mail came in. */
const ended = `select id from study where (contact_data_until + 1)::timestamp at time zone timezone <= ?`;
