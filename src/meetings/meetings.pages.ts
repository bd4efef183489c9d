import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cancelMeetingPage } from '../../templates/pages/meetings/cancel-meeting-page.js';
import { meetingFormPage } from '../../templates/pages/meetings/meeting-form-page.js';
import { meetingPage } from '../../templates/pages/meetings/meeting-page.js';
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
import { CancelMeeting } from './cancel-meeting.service.js';
import { MeetingAccess } from './meeting-access.service.js';
import { meetingForm, versionForm } from './meeting-form.js';
import { MeetingsReadModel } from './meetings.read-model.js';
import { meetingParams } from './meetings.schema.js';
import { Meetings } from './meetings.service.js';
import { submitMeetingForm } from './submit-meeting-form.js';

const params = z.object({ ...studyParams.shape, ...meetingParams.shape });
type Params = z.output<typeof params>;

interface Refused {
  readonly state?: FormState;
  readonly status?: number;
}

/** One meeting: what stands, its details, and its end. */
@Controller('studies/:study/board/meetings/:id')
export class MeetingsPages {
  constructor(
    private readonly access: MeetingAccess,
    private readonly views: MeetingsReadModel,
    private readonly meetings: Meetings,
    private readonly cancelMeeting: CancelMeeting,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
  ): Promise<PageResult> {
    const scope = await this.access.enterStudy(actor, study);
    const meeting = await this.views.meeting(scope, id);
    const view = meetingPage({ meeting, code: study, zone: scope.timezone, mayConvene: canPlan(scope) });
    return boardPage(scope, view, { title: meeting.title });
  }

  @Get('edit')
  async showEdit(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
  ): Promise<PageResult> {
    return this.form(request, await this.access.enterStudyToConvene(actor, study), { id });
  }

  @Post('edit')
  async edit(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(meetingForm({ language, zone: scope.timezone }), body, language);
    const done = await submitMeetingForm({ form, body, language }, (patch) =>
      this.meetings.change(scope, id, patch),
    );
    if (!done.ok) return this.form(request, scope, { id, ...done });
    return this.back(request, { study, id }, 'saved');
  }

  @Get('cancel')
  async showCancel(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
  ): Promise<PageResult> {
    return this.cancelForm(request, await this.access.enterStudyToConvene(actor, study), { id });
  }

  @Post('cancel')
  async cancel(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(versionForm, body, language);
    const act = ({ version }: { version: number }) => this.cancelMeeting.cancel(scope, id, version);
    const done = await submitMeetingForm({ form, body, language }, act);
    if (!done.ok) return this.cancelForm(request, scope, { id, ...done });
    return this.back(request, { study, id }, 'cancelled');
  }

  @Post('close')
  async close(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
  ): Promise<SeeOther> {
    await this.meetings.close(await this.access.enterStudyToConvene(actor, study), id);
    return this.back(request, { study, id }, 'closed');
  }

  private back(
    request: FastifyRequest,
    { study, id }: Params,
    done: 'saved' | 'cancelled' | 'closed',
  ): SeeOther {
    const message = meetingsTexts[languageOf(request)].done[done];
    return seeOther(meetingPath(study, id), { flash: { kind: 'ok', message } });
  }

  private async form(
    request: FastifyRequest,
    scope: StudyScope,
    { id, state, status }: Refused & { id: string },
  ) {
    const meeting = await this.views.meeting(scope, id);
    const view = meetingFormPage({ code: scope.code, zone: scope.timezone, meeting, state });
    return boardPage(scope, view, { title: meetingsTexts[languageOf(request)].editMeeting, status });
  }

  private async cancelForm(
    request: FastifyRequest,
    scope: StudyScope,
    { id, state, status }: Refused & { id: string },
  ) {
    const meeting = await this.views.meeting(scope, id);
    const view = cancelMeetingPage({ code: scope.code, zone: scope.timezone, meeting, state });
    return boardPage(scope, view, { title: meetingsTexts[languageOf(request)].cancelMeeting, status });
  }
}
