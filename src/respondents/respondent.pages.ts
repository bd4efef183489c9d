import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { respondentPage } from '../../templates/pages/respondents/respondent-page.js';
import { respondentTexts } from '../../templates/pages/respondents/respondent.texts.js';
import { statusTexts } from '../../templates/pages/respondents/status.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { canPlan } from '../studies/study.policy.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { RespondentAccess } from './respondent-access.service.js';
import { RespondentCard } from './respondent-card.read-model.js';
import { manualTransitions, respondentStatuses } from './respondent-status.js';
import { RespondentStatuses } from './respondent-statuses.service.js';
import { respondentInStudyParams } from './respondents.schema.js';
import { RespondentsReadModel } from './respondents.read-model.js';
import { Respondents } from './respondents.service.js';
import { respondentsPath, studyPage } from './study-page.js';

type Params = z.output<typeof respondentInStudyParams>;

const statusChoice = z.object({ status: z.enum(respondentStatuses) });

@Controller('studies/:study/respondents/:id')
export class RespondentPages {
  constructor(
    private readonly access: RespondentAccess,
    private readonly card: RespondentCard,
    private readonly readModel: RespondentsReadModel,
    private readonly respondents: Respondents,
    private readonly statuses: RespondentStatuses,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param(parsed(respondentInStudyParams)) { study, id }: Params,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study, 'see');
    const card = await this.card.of(scope, id);
    const { pseudonym: title, status } = card.respondent;
    const view = respondentPage({
      ...card,
      mayChange: canPlan(scope),
      transitions: manualTransitions(status),
    });
    return studyPage(scope, view, { title });
  }

  @Post('status')
  async changeStatus(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(respondentInStudyParams)) { study, id }: Params,
    @Body(parsed(statusChoice)) { status }: z.output<typeof statusChoice>,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    await this.respondents.change(scope, id, { status });
    const { pseudonym } = await this.readModel.byId(scope, id);
    const texts = respondentTexts[languageOf(request)];
    const message = texts.statusSaved(pseudonym, statusTexts[languageOf(request)][status]);
    const own = respondentsPath(study, `/${id}`);
    return seeOther(own, {
      flash: { kind: 'ok', message, undo: { action: `${own}/status/undo`, label: texts.undo } },
    });
  }

  @Post('status/undo')
  async undoStatus(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(respondentInStudyParams)) { study, id }: Params,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    await this.statuses.undo(scope, id);
    const message = respondentTexts[languageOf(request)].undone;
    return seeOther(respondentsPath(study, `/${id}`), { flash: { kind: 'ok', message } });
  }
}
