import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { meetingsTexts } from '../../templates/pages/meetings/meetings.texts.js';
import { sendAgendaPage } from '../../templates/pages/meetings/send-agenda-page.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import type { StudyScope } from '../studies/study-scope.js';
import { studyParams } from '../studies/studies.schema.js';
import { readForm } from '../web/form.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { boardPage, meetingPath } from './board-page.js';
import { MeetingAccess } from './meeting-access.service.js';
import { sendForm } from './meeting-form.js';
import { MeetingsReadModel } from './meetings.read-model.js';
import { meetingParams } from './meetings.schema.js';
import { SendAgenda } from './send-agenda.service.js';
import { submitMeetingForm } from './submit-meeting-form.js';

const params = z.object({ ...studyParams.shape, ...meetingParams.shape });
type Params = z.output<typeof params>;

/** Nothing is mailed without somebody having seen here what goes to whom. */
@Controller('studies/:study/board/meetings/:id/send')
export class SendAgendaPages {
  constructor(
    private readonly access: MeetingAccess,
    private readonly views: MeetingsReadModel,
    private readonly sendAgenda: SendAgenda,
  ) {}

  @Get()
  async review(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
  ): Promise<PageResult> {
    return this.page(request, await this.access.enterStudyToConvene(actor, study), { id });
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(sendForm, body, language);
    const done = await submitMeetingForm({ form, body, language }, ({ version, resend }) =>
      this.sendAgenda.send(scope, id, { version, resend: resend === 'yes' }),
    );
    if (!done.ok) return this.page(request, scope, { id, ...done });
    const { invited, updated, cancelled } = done.value;
    const message = meetingsTexts[language].sent(invited + updated + cancelled);
    return seeOther(meetingPath(study, id), { flash: { kind: 'ok', message } });
  }

  private async page(
    request: FastifyRequest,
    scope: StudyScope,
    { id, state, status }: { id: string; state?: FormState; status?: number },
  ): Promise<PageResult> {
    const meeting = await this.views.find(scope, id);
    const { changes, deliveries, preview } = await this.sendAgenda.review(scope, meeting);
    const { title, version, agendaVersion } = meeting;
    const recipients = deliveries.map(({ seat, delivery }) => ({
      id: seat.member.id,
      name: seat.contact!.name,
      delivery,
    }));
    const facts = { id, title, version, agendaVersion, changes, recipients, preview };
    const view = sendAgendaPage({ ...facts, code: scope.code, faults: state?.faults });
    return boardPage(scope, view, { title: meetingsTexts[languageOf(request)].sendTitle, status });
  }
}
