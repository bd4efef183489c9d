import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { RespondentNotFound } from '../respondents/respondents.errors.js';
import { CONFLICTS } from '../scheduling/slots/why-not-free.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import { SiteNotFound } from '../studies/studies.errors.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Study } from '../studies/study.entity.js';
import { canPlan, canRecordOutcome } from '../studies/study.policy.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentNotFound, MayNotPlan, OutcomeTooEarly } from './appointments.errors.js';
import type { BookingBody, MoveBody } from './appointments.schema.js';
import { BookAppointment } from './book-appointment.service.js';
import { ChangeAppointment } from './change-appointment.service.js';

/** What the team does with appointments, in the study that the scope proves. */
@Injectable()
export class PlanAppointment {
  constructor(
    private readonly em: EntityManager,
    private readonly booking: BookAppointment,
    private readonly change: ChangeAppointment,
    private readonly clock: Clock,
  ) {}

  /** Books directly, after a phone call for instance, or an observation visit. */
  book(scope: StudyScope, body: BookingBody): Promise<Appointment> {
    return this.planning(scope, async (study) => {
      const respondent = body.respondent ? await this.respondent(scope, body.respondent) : undefined;
      const siteId = respondent?.siteId ?? (await this.site(scope, body.site!)).id;
      const {
        kind,
        start,
        interviewer: interviewerId,
        mode = interviewRules(study.interviews).modes[0]!,
      } = body;
      return this.booking.book({
        study,
        respondent,
        kind,
        siteId,
        interviewerId,
        start,
        end: body.end ?? new Date(start.getTime() + usualMinutes(study, kind) * 60_000),
        mode,
        place: body.place,
        actorId: scope.actorId,
        obstacles: body.outsideRules ? CONFLICTS : undefined,
      });
    });
  }

  move(scope: StudyScope, id: string, body: MoveBody): Promise<Appointment> {
    return this.planning(scope, async () => {
      const { startsAt, endsAt } = await this.inStudy(scope, id);
      const { start, interviewer: interviewerId, mode, place, outsideRules } = body;
      const end = body.end ?? new Date(start.getTime() + endsAt.getTime() - startsAt.getTime());
      const obstacles = outsideRules ? CONFLICTS : undefined;
      return this.change.move(id, { start, end, interviewerId, mode, place, obstacles }, scope.actorId);
    });
  }

  cancel(scope: StudyScope, id: string, reason?: string): Promise<Appointment> {
    return this.planning(scope, async () => {
      await this.inStudy(scope, id);
      return this.change.cancel(id, { reason }, scope.actorId);
    });
  }

  /** Throws OutcomeTooEarly before the appointment has begun. */
  close(scope: StudyScope, id: string, outcome: 'completed' | 'no-show'): Promise<Appointment> {
    return this.em.transactional(async () => {
      const appointment = await this.mayRecord(scope, id);
      if (appointment.startsAt > this.clock.now()) throw new OutcomeTooEarly();
      return this.change.close(id, outcome, scope.actorId);
    });
  }

  reopen(scope: StudyScope, id: string): Promise<Appointment> {
    return this.em.transactional(async () => {
      await this.mayRecord(scope, id);
      return this.change.reopen(id, scope.actorId);
    });
  }

  /** Throws AppointmentNotFound also for one of another study. */
  async inStudy({ studyId }: Pick<StudyScope, 'studyId'>, id: string): Promise<Appointment> {
    const appointment = await this.em.findOne(Appointment, { id, studyId });
    if (!appointment) throw new AppointmentNotFound();
    return appointment;
  }

  private planning<T>(scope: StudyScope, act: (study: Study) => Promise<T>): Promise<T> {
    if (!canPlan(scope)) throw new MayNotPlan();
    return this.em.transactional(async () => act(await this.em.findOneOrFail(Study, { id: scope.studyId })));
  }

  private async mayRecord(scope: StudyScope, id: string): Promise<Appointment> {
    const appointment = await this.inStudy(scope, id);
    if (!canRecordOutcome(scope, appointment.interviewerId)) throw new MayNotPlan();
    return appointment;
  }

  private async respondent({ studyId }: StudyScope, id: string): Promise<Respondent> {
    const respondent = await this.em.findOne(Respondent, { id, studyId });
    if (!respondent) throw new RespondentNotFound();
    return respondent;
  }

  private async site({ studyId }: StudyScope, code: string): Promise<Site> {
    const site = await this.em.findOne(Site, { studyId, code });
    if (!site) throw new SiteNotFound(code);
    return site;
  }
}

function usualMinutes(study: Study, kind: 'interview' | 'observation'): number {
  return kind === 'observation' && study.observations
    ? study.observations.durationMinutes
    : interviewRules(study.interviews).durationMinutes;
}
