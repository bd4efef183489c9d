import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { RespondentAccess } from '../respondents/respondent-access.service.js';
import { studyParams } from '../studies/studies.schema.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { idParams, offerBody, offerView, slotsQuery, slotView } from './appointments.schema.js';
import { FreeSlots } from './free-slots.read-model.js';
import { Offers } from './offers.service.js';
import { presentOffer } from './present-offer.js';

@Controller('api/v1')
export class OffersController {
  constructor(
    private readonly access: StudyAccess,
    private readonly respondents: RespondentAccess,
    private readonly free: FreeSlots,
    private readonly offers: Offers,
  ) {}

  @Get('studies/:study/slots')
  @Returns(200, z.array(slotView), { summary: 'Free moments, by start; for one respondent if named' })
  async slots(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
    @Query(parsed(slotsQuery)) query: z.output<typeof slotsQuery>,
  ) {
    return this.free.list(await this.access.enter(actor, study), query);
  }

  @Post('respondents/:id/offers')
  @Returns(201, offerView, {
    summary: 'Offer moments to a respondent by mail: chosen ones, or a number of them',
  })
  async offer(
    @CurrentActor() actor: Actor,
    @Param(parsed(idParams)) { id }: z.output<typeof idParams>,
    @Body(parsed(offerBody)) body: z.output<typeof offerBody>,
  ) {
    const scope = await this.respondents.enterById(actor, id, 'change');
    return presentOffer(await this.offers.make({ ...body, respondentId: id, actorId: scope.actorId }));
  }
}
