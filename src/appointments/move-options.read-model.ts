import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MoveAppointmentPageProps } from '../../templates/pages/appointments/move-appointment-page.js';
import type { Language } from '../kernel/text/language.js';
import { Respondent } from '../respondents/respondent.entity.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentNotFound, OutcomeRefused } from './appointments.errors.js';
import { AppointmentsReadModel } from './appointments.read-model.js';
import { MomentProposals } from './moment-proposals.read-model.js';
import { PlanningChoices } from './planning-choices.read-model.js';

/** What the form that moves an appointment offers. */
@Injectable()
export class MoveOptions {
  constructor(
    private readonly em: EntityManager,
    private readonly appointments: AppointmentsReadModel,
    private readonly choices: PlanningChoices,
    private readonly proposals: MomentProposals,
  ) {}

  /** Throws AppointmentNotFound, or OutcomeRefused when it is no longer scheduled. */
  async of(
    scope: StudyScope,
    id: string,
    language: Language,
  ): Promise<Omit<MoveAppointmentPageProps, 'state'>> {
    const appointment = await this.appointments.one(scope, id, language);
    if (!appointment) throw new AppointmentNotFound();
    if (appointment.status !== 'scheduled') throw new OutcomeRefused(appointment.status, 'scheduled');
    const { place, respondentId } = await this.em.findOneOrFail(Appointment, { id });
    const respondent = respondentId
      ? await this.em.findOneOrFail(Respondent, { id: respondentId })
      : undefined;
    const options = await this.choices.of(scope);
    const around = new Date(appointment.start);
    const proposals = respondent
      ? await this.proposals.nearby(options, { respondent, around, except: id })
      : await this.proposals.meetings(options, appointment.site);
    return { appointment, place: place ?? '', options, proposals };
  }
}
