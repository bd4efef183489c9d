import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Answer } from '../calendar/invitation.entity.js';
import { Clock } from '../kernel/time/clock.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Study } from '../studies/study.entity.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { AppointmentView } from './appointments.schema.js';
import { comingReminders, type StandingAppointment, type WantedReminder } from './domain/due-reminders.js';
import { selectDue, selectStanding } from './select-standing.js';

/** An appointment as its reminders need to know it. */
export interface RemindableAppointment extends StandingAppointment {
  /** The respondent took this moment themselves, by their link. */
  readonly wasChosen: boolean;
}

/** A reminder as the appointment's page shows it. */
export interface ReminderView extends WantedReminder {
  readonly at: Date;
  /** `no-address`: there was nobody to write to. */
  readonly state: 'coming' | 'sent' | 'no-address';
}

interface Row {
  readonly startsAt: string;
  readonly respondentId: string | null;
  readonly plannedAt: string;
  readonly wasChosen: boolean;
  readonly answer: Answer;
  readonly wantsNoMail: boolean;
}

/** What reminds of appointments: who is to be reminded now, and what an appointment's page tells of it. */
@Injectable()
export class RemindersReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /**
   * Ids of appointments with a reminder that is due, in every study, those that start first before others. The same
   * rules as `dueReminders`, in one statement that walks what is planned in the coming two weeks.
   */
  async due(limit: number): Promise<readonly string[]> {
    const now = this.clock.now();
    const { reminders, tentativeChaseHours } = interviewRules(nothingSaid);
    const rows = await this.em.execute<{ id: string }[]>(selectDue, [
      JSON.stringify(reminders.respondent),
      tentativeChaseHours,
      JSON.stringify(reminders.interviewer),
      now,
      now,
      now,
      now,
      limit,
    ]);
    return rows.map(({ id }) => id);
  }

  async standing(id: string): Promise<RemindableAppointment> {
    const [row] = await this.em.execute<Row[]>(`${selectStanding} where a.id = ?`, [id]);
    const { startsAt, plannedAt, wasChosen, respondentId, answer, wantsNoMail } = row!;
    return {
      startsAt: new Date(startsAt),
      plannedAt: new Date(plannedAt),
      wasChosen,
      respondent: respondentId === null ? null : { answer, wantsNoMail },
    };
  }

  /** Those that were dealt with for this start. */
  gone(where: { readonly studyId: string; readonly id: string; readonly startsAt: Date }) {
    return this.em.execute<(WantedReminder & { at: string; wasSent: boolean })[]>(
      `select kind, hours_before as "hoursBefore", created_at as at, message_id is not null as "wasSent"
       from reminder where study_id = ? and appointment_id = ? and starts_at = ? order by created_at, id`,
      [where.studyId, where.id, where.startsAt],
    );
  }

  /** What went for the start at which it stands, and what still will. */
  async of(
    { studyId }: Pick<StudyScope, 'studyId'>,
    { id, start, status }: Pick<AppointmentView, 'id' | 'start' | 'status'>,
  ): Promise<readonly ReminderView[]> {
    const gone = await this.gone({ studyId, id, startsAt: new Date(start) });
    const went = gone.map(({ kind, hoursBefore, at, wasSent }) => {
      const state = wasSent ? ('sent' as const) : ('no-address' as const);
      return { kind, hoursBefore, at: new Date(at), state };
    });
    if (status !== 'scheduled') return went;
    const { interviews } = await this.em.findOneOrFail(Study, { id: studyId });
    const facts = { now: this.clock.now(), gone };
    const coming = comingReminders(await this.standing(id), interviewRules(interviews), facts);
    return [...went, ...coming.map((reminder) => ({ ...reminder, state: 'coming' as const }))];
  }
}

/** A study file that leaves every setting out which may be left out. */
const nothingSaid = { durationMinutes: 0, bufferMinutes: 0, modes: [] };
