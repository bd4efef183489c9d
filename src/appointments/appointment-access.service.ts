import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { StudyAccess } from '../studies/study-access.service.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan, canSeeRespondents } from '../studies/study.policy.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentNotFound, MayNotPlan, MayNotSeeAppointments } from './appointments.errors.js';

/** May this reader see single appointments? They tell of single respondents, so an observer may not. */
@Injectable()
export class AppointmentAccess {
  constructor(
    private readonly em: EntityManager,
    private readonly studies: StudyAccess,
  ) {}

  async enter(actor: Actor, code: string): Promise<StudyScope> {
    return seeing(await this.studies.enter(actor, code));
  }

  /** For who is going to book, move or cancel. Throws MayNotPlan. */
  async enterToPlan(actor: Actor, code: string): Promise<StudyScope> {
    const scope = await this.enter(actor, code);
    if (!canPlan(scope)) throw new MayNotPlan();
    return scope;
  }

  /** Throws AppointmentNotFound when it is not there, and when the actor has no role in its study. */
  async enterById(actor: Actor, id: string): Promise<StudyScope> {
    const appointment = await this.em.findOne(Appointment, { id });
    if (!appointment || !actor.roles.has(appointment.studyId)) throw new AppointmentNotFound();
    return seeing(await this.studies.enterById(actor, appointment.studyId));
  }
}

function seeing(scope: StudyScope): StudyScope {
  if (!canSeeRespondents(scope)) throw new MayNotSeeAppointments();
  return scope;
}
