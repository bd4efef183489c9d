import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { studyParams } from '../studies/studies.schema.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { apiLanguageOf } from '../web/api-language.js';
import { describeSample } from './domain/sample-sentences.js';
import { SampleReadModel } from './sample.read-model.js';
import { sampleView } from './sample.schema.js';

@Controller('api/v1/studies/:study/sample')
export class SampleController {
  constructor(
    private readonly access: StudyAccess,
    private readonly samples: SampleReadModel,
  ) {}

  @Get()
  @Returns(200, sampleView, { summary: 'Planned, stated and realised numbers, and where they disagree' })
  async get(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
  ) {
    const { sample } = await this.samples.of(await this.access.enter(actor, study));
    return sampleView.parse(describeSample(sample, apiLanguageOf(request)));
  }
}
