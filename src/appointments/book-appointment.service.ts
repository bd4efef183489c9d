import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import type { Respondent } from '../respondents/respondent.entity.js';
import { canBecome } from '../respondents/respondent-status.js';
import { Reservations } from '../scheduling/reservations.service.js';
import { Slots } from '../scheduling/slots.service.js';
import type { SlotObstacle } from '../scheduling/slots/why-not-free.js';
import type { InterviewMode } from '../studies/study-parts.js';
import type { Study } from '../studies/study.entity.js';
import { AppointmentNews } from './appointment-news.service.js';
import { Appointment } from './appointment.entity.js';
import { InterviewPlannedAlready, RecruitmentOver } from './appointments.errors.js';

export interface Booking {
  readonly study: Study;
  readonly kind: 'interview' | 'observation';
  readonly siteId: string;
  readonly respondent?: Respondent | undefined;
  readonly interviewerId: string;
  readonly start: Date;
  readonly end: Date;
  readonly mode: InterviewMode;
  readonly place?: string | null | undefined;
  /** The account that books; null when the respondent does so by link. */
  readonly actorId: string | null;
  /** What may stand in the way; everything if left out. */
  readonly obstacles?: readonly SlotObstacle[] | undefined;
}

/** Takes everybody's time and invites them: reservations, appointment, ledger and mail, together or not at all. */
@Injectable()
export class BookAppointment {
  constructor(
    private readonly em: EntityManager,
    private readonly slots: Slots,
    private readonly reservations: Reservations,
    private readonly news: AppointmentNews,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Joins the caller's transaction. Throws SlotNotFree with the reason when somebody can't, RecruitmentOver when the
   * respondent's recruitment has ended, InterviewPlannedAlready, and TimeTakenAlready when only the database noticed.
   */
  async book(booking: Booking): Promise<Appointment> {
    const { study, respondent, interviewerId, start, end } = booking;
    if (respondent) await this.assertBookable(respondent);
    const people = [interviewerId, ...(respondent ? [respondent.id] : [])];
    await this.reservations.lock(people);
    await this.slots.assertFree(booking);
    const appointment = this.create(booking);
    await this.em.flush();
    const { id: subjectId } = appointment;
    await this.reservations.take({ studyId: study.id, subjectId, people, start, end, status: 'confirmed' });
    this.record(booking, appointment);
    await this.news.booked(appointment);
    return appointment;
  }

  /** Under the respondent's lock, which comes before everybody's calendar. */
  private async assertBookable({ id }: Respondent): Promise<void> {
    const { status } = (await lockRespondent(this.em, { id }))!;
    if (!canBecome(status, 'scheduled')) throw new RecruitmentOver(status);
    const planned = await this.em.count(Appointment, { respondentId: id, status: 'scheduled' });
    if (planned > 0) throw new InterviewPlannedAlready();
  }

  private create({ study, start, end, respondent, place, ...booking }: Booking): Appointment {
    const { kind, siteId, interviewerId, mode } = booking;
    const appointment = this.em.create(Appointment, {
      studyId: study.id,
      kind,
      siteId,
      interviewerId,
      mode,
      startsAt: start,
      endsAt: end,
      respondentId: respondent?.id ?? null,
      place: place ?? null,
    });
    this.em.persist(appointment);
    return appointment;
  }

  private record({ study, actorId, respondent }: Booking, { id, kind, startsAt, mode }: Appointment): void {
    const change = respondent?.become('scheduled');
    const data = { appointment: id, kind, start: startsAt.toISOString(), mode, ...change };
    const subjectId = respondent?.id ?? id;
    this.ledger.append({ studyId: study.id, kind: 'appointment.booked', actorId, subjectId, data });
  }
}
