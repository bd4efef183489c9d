import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { inboxPage } from '../../templates/pages/inbox/inbox-page.js';
import { inboxTexts } from '../../templates/pages/inbox/inbox.texts.js';
import { reasonTexts } from '../../templates/pages/inbox/reason.texts.js';
import type { Flash } from '../../templates/partials/page-context.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { DomainError } from '../kernel/http/domain-error.js';
import { parsed } from '../kernel/http/parsed.js';
import { studyParams } from '../studies/studies.schema.js';
import { frameOf } from '../studies/study-frame.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { InboxAccess } from './inbox-access.service.js';
import { InboxReadModel, MOST_WAITING } from './inbox.read-model.js';
import { acceptForm, messageParams, refuseForm } from './inbox.schema.js';
import { RecogniseSender } from './recognise-sender.service.js';
import { SettleMessage } from './settle-message.service.js';

type Params = z.output<typeof messageParams>;

const textsFor = (request: FastifyRequest) => inboxTexts[languageOf(request)];

/** What came in by mail, and what waits for a person. */
@Controller('studies/:study/inbox')
export class InboxPages {
  constructor(
    private readonly access: InboxAccess,
    private readonly inbox: InboxReadModel,
    private readonly settling: SettleMessage,
    private readonly recognising: RecogniseSender,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const [waiting, handled] = [await this.inbox.waiting(scope), await this.inbox.handled(scope)];
    const isFull = waiting.length === MOST_WAITING;
    return page(inboxPage({ code: scope.code, zone: scope.timezone, waiting, isFull, handled }), {
      title: textsFor(request).title,
      layout: 'app',
      section: 'inbox',
      study: frameOf(scope),
    });
  }

  @Post(':id/accept')
  async accept(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
    @Body(parsed(acceptForm)) { regardless }: z.output<typeof acceptForm>,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    return this.settle(request, { study, done: textsFor(request).accepted }, () =>
      this.settling.accept(scope, id, { regardless: regardless === 'yes' }),
    );
  }

  @Post(':id/refuse')
  async refuse(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
    @Body(parsed(refuseForm)) { words }: z.output<typeof refuseForm>,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    return this.settle(request, { study, done: textsFor(request).refused }, () =>
      this.settling.refuse(scope, id, words || undefined),
    );
  }

  @Post(':id/recognise')
  async recognise(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    const texts = textsFor(request);
    return this.settle(request, { study, done: texts.recognised }, async () => {
      const reason = await this.recognising.recognise(scope, id);
      return `${texts.recognised} ${reasonTexts[languageOf(request)][reason]}`;
    });
  }

  @Post(':id/dismiss')
  async dismiss(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    const { dismissed, undo: label } = textsFor(request);
    const undo = { action: `/studies/${study}/inbox/${id}/reopen`, label };
    return this.settle(request, { study, done: dismissed, undo }, () => this.settling.dismiss(scope, id));
  }

  @Post(':id/reopen')
  async reopen(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    return this.settle(request, { study, done: textsFor(request).reopened }, () =>
      this.settling.reopen(scope, id),
    );
  }

  /** Says what was done; a conflict, such as a time just taken, is said on the same page, where the mail still waits. */
  private async settle(
    request: FastifyRequest,
    { study, done, undo }: { study: string; done: string; undo?: Flash['undo'] },
    act: () => Promise<string | void>,
  ): Promise<SeeOther> {
    const back = `/studies/${study}/inbox`;
    try {
      const message = (await act()) ?? done;
      return seeOther(back, { flash: { kind: 'ok', message, ...(undo && { undo }) } });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      const message = error.texts?.[languageOf(request)] ?? error.message;
      return seeOther(back, { flash: { kind: 'warn', message } });
    }
  }
}
