import { Body, Controller, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { reasonTexts } from '../../templates/pages/inbox/reason.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { apiLanguageOf } from '../web/api-language.js';
import { InboxAccess } from './inbox-access.service.js';
import { inboundQuery, receptionView } from './inbox.schema.js';
import { MailReceiver } from './mail-receiver.service.js';
import { RawMessagePipe } from './raw-message-body.js';

/** Hands in one mail, as a mail server's pipe would. */
@Controller('api/v1/inbound-mail')
export class InboundMailController {
  constructor(
    private readonly access: InboxAccess,
    private readonly receiver: MailReceiver,
  ) {}

  @Post()
  @Returns(200, receptionView, {
    summary: 'Take in one mail: what polling the mailbox does with a message; with dryRun nothing changes',
    accepts: ['message/rfc822'],
  })
  async receive(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Query(parsed(inboundQuery)) { dryRun }: z.output<typeof inboundQuery>,
    @Body(new RawMessagePipe()) raw: Buffer,
  ): Promise<z.input<typeof receptionView>> {
    this.access.assertMayDeliver(actor);
    const { outcome, reason, waits, about } = await this.receiver.take(raw, { dryRun });
    const { studyId, subject, subjectId, participantId } = about;
    const maySee = this.access.mayRead(actor, studyId);
    return {
      outcome,
      reason: reasonTexts[apiLanguageOf(request)][reason],
      waits,
      ...(maySee && subject && subjectId && { [subject]: subjectId }),
      ...(maySee && participantId && { participant: participantId }),
    };
  }
}
