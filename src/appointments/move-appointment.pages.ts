import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { appointmentsTexts } from '../../templates/pages/appointments/appointments.texts.js';
import { moveAppointmentPage } from '../../templates/pages/appointments/move-appointment-page.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import type { StudyScope } from '../studies/study-scope.js';
import { readForm } from '../web/form.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { AppointmentAccess } from './appointment-access.service.js';
import { idInStudyParams } from './appointments.schema.js';
import { momentForm } from './moment-form.js';
import { MoveOptions } from './move-options.read-model.js';
import { PlanAppointment } from './plan-appointment.service.js';
import { appointmentsPath, planPage } from './plan-page.js';
import { submitForm } from '../web/submit-form.js';

type IdParams = z.output<typeof idInStudyParams>;

/** Moves an appointment: a free moment nearby, or one that is filled in. */
@Controller('studies/:study/appointments/:id/move')
export class MoveAppointmentPages {
  constructor(
    private readonly access: AppointmentAccess,
    private readonly options: MoveOptions,
    private readonly plan: PlanAppointment,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
  ): Promise<PageResult> {
    return this.form(request, await this.access.enterToPlan(actor, study), { id });
  }

  @Post()
  async move(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterToPlan(actor, study);
    const language = languageOf(request);
    const form = readForm(momentForm({ language, zone: scope.timezone }), body, language);
    const done = await submitForm({ form, body, language }, ({ place = null, ...moment }) =>
      this.plan.move(scope, id, { ...moment, place }),
    );
    if (!done.ok) return this.form(request, scope, { id, ...done });
    const message = appointmentsTexts[language].moved;
    return seeOther(appointmentsPath(study, `/${id}`), { flash: { kind: 'ok', message } });
  }

  private async form(
    request: FastifyRequest,
    scope: StudyScope,
    { id, state, status }: { readonly id: string; readonly state?: FormState; readonly status?: number },
  ): Promise<PageResult> {
    const language = languageOf(request);
    const view = await this.options.of(scope, id, language);
    return planPage(scope, moveAppointmentPage({ ...view, state }), {
      title: appointmentsTexts[language].move,
      status,
    });
  }
}
