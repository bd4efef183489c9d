import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { appointmentsTexts } from '../../templates/pages/appointments/appointments.texts.js';
import { newAppointmentPage } from '../../templates/pages/appointments/new-appointment-page.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { studyParams } from '../studies/studies.schema.js';
import type { StudyScope } from '../studies/study-scope.js';
import { readForm } from '../web/form.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { AppointmentAccess } from './appointment-access.service.js';
import { newAppointmentQuery, type NewAppointmentQuery } from './appointments.schema.js';
import { BookingOptions } from './booking-options.read-model.js';
import { momentForm } from './moment-form.js';
import { PlanAppointment } from './plan-appointment.service.js';
import { appointmentsPath, planPage } from './plan-page.js';
import { submitForm } from '../web/submit-form.js';

type StudyParams = z.output<typeof studyParams>;

/** Books directly: an interview after a phone call, or an observation at a team's weekly meeting. */
@Controller('studies/:study/appointments/new')
export class NewAppointmentPages {
  constructor(
    private readonly access: AppointmentAccess,
    private readonly options: BookingOptions,
    private readonly plan: PlanAppointment,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Query(parsed(newAppointmentQuery)) query: NewAppointmentQuery,
  ): Promise<PageResult> {
    return this.form(request, await this.access.enterToPlan(actor, study), { query });
  }

  @Post()
  async book(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Query(parsed(newAppointmentQuery)) query: NewAppointmentQuery,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterToPlan(actor, study);
    const language = languageOf(request);
    const form = readForm(momentForm({ language, zone: scope.timezone }), body, language);
    const { kind, respondent, site } = query;
    const done = await submitForm({ form, body, language }, (moment) =>
      this.plan.book(scope, { kind, respondent, site, ...moment }),
    );
    if (!done.ok) return this.form(request, scope, { query, ...done });
    const message = appointmentsTexts[language].booked;
    return seeOther(appointmentsPath(study, `/${done.value.id}`), { flash: { kind: 'ok', message } });
  }

  private async form(
    request: FastifyRequest,
    scope: StudyScope,
    {
      query,
      state,
      status,
    }: { readonly query: NewAppointmentQuery; readonly state?: FormState; readonly status?: number },
  ): Promise<PageResult> {
    const view = await this.options.of(scope, query);
    const title = appointmentsTexts[languageOf(request)].newTitle;
    return planPage(scope, newAppointmentPage({ ...view, query, state }), { title, status });
  }
}
