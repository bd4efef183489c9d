import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { overviewPage } from '../../templates/pages/reports/overview-page.js';
import { overviewTexts } from '../../templates/pages/reports/overview.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { studyParams } from '../studies/studies.schema.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { frameOf } from '../studies/study-frame.js';
import { canDefineStudy, canPlan, canSeeRespondents } from '../studies/study.policy.js';
import { page, type PageResult } from '../web/page.js';
import { languageOf } from '../web/request-language.js';
import { weekOf } from './domain/iso-week.js';
import { OverviewReadModel } from './overview.read-model.js';
import { overviewQuery, type OverviewQuery } from './overview.schema.js';

/** The first page of a study: how far it is, what waits, what is in the calendar. */
@Controller('studies/:study')
export class OverviewPages {
  constructor(
    private readonly access: StudyAccess,
    private readonly overview: OverviewReadModel,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
    @Query(parsed(overviewQuery)) query: OverviewQuery,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const may = { see: canSeeRespondents(scope), plan: canPlan(scope), define: canDefineStudy(scope) };
    const view = { code: scope.code, zone: scope.timezone, weekName: weekOf, may };
    return page(overviewPage({ ...(await this.overview.of(scope, query)), ...view }), {
      title: overviewTexts[languageOf(request)].title,
      layout: 'app',
      section: 'overview',
      study: frameOf(scope),
    });
  }
}
