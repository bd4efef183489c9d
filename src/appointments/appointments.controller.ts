import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { studyParams } from '../studies/studies.schema.js';
import { AppointmentAccess } from './appointment-access.service.js';
import { AppointmentFile } from './appointment-file.service.js';
import { AppointmentsReadModel } from './appointments.read-model.js';
import {
  appointmentPage,
  appointmentsQuery,
  appointmentView,
  bookingBody,
  cancelBody,
  idParams,
  moveBody,
} from './appointments.schema.js';
import { OfferAnew } from './offer-anew.service.js';
import { PlanAppointment } from './plan-appointment.service.js';

type StudyParams = z.output<typeof studyParams>;
type IdParams = z.output<typeof idParams>;

@Controller('api/v1')
export class AppointmentsController {
  constructor(
    private readonly access: AppointmentAccess,
    private readonly readModel: AppointmentsReadModel,
    private readonly plan: PlanAppointment,
    private readonly anew: OfferAnew,
    private readonly file: AppointmentFile,
  ) {}

  @Get('studies/:study/appointments')
  @Returns(200, appointmentPage, { summary: 'Appointments by start, a page at a time' })
  async list(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Query(parsed(appointmentsQuery)) query: z.output<typeof appointmentsQuery>,
  ) {
    return this.readModel.list(await this.access.enter(actor, study), query);
  }

  @Post('studies/:study/appointments')
  @Returns(201, appointmentView, { summary: 'Book directly: an interview, or an observation visit' })
  async book(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(bookingBody)) body: z.output<typeof bookingBody>,
  ) {
    const { id } = await this.plan.book(await this.access.enter(actor, study), body);
    return this.show(actor, { id });
  }

  @Get('appointments/:id')
  @Returns(200, appointmentView, { summary: 'One appointment' })
  async show(@CurrentActor() actor: Actor, @Param(parsed(idParams)) { id }: IdParams) {
    return this.readModel.one(await this.access.enterById(actor, id), id);
  }

  @Get('appointments/:id.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Returns(200, undefined, {
    summary: 'The appointment for a calendar, by pseudonym',
    mediaType: 'text/calendar',
  })
  async calendar(@CurrentActor() actor: Actor, @Param(parsed(idParams)) { id }: IdParams) {
    return this.file.forTeam(await this.access.enterById(actor, id), id);
  }

  @Post('appointments/:id/move')
  @Returns(200, appointmentView, {
    summary: 'Another time, interviewer, mode or place; everybody concerned is told',
  })
  async move(
    @CurrentActor() actor: Actor,
    @Param(parsed(idParams)) { id }: IdParams,
    @Body(parsed(moveBody)) body: z.output<typeof moveBody>,
  ) {
    await this.plan.move(await this.access.enterById(actor, id), id, body);
    return this.show(actor, { id });
  }

  @Post('appointments/:id/cancel')
  @Returns(200, appointmentView, { summary: 'Cancel; everybody concerned is told' })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param(parsed(idParams)) { id }: IdParams,
    @Body(parsed(cancelBody)) { reason }: z.output<typeof cancelBody>,
  ) {
    await this.plan.cancel(await this.access.enterById(actor, id), id, reason);
    return this.show(actor, { id });
  }

  @Post('appointments/:id/offer-anew')
  @Returns(200, appointmentView, {
    summary: 'Cancel an interview and offer its respondent other moments, in one step',
  })
  async offerAnew(@CurrentActor() actor: Actor, @Param(parsed(idParams)) { id }: IdParams) {
    await this.anew.byTeam(await this.access.enterById(actor, id), id);
    return this.show(actor, { id });
  }

  @Post('appointments/:id/complete')
  @Returns(200, appointmentView, { summary: 'The appointment was held' })
  async complete(@CurrentActor() actor: Actor, @Param(parsed(idParams)) { id }: IdParams) {
    await this.plan.close(await this.access.enterById(actor, id), id, 'completed');
    return this.show(actor, { id });
  }

  @Post('appointments/:id/no-show')
  @Returns(200, appointmentView, { summary: 'The respondent did not come' })
  async noShow(@CurrentActor() actor: Actor, @Param(parsed(idParams)) { id }: IdParams) {
    await this.plan.close(await this.access.enterById(actor, id), id, 'no-show');
    return this.show(actor, { id });
  }

  @Post('appointments/:id/reopen')
  @Returns(200, appointmentView, { summary: 'Take back an outcome that was recorded by mistake' })
  async reopen(@CurrentActor() actor: Actor, @Param(parsed(idParams)) { id }: IdParams) {
    await this.plan.reopen(await this.access.enterById(actor, id), id);
    return this.show(actor, { id });
  }
}
