import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { respondentsPage } from '../../templates/pages/respondents/respondents-page.js';
import { respondentsTexts } from '../../templates/pages/respondents/respondents.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { isAddress } from '../kernel/text/email-address.js';
import { canPlan } from '../studies/study.policy.js';
import type { StudyScope } from '../studies/study-scope.js';
import { studyParams } from '../studies/studies.schema.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { RespondentAccess } from './respondent-access.service.js';
import { RespondentContacts } from './respondent-contacts.service.js';
import { RespondentsReadModel, type RespondentFilter } from './respondents.read-model.js';
import { respondentsPageQuery } from './respondents.schema.js';
import { StudyChoices } from './study-choices.read-model.js';
import { respondentsPath, studyPage } from './study-page.js';

type StudyParams = z.output<typeof studyParams>;

const perPage = 50;
const search = z.object({ email: z.string().max(300).trim().default('') });

@Controller('studies/:study/respondents')
export class RespondentsPages {
  constructor(
    private readonly access: RespondentAccess,
    private readonly respondents: RespondentsReadModel,
    private readonly contacts: RespondentContacts,
    private readonly choices: StudyChoices,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Query(parsed(respondentsPageQuery))
    { cursor, q: text, ...filter }: z.output<typeof respondentsPageQuery>,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study, 'see');
    const view = await this.view(scope, { ...filter, text }, cursor);
    return studyPage(scope, view, { title: respondentsTexts[languageOf(request)].title });
  }

  /** An address must not stand in the address bar, so it is posted and answered with where to go. */
  @Post('find')
  async find(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(search)) { email }: z.output<typeof search>,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    const texts = respondentsTexts[languageOf(request)];
    const found = isAddress(email) ? await this.contacts.ownerOf(scope, email) : undefined;
    if (found) return seeOther(respondentsPath(study, `/${found.id}`));
    const message = isAddress(email) ? texts.notFound : texts.noAddress;
    return seeOther(respondentsPath(study), { flash: { kind: 'warn', message } });
  }

  private async view(scope: StudyScope, filter: RespondentFilter, cursor: string | undefined) {
    const { items, nextCursor } = await this.respondents.list(scope, filter, { limit: perPage, cursor });
    return respondentsPage({
      respondents: items,
      nextCursor: nextCursor ?? undefined,
      filter,
      contacts: await this.contacts.of(scope, items, 'respondent list'),
      counts: await this.respondents.counts(scope, filter),
      options: await this.choices.of(scope),
      mayChange: canPlan(scope),
    });
  }
}
