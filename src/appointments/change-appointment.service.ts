import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import type { Respondent } from '../respondents/respondent.entity.js';
import { canBecome, type RespondentStatus } from '../respondents/respondent-status.js';
import { Reservations } from '../scheduling/reservations.service.js';
import { Slots } from '../scheduling/slots.service.js';
import type { SlotObstacle } from '../scheduling/slots/why-not-free.js';
import type { InterviewMode } from '../studies/study-parts.js';
import { Study } from '../studies/study.entity.js';
import { AppointmentNews } from './appointment-news.service.js';
import { appointmentTransitions, type AppointmentStatus } from './appointment-status.js';
import { Appointment } from './appointment.entity.js';
import {
  AppointmentNotFound,
  InterviewPlannedAlready,
  OutcomeRefused,
  RecruitmentOver,
} from './appointments.errors.js';
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
    private readonly news: AppointmentNews,
    private readonly ledger: Ledger,
  ) {}

  /** Another time, interviewer, mode or place. Nothing is sent when nothing changes. */
  async move(id: string, move: Move, actorId: string | null): Promise<Appointment> {
    const { appointment, respondent } = await this.locked(id);
    if (appointment.status !== 'scheduled') throw new OutcomeRefused(appointment.status, 'scheduled');
    const was = factsOf(appointment);
    const interviewerId = move.interviewerId ?? was.interviewerId;
    if (organizerChanges(was, { ...was, ...wanted(move), interviewerId }).length === 0) return appointment;
    const people = peopleOf({ interviewerId, respondentId: appointment.respondentId });
    await this.reservations.lock([...people, was.interviewerId]);
    await this.assertFree(appointment, { ...move, interviewerId, respondent });
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
    await this.news.moved(appointment, was);
    return appointment;
  }

  /** Frees everybody's time. The respondent can be offered something new, unless they ended their part themselves. */
  async cancel(id: string, { reason, respondentBecomes = 'agreed' }: Cancellation, actorId: string | null) {
    const { appointment, respondent } = await this.becoming(id, 'cancelled');
    appointment.cancelReason = reason ?? null;
    await this.reservations.release(id);
    const change = await this.endFor(respondent, respondentBecomes);
    const byRespondent = actorId === null;
    this.record('appointment.cancelled', appointment, actorId, { byRespondent, ...change });
    await this.news.cancelled(appointment);
    return appointment;
  }

  /** How a held or missed appointment ended; the time stays taken, as it was spent. */
  async close(id: string, outcome: 'completed' | 'no-show', actorId: string): Promise<Appointment> {
    const { appointment, respondent } = await this.becoming(id, outcome);
    const change =
      outcome === 'completed'
        ? respondent?.become('interviewed')
        : await this.endFor(respondent, 'in-contact');
    this.record(`appointment.${outcome}`, appointment, actorId, change);
    await this.news.settled(appointment);
    return appointment;
  }

  /** Takes back an outcome that was recorded by mistake. Throws RecruitmentOver or InterviewPlannedAlready. */
  async reopen(id: string, actorId: string): Promise<Appointment> {
    const { appointment, respondent } = await this.becoming(id, 'scheduled');
    if (respondent) await this.assertReopenable(appointment, respondent);
    this.record('appointment.reopened', appointment, actorId, respondent?.become('scheduled'));
    await this.news.settled(appointment);
    return appointment;
  }

  private async assertFree(
    { id, studyId }: Appointment,
    move: Move & Pick<Locked, 'respondent'> & { readonly interviewerId: string },
  ): Promise<void> {
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    await this.slots.assertFree({ ...move, study, except: id });
  }

  private async assertReopenable(
    { id }: Appointment,
    { id: respondentId, status }: Respondent,
  ): Promise<void> {
    if (!canBecome(status, 'scheduled')) throw new RecruitmentOver(status);
    const other = { respondentId, status: 'scheduled', id: { $ne: id } } as const;
    if (await this.em.count(Appointment, other)) throw new InterviewPlannedAlready();
  }

  /** As they are now: the respondent's lock comes first, then the appointment's, then everybody's calendar. */
  private async locked(id: string): Promise<Locked> {
    const found = await this.em.findOne(Appointment, { id });
    if (!found) throw new AppointmentNotFound();
    const { respondentId } = found;
    const respondent = respondentId ? await lockRespondent(this.em, { id: respondentId }) : null;
    const locking = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const appointment = await this.em.findOneOrFail(Appointment, { id }, locking);
    return { appointment, respondent: respondent ?? undefined };
  }

  private async becoming(id: string, status: AppointmentStatus): Promise<Locked> {
    const locked = await this.locked(id);
    const from: AppointmentStatus = locked.appointment.status;
    if (!appointmentTransitions[from].includes(status)) throw new OutcomeRefused(from, status);
    locked.appointment.status = status;
    return locked;
  }

  /** Where an appointment that was not held leaves its respondent; one held earlier still counts. */
  private async endFor(respondent: Respondent | undefined, status: RespondentStatus): Promise<object> {
    if (!respondent) return {};
    const held = await this.em.count(Appointment, { respondentId: respondent.id, status: 'completed' });
    return respondent.become(held > 0 ? 'interviewed' : status);
  }

  private record(kind: string, appointment: Appointment, actorId: string | null, more: object = {}): void {
    const { id, studyId, respondentId, startsAt } = appointment;
    const data = { appointment: id, start: startsAt.toISOString(), ...more };
    this.ledger.append({ studyId, kind, actorId, subjectId: respondentId ?? id, data });
  }
}

interface Locked {
  readonly appointment: Appointment;
  /** Undefined for an observation. */
  readonly respondent: Respondent | undefined;
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
