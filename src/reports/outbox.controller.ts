import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { OutboxReadModel, type OutboxRow } from '../mail/outbox.read-model.js';
import { ResendMail } from '../mail/resend-mail.service.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { canPlan, canSeeRespondents } from '../studies/study.policy.js';
import { MayNotResendMail, MayNotSeeOutbox } from './outbox.errors.js';
import { outboxMessageParams, outboxPageView, outboxParams, outboxQuery } from './outbox.schema.js';

/** The mail of a study: what waits, what left, what failed and why. */
@Controller('api/v1/studies/:study/outbox')
export class OutboxController {
  constructor(
    private readonly access: StudyAccess,
    private readonly outbox: OutboxReadModel,
    private readonly resending: ResendMail,
  ) {}

  @Get()
  @Returns(200, outboxPageView, { summary: 'The mail of a study, newest first' })
  async list(
    @CurrentActor() actor: Actor,
    @Param(parsed(outboxParams)) { study }: z.output<typeof outboxParams>,
    @Query(parsed(outboxQuery)) query: z.output<typeof outboxQuery>,
  ) {
    const scope = await this.access.enter(actor, study);
    if (!canSeeRespondents(scope)) throw new MayNotSeeOutbox();
    const { rows, nextCursor } = await this.outbox.list({ studyId: scope.studyId, ...query });
    return outboxPageView.parse({ items: rows.map(present), nextCursor });
  }

  @Post(':id/send-again')
  @Returns(204, undefined, { summary: 'Send a mail again that failed' })
  async sendAgain(
    @CurrentActor() actor: Actor,
    @Param(parsed(outboxMessageParams)) { study, id }: z.output<typeof outboxMessageParams>,
  ): Promise<void> {
    const { studyId, ...scope } = await this.access.enter(actor, study);
    if (!canPlan(scope)) throw new MayNotResendMail();
    await this.resending.resend({ studyId, id, actorId: actor.accountId });
  }
}

const present = ({ createdAt, sentAt, nextAttemptAt, ...row }: OutboxRow) => ({
  ...row,
  createdAt: createdAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
});
