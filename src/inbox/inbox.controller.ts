import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { reasonTexts } from '../../templates/pages/inbox/reason.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { studyParams } from '../studies/studies.schema.js';
import { apiLanguageOf } from '../web/api-language.js';
import { InboxAccess } from './inbox-access.service.js';
import { InboxReadModel } from './inbox.read-model.js';
import {
  acceptBody,
  inboxMessageView,
  inboxQuery,
  messageParams,
  refuseBody,
  settledView,
} from './inbox.schema.js';
import { presentMessage } from './present-message.js';
import { RecogniseSender } from './recognise-sender.service.js';
import { SettleMessage } from './settle-message.service.js';

type Params = z.output<typeof messageParams>;

@Controller('api/v1/studies/:study/inbox')
export class InboxController {
  constructor(
    private readonly access: InboxAccess,
    private readonly inbox: InboxReadModel,
    private readonly settling: SettleMessage,
    private readonly recognising: RecogniseSender,
  ) {}

  @Get()
  @Returns(200, z.array(inboxMessageView), {
    summary: 'Mail that waits for a person, the oldest first; or the last that was handled',
  })
  async list(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
    @Query(parsed(inboxQuery)) { status }: z.output<typeof inboxQuery>,
  ) {
    const scope = await this.access.enter(actor, study);
    const messages = await (status === 'waiting' ? this.inbox.waiting(scope) : this.inbox.handled(scope));
    return messages.map((message) => presentMessage(message, apiLanguageOf(request)));
  }

  @Post(':id/accept')
  @Returns(200, settledView, { summary: 'Move the appointment to the proposed time; everybody is told' })
  async accept(
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
    @Body(parsed(acceptBody)) { regardless }: z.output<typeof acceptBody>,
  ) {
    await this.settling.accept(await this.access.enter(actor, study), id, { regardless });
    return { id };
  }

  @Post(':id/refuse')
  @Returns(200, settledView, { summary: 'Refuse the proposed time; the proposer is told' })
  async refuse(
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
    @Body(parsed(refuseBody)) { words }: z.output<typeof refuseBody>,
  ) {
    await this.settling.refuse(await this.access.enter(actor, study), id, words || undefined);
    return { id };
  }

  @Post(':id/recognise')
  @Returns(200, settledView, { summary: 'The sender is the invitee: remember the address and judge anew' })
  async recognise(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(messageParams)) { study, id }: Params,
  ) {
    const reason = await this.recognising.recognise(await this.access.enter(actor, study), id);
    return { id, reason: reasonTexts[apiLanguageOf(request)][reason] };
  }

  @Post(':id/dismiss')
  @Returns(200, settledView, { summary: 'Nothing more needs to be done' })
  async dismiss(@CurrentActor() actor: Actor, @Param(parsed(messageParams)) { study, id }: Params) {
    await this.settling.dismiss(await this.access.enter(actor, study), id);
    return { id };
  }

  @Post(':id/reopen')
  @Returns(200, settledView, { summary: 'Take a dismissal back' })
  async reopen(@CurrentActor() actor: Actor, @Param(parsed(messageParams)) { study, id }: Params) {
    await this.settling.reopen(await this.access.enter(actor, study), id);
    return { id };
  }
}
