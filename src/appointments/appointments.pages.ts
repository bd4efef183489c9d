import { Controller, Get, Header, HttpCode, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { appointmentPage } from '../../templates/pages/appointments/appointment-page.js';
import { appointmentsPage } from '../../templates/pages/appointments/appointments-page.js';
import { appointmentsTexts } from '../../templates/pages/appointments/appointments.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { studyParams } from '../studies/studies.schema.js';
import { canPlan } from '../studies/study.policy.js';
import type { PageResult } from '../web/page.js';
import { languageOf } from '../web/request-language.js';
import { AnswerNotes } from './answer-notes.read-model.js';
import { AppointmentAccess } from './appointment-access.service.js';
import { AppointmentCalendar } from './appointment-calendar.read-model.js';
import { AppointmentFile } from './appointment-file.service.js';
import { appointmentsPageQuery, idInStudyParams } from './appointments.schema.js';
import { planPage } from './plan-page.js';

type IdParams = z.output<typeof idInStudyParams>;

/** What is planned: the week, what comes next, and one appointment. */
@Controller('studies/:study/appointments')
export class AppointmentsPages {
  constructor(
    private readonly access: AppointmentAccess,
    private readonly calendar: AppointmentCalendar,
    private readonly notes: AnswerNotes,
    private readonly file: AppointmentFile,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
    @Query(parsed(appointmentsPageQuery)) query: z.output<typeof appointmentsPageQuery>,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const language = languageOf(request);
    const view = await this.calendar.week(scope, query, language);
    const body = appointmentsPage({ ...view, filter: query, mayPlan: canPlan(scope) });
    return planPage(scope, body, { title: appointmentsTexts[language].title });
  }

  @Get(':id')
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const view = await this.calendar.one(scope, id, languageOf(request));
    const { kinds } = appointmentsTexts[languageOf(request)];
    const { kind, respondent, siteName } = view.appointment;
    const title = `${kinds[kind]} ${respondent?.pseudonym ?? siteName}`;
    const notes = await this.notes.of(scope, id);
    return planPage(scope, appointmentPage({ ...view, notes }), { title });
  }

  @Get(':id.ics')
  @HttpCode(200)
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('content-disposition', 'attachment; filename="appointment.ics"')
  @Header('cache-control', 'no-store')
  async calendarFile(
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
  ): Promise<string> {
    return this.file.forTeam(await this.access.enter(actor, study), id);
  }
}
