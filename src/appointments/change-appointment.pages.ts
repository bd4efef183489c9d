import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { appointmentsTexts } from '../../templates/pages/appointments/appointments.texts.js';
import { cancelAppointmentPage } from '../../templates/pages/appointments/cancel-appointment-page.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { AppointmentAccess } from './appointment-access.service.js';
import { AppointmentCalendar } from './appointment-calendar.read-model.js';
import { idInStudyParams, reason } from './appointments.schema.js';
import { OfferAnew } from './offer-anew.service.js';
import { appointmentsPath, planPage } from './plan-page.js';
import { PlanAppointment } from './plan-appointment.service.js';

type IdParams = z.output<typeof idInStudyParams>;

const cancelForm = z.object({ reason: reason.optional() });

/** Ends an appointment, or takes an end back. */
@Controller('studies/:study/appointments/:id')
export class ChangeAppointmentPages {
  constructor(
    private readonly access: AppointmentAccess,
    private readonly calendar: AppointmentCalendar,
    private readonly plan: PlanAppointment,
    private readonly anew: OfferAnew,
  ) {}

  @Get('cancel')
  async askCancel(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
  ): Promise<PageResult> {
    const scope = await this.access.enterToPlan(actor, study);
    const language = languageOf(request);
    const { appointment } = await this.calendar.one(scope, id, language);
    return planPage(scope, cancelAppointmentPage({ appointment }), {
      title: appointmentsTexts[language].cancel,
    });
  }

  @Post('cancel')
  async cancel(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
    @Body(parsed(cancelForm)) { reason }: z.output<typeof cancelForm>,
  ): Promise<SeeOther> {
    const scope = await this.access.enterToPlan(actor, study);
    await this.plan.cancel(scope, id, reason || undefined);
    const message = appointmentsTexts[languageOf(request)].cancelled;
    return seeOther(appointmentsPath(study, `/${id}`), { flash: { kind: 'ok', message } });
  }

  @Post('offer-anew')
  async offerAnew(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
  ): Promise<SeeOther> {
    const scope = await this.access.enterToPlan(actor, study);
    const { respondentId } = await this.anew.byTeam(scope, id);
    const message = appointmentsTexts[languageOf(request)].offeredAnew;
    return seeOther(`/studies/${study}/respondents/${respondentId}`, { flash: { kind: 'ok', message } });
  }

  @Post('complete')
  complete(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) params: IdParams,
  ): Promise<SeeOther> {
    return this.close(request, actor, { ...params, outcome: 'completed' });
  }

  @Post('no-show')
  noShow(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) params: IdParams,
  ): Promise<SeeOther> {
    return this.close(request, actor, { ...params, outcome: 'no-show' });
  }

  @Post('reopen')
  async reopen(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
  ): Promise<SeeOther> {
    await this.plan.reopen(await this.access.enter(actor, study), id);
    const message = appointmentsTexts[languageOf(request)].reopened;
    return seeOther(appointmentsPath(study, `/${id}`), { flash: { kind: 'ok', message } });
  }

  private async close(
    request: FastifyRequest,
    actor: Actor,
    { study, id, outcome }: IdParams & { readonly outcome: 'completed' | 'no-show' },
  ): Promise<SeeOther> {
    await this.plan.close(await this.access.enter(actor, study), id, outcome);
    const { done, undo: label } = appointmentsTexts[languageOf(request)];
    const own = appointmentsPath(study, `/${id}`);
    const undo = { action: `${own}/reopen`, label };
    return seeOther(own, { flash: { kind: 'ok', message: done[outcome], undo } });
  }
}
