import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { outboxPage, type OutboxEntry } from '../../templates/pages/outbox/outbox-page.js';
import { outboxTexts } from '../../templates/pages/outbox/outbox.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { explainRefusal } from '../mail/explain-refusal.js';
import type { OutboxStatus } from '../mail/outbox-status.js';
import {
  OutboxReadModel,
  type AddressedOutboxRow,
  type OutboxFilter,
  type OutboxRow,
} from '../mail/outbox.read-model.js';
import { ResendMail } from '../mail/resend-mail.service.js';
import { StudyAccess } from '../studies/study-access.service.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan, canSeeAllContacts, canSeeRespondents } from '../studies/study.policy.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { MayNotResendMail, MayNotSeeOutbox } from './outbox.errors.js';
import { outboxMessageParams, outboxPageQuery, outboxParams } from './outbox.schema.js';

type Query = z.output<typeof outboxPageQuery>;

@Controller('studies/:study/outbox')
export class OutboxPages {
  constructor(
    private readonly access: StudyAccess,
    private readonly outbox: OutboxReadModel,
    private readonly resending: ResendMail,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(outboxParams)) { study }: z.output<typeof outboxParams>,
    @Query(parsed(outboxPageQuery)) query: Query,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    if (!canSeeRespondents(scope)) throw new MayNotSeeOutbox();
    const { title } = outboxTexts[languageOf(request)];
    const { code, title: studyTitle, timezone, role } = scope;
    return page(outboxPage(await this.view(scope, query)), {
      title,
      layout: 'app',
      section: 'outbox',
      study: { code, title: studyTitle, timezone, role },
    });
  }

  @Post(':id/send-again')
  async sendAgain(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(outboxMessageParams)) { study, id }: z.output<typeof outboxMessageParams>,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    if (!canPlan(scope)) throw new MayNotResendMail();
    await this.resending.resend({ studyId: scope.studyId, id, actorId: actor.accountId });
    const { queuedAgain } = outboxTexts[languageOf(request)];
    return seeOther(`/studies/${scope.code}/outbox`, { flash: { kind: 'ok', message: queuedAgain } });
  }

  private async view(scope: StudyScope, query: Query) {
    const { studyId, code, timezone } = scope;
    const counts = await this.outbox.countByStatus(studyId);
    const listed = await this.rows(scope, { studyId, ...query });
    const isStart = query.status === undefined && query.cursor === undefined;
    const unsent = isStart ? await this.unsent(scope, counts) : [];
    return {
      studyCode: code,
      zone: timezone,
      mayResend: canPlan(scope),
      status: query.status,
      counts,
      unsent,
      entries: listed.rows.map(toEntry),
      nextCursor: listed.nextCursor ?? undefined,
    };
  }

  /** What needs a person, to stand on top: the newest fifty of each kind. */
  private async unsent(scope: StudyScope, counts: Readonly<Record<OutboxStatus, number>>) {
    const statuses = (['failed', 'bounced'] as const).filter((status) => counts[status] > 0);
    const { studyId } = scope;
    const pages = await Promise.all(
      statuses.map((status) => this.rows(scope, { studyId, status, limit: 50 })),
    );
    return pages.flatMap(({ rows }) => rows.map(toEntry));
  }

  /** Names and addresses come along only for those who may see them. */
  private rows(scope: StudyScope, filter: OutboxFilter) {
    return canSeeAllContacts(scope) ? this.outbox.listAddressed(filter) : this.outbox.list(filter);
  }
}

const toEntry = (row: OutboxRow | AddressedOutboxRow): OutboxEntry => ({
  ...row,
  reason: row.lastError === null ? null : explainRefusal(row.lastError),
});
