import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { boardView } from '../../templates/pages/meetings/board-page.js';
import { meetingFormPage } from '../../templates/pages/meetings/meeting-form-page.js';
import { meetingsTexts } from '../../templates/pages/meetings/meetings.texts.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { canPlan } from '../studies/study.policy.js';
import type { StudyScope } from '../studies/study-scope.js';
import { studyParams } from '../studies/studies.schema.js';
import { readForm } from '../web/form.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { boardPage, meetingPath } from './board-page.js';
import { MeetingAccess } from './meeting-access.service.js';
import { meetingForm } from './meeting-form.js';
import { MeetingsReadModel } from './meetings.read-model.js';
import { Meetings } from './meetings.service.js';
import { submitMeetingForm } from './submit-meeting-form.js';

type StudyParams = z.output<typeof studyParams>;

/** Who is on the board, its meetings, and a new one. */
@Controller('studies/:study/board')
export class BoardPages {
  constructor(
    private readonly access: MeetingAccess,
    private readonly views: MeetingsReadModel,
    private readonly meetings: Meetings,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
  ): Promise<PageResult> {
    const scope = await this.access.enterStudy(actor, study);
    const board = await this.views.board(scope);
    const [meetings, answers] = [await this.views.list(scope), await this.views.answerCounts(scope)];
    const view = boardView({
      board,
      meetings,
      answers,
      code: study,
      zone: scope.timezone,
      mayConvene: canPlan(scope),
    });
    return boardPage(scope, view, { title: board?.name ?? meetingsTexts[languageOf(request)].board });
  }

  @Get('meetings/new')
  async showNew(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
  ): Promise<PageResult> {
    return this.form(request, await this.access.enterStudyToConvene(actor, study));
  }

  @Post('meetings')
  async create(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(meetingForm({ language, zone: scope.timezone }), body, language);
    const done = await submitMeetingForm({ form, body, language }, (input) =>
      this.meetings.create(scope, input),
    );
    if (!done.ok) return this.form(request, scope, done);
    const flash = { kind: 'ok', message: meetingsTexts[language].created } as const;
    return seeOther(meetingPath(study, done.value.id), { flash });
  }

  private form(
    request: FastifyRequest,
    scope: StudyScope,
    refused: { readonly state?: FormState; readonly status?: number } = {},
  ): PageResult {
    const view = meetingFormPage({ code: scope.code, zone: scope.timezone, state: refused.state });
    return boardPage(scope, view, {
      title: meetingsTexts[languageOf(request)].newMeeting,
      status: refused.status,
    });
  }
}
