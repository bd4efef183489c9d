import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { studyListPage } from '../../templates/pages/reports/study-list-page.js';
import { studyListTexts } from '../../templates/pages/reports/study-list.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { StudyListReadModel } from './study-list.read-model.js';

/** Where somebody arrives: their only study, or the list of them. */
@Controller()
export class StudyListPages {
  constructor(private readonly studies: StudyListReadModel) {}

  @Get()
  async home(@CurrentActor() actor: Actor): Promise<SeeOther> {
    const [only, ...others] = await this.studies.of(actor);
    return seeOther(only && others.length === 0 ? `/studies/${only.code}` : '/studies');
  }

  @Get('studies')
  async list(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<PageResult> {
    const { mayCreateStudies } = actor;
    return page(studyListPage({ studies: await this.studies.of(actor), mayCreate: mayCreateStudies }), {
      title: studyListTexts[languageOf(request)].title,
      layout: 'app',
      section: 'studies',
    });
  }
}
