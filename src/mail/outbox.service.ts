import { TransactionPropagation } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { newId } from '../kernel/database/new-id.js';
import { Jobs } from '../kernel/jobs/jobs.js';
import { Clock } from '../kernel/time/clock.js';
import { deliveryJob, outboxContext } from './delivery-names.js';
import { composeLetter } from './letter.js';
import { OutboxMessage } from './outbox-message.entity.js';
import type { OutgoingMail } from './outgoing-mail.js';

export interface QueuedMail {
  readonly id: string;
  /** With its angle brackets. */
  readonly messageId: string;
}

/** Where every mail begins: written with the change it tells of, sent after that change has been committed. */
@Injectable()
export class Outbox {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailFrom'>,
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Joins the caller's transaction: a rollback takes the mail with it. */
  async enqueue(mail: OutgoingMail): Promise<QueuedMail> {
    const [queued] = await this.enqueueAll([mail]);
    return queued!;
  }

  /** As `enqueue`, with one insert for all; the answer has the order of the mails. */
  async enqueueAll(mails: readonly OutgoingMail[]): Promise<readonly QueuedMail[]> {
    if (mails.length === 0) return [];
    const rows = mails.map((mail) => this.toRow(mail));
    await this.em.transactional(
      async (em) => {
        await em.insertMany(OutboxMessage, rows);
        await this.jobs.wake(deliveryJob);
      },
      { propagation: TransactionPropagation.REQUIRED },
    );
    return rows.map(({ id, messageId }) => ({ id, messageId }));
  }

  private toRow(mail: OutgoingMail) {
    const [id, now] = [newId(), this.clock.now()];
    const letter = composeLetter(mail, { id, from: this.config.mailFrom, now });
    return {
      id,
      studyId: mail.studyId,
      kind: mail.kind,
      about: mail.about ?? null,
      subjectId: mail.subjectId ?? null,
      messageId: letter.messageId,
      calendarUid: mail.calendar?.uid ?? null,
      sealed: this.cipher.sealJson('outbox', outboxContext(id), letter),
      status: 'queued' as const,
      attempts: 0,
      nextAttemptAt: now,
      queuedAt: now,
      createdAt: now,
    };
  }
}
