import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Jobs } from '../kernel/jobs/jobs.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import { deliveryJob } from './delivery-names.js';
import { MailNotFailed, OutboxMessageNotFound } from './mail.errors.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { unsentStatuses } from './outbox-status.js';

export interface ResendRequest {
  readonly studyId: string;
  readonly id: string;
  readonly actorId: string;
}

/** A person asks for a failed mail to be tried again: the same message, from the first attempt on. */
@Injectable()
export class ResendMail {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  async resend({ studyId, id, actorId }: ResendRequest): Promise<void> {
    await this.em.transactional(async (em) => {
      const now = this.clock.now();
      const queued = await em.nativeUpdate(
        OutboxMessage,
        { id, studyId, status: { $in: unsentStatuses } },
        { status: 'queued', attempts: 0, queuedAt: now, nextAttemptAt: now },
      );
      if (queued === 0) throw await this.refusal(em, { studyId, id });
      this.ledger.append({ studyId, kind: 'mail.queued-again', actorId, subjectId: id });
      await this.jobs.wake(deliveryJob);
    });
  }

  private async refusal(em: EntityManager, where: { studyId: string; id: string }) {
    return (await em.count(OutboxMessage, where)) > 0 ? new MailNotFailed() : new OutboxMessageNotFound();
  }
}
