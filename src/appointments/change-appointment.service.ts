import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Respondent } from '../respondents/respondent.entity.js';
import type { RespondentStatus } from '../respondents/respondent-status.js';
import { Reservations } from '../scheduling/reservations.service.js';
import { Slots } from '../scheduling/slots.service.js';
import type { SlotObstacle } from '../scheduling/slots/why-not-free.js';
import type { InterviewMode } from '../studies/study-parts.js';
import { Study } from '../studies/study.entity.js';
import { AppointmentMail } from './appointment-mail.service.js';
import { appointmentTransitions, type AppointmentStatus } from './appointment-status.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentNotFound, OutcomeRefused } from './appointments.errors.js';
import { organizerChanges, type AppointmentFacts } from './organizer-changes.js';

export interface Move {
  readonly start: Date;
  readonly end: Date;
  readonly interviewerId?: string | undefined;
  readonly mode?: InterviewMode | undefined;
  readonly place?: string | null | undefined;
  readonly obstacles?: readonly SlotObstacle[] | undefined;
}

/** Moves and ends booked appointments. Commands join the caller's transaction; `actorId` null is the respondent. */
@Injectable()
export class ChangeAppointment {
  constructor(
    private readonly em: EntityManager,
    private readonly slots: Slots,
    private readonly reservations: Reservations,
    private readonly mail: AppointmentMail,
    private readonly ledger: Ledger,
  ) {}

  /** Another time, interviewer, mode or place. Nothing is sent when nothing changes. */
  async move(id: string, move: Move, actorId: string | null): Promise<Appointment> {
    const before = await this.mustBe(id, 'scheduled');
    const interviewerId = move.interviewerId ?? before.interviewerId;
    const people = peopleOf({ interviewerId, respondentId: before.respondentId });
    await this.reservations.lock([...people, before.interviewerId]);
    const appointment = await this.mustBe(id, 'scheduled');
    const was = factsOf(appointment);
    if (organizerChanges(was, { ...was, ...wanted(move), interviewerId }).length === 0) return appointment;
    await this.assertFree(appointment, { ...move, interviewerId });
    const { start: startsAt, end: endsAt, mode = appointment.mode, place = appointment.place } = move;
    this.em.assign(appointment, { startsAt, endsAt, interviewerId, mode, place: place ?? null });
    await this.reservations.release(id);
    const { studyId } = appointment;
    await this.reservations.take({
      studyId,
      subjectId: id,
      people,
      start: startsAt,
      end: endsAt,
      status: 'confirmed',
    });
    this.record('appointment.moved', appointment, actorId, { from: was.startsAt.toISOString() });
    await this.mail.moved(appointment, was);
    return appointment;
  }

  /** Frees everybody's time. The respondent can be offered something new, unless they ended their part themselves. */
  async cancel(id: string, { reason, respondentBecomes = 'agreed' }: Cancellation, actorId: string | null) {
    const appointment = await this.become(id, 'cancelled');
    appointment.cancelReason = reason ?? null;
    await this.reservations.release(id);
    await this.setRespondent(appointment, respondentBecomes);
    this.record('appointment.cancelled', appointment, actorId, { byRespondent: actorId === null });
    await this.mail.cancelled(appointment);
    return appointment;
  }

  /** How a held or missed appointment ended; the time stays taken, as it was spent. */
  async close(id: string, outcome: 'completed' | 'no-show', actorId: string): Promise<Appointment> {
    const appointment = await this.become(id, outcome);
    await this.setRespondent(appointment, outcome === 'completed' ? 'interviewed' : 'in-contact');
    this.record(`appointment.${outcome}`, appointment, actorId);
    return appointment;
  }

  /** Takes back an outcome that was recorded by mistake. */
  async reopen(id: string, actorId: string): Promise<Appointment> {
    const appointment = await this.become(id, 'scheduled');
    await this.setRespondent(appointment, 'scheduled');
    this.record('appointment.reopened', appointment, actorId);
    return appointment;
  }

  private async assertFree(appointment: Appointment, move: Move & { interviewerId: string }): Promise<void> {
    const study = await this.em.findOneOrFail(Study, { id: appointment.studyId });
    const { respondentId } = appointment;
    const respondent = respondentId
      ? await this.em.findOneOrFail(Respondent, { id: respondentId })
      : undefined;
    await this.slots.assertFree({ ...move, study, respondent, except: appointment.id });
  }

  private async mustBe(id: string, status: AppointmentStatus): Promise<Appointment> {
    const appointment = await this.em.findOne(Appointment, { id }, { refresh: true });
    if (!appointment) throw new AppointmentNotFound();
    if (appointment.status !== status) throw new OutcomeRefused(appointment.status, status);
    return appointment;
  }

  private async become(id: string, status: AppointmentStatus): Promise<Appointment> {
    const [row] = await this.em.execute('select id from appointment where id = ? for update', [id]);
    const appointment = row && (await this.em.findOne(Appointment, { id }, { refresh: true }));
    if (!appointment) throw new AppointmentNotFound();
    const from: AppointmentStatus = appointment.status;
    if (!appointmentTransitions[from].includes(status)) throw new OutcomeRefused(from, status);
    appointment.status = status;
    return appointment;
  }

  private async setRespondent({ respondentId }: Appointment, status: RespondentStatus): Promise<void> {
    if (!respondentId) return;
    const respondent = await this.em.findOneOrFail(Respondent, { id: respondentId });
    respondent.status = status;
  }

  private record(kind: string, appointment: Appointment, actorId: string | null, more: object = {}): void {
    const { id, studyId, respondentId, startsAt } = appointment;
    const data = { appointment: id, start: startsAt.toISOString(), ...more };
    this.ledger.append({ studyId, kind, actorId, subjectId: respondentId ?? id, data });
  }
}

export interface Cancellation {
  /** Kept with the appointment for the team; never mailed. */
  readonly reason?: string | null | undefined;
  readonly respondentBecomes?: RespondentStatus | undefined;
}

/** The facts that a move names; what it leaves out stays. */
function wanted({ start: startsAt, end: endsAt, mode, place }: Move): Partial<AppointmentFacts> {
  return { startsAt, endsAt, ...(mode && { mode }), ...(place !== undefined && { place }) };
}

function factsOf({ startsAt, endsAt, interviewerId, mode, place }: Appointment): AppointmentFacts {
  return { startsAt, endsAt, interviewerId, mode, place };
}

function peopleOf({
  interviewerId,
  respondentId,
}: Pick<Appointment, 'interviewerId' | 'respondentId'>): string[] {
  return [interviewerId, ...(respondentId ? [respondentId] : [])];
}
