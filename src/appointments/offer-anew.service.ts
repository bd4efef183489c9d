import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan } from '../studies/study.policy.js';
import { MayNotPlan, NothingToOfferAnew } from './appointments.errors.js';
import type { Appointment } from './appointment.entity.js';
import { ChangeAppointment } from './change-appointment.service.js';
import { Offers } from './offers.service.js';
import { PlanAppointment } from './plan-appointment.service.js';

/** Cancels an interview and offers its respondent other moments: both, or neither. */
@Injectable()
export class OfferAnew {
  constructor(
    private readonly em: EntityManager,
    private readonly plan: PlanAppointment,
    private readonly change: ChangeAppointment,
    private readonly offers: Offers,
  ) {}

  /** Throws MayNotPlan, AppointmentNotFound, NothingToOfferAnew, NothingFree or NoAddress. */
  async byTeam(scope: StudyScope, id: string): Promise<Appointment> {
    if (!canPlan(scope)) throw new MayNotPlan();
    await this.plan.inStudy(scope, id);
    return this.offer(id, scope.actorId);
  }

  /** `actorId` null: the respondent declined, and the study's settings ask for it. */
  offer(id: string, actorId: string | null): Promise<Appointment> {
    return this.em.transactional(async () => {
      const appointment = await this.change.cancel(id, {}, actorId);
      const { respondentId } = appointment;
      if (!respondentId) throw new NothingToOfferAnew();
      await this.em.flush();
      await this.offers.make({ respondentId, actorId });
      return appointment;
    });
  }
}
