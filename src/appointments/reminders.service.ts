import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/database/new-id.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Study } from '../studies/study.entity.js';
import { Appointment } from './appointment.entity.js';
import { dueReminders, mailsFor, type ReminderKind, type WantedReminder } from './domain/due-reminders.js';
import { ReminderMail, type Reminded } from './reminder-mail.service.js';
import { Reminder } from './reminder.entity.js';
import { RemindersReadModel } from './reminders.read-model.js';

/** Appointments per run; what is left is found by the next one, a minute later. */
const batchSize = 200;

/** Reminds of appointments: each reminder once, however many processes look at the same moment. */
@Injectable()
export class Reminders {
  constructor(
    private readonly em: EntityManager,
    private readonly reads: RemindersReadModel,
    private readonly mail: ReminderMail,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** A transaction per appointment; one that fails holds up no other, and is told of when the others are done. */
  async sendDue(): Promise<void> {
    const failures: unknown[] = [];
    for (const id of await this.reads.due(batchSize))
      await this.remind(id).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  private remind(id: string): Promise<void> {
    return this.em.transactional(async () => {
      const appointment = await this.locked(id);
      if (appointment?.status !== 'scheduled') return;
      const study = await this.em.findOneOrFail(Study, { id: appointment.studyId });
      const standing = await this.reads.standing(id);
      const gone = await this.reads.gone(appointment);
      const due = dueReminders(standing, interviewRules(study.interviews), { now: this.clock.now(), gone });
      const claimed = await this.claim(appointment, due);
      for (const wanted of mailsFor(claimed)) {
        const covered = claimed.filter(({ kind }) => isToTeam(kind) === isToTeam(wanted.kind));
        await this.send({ appointment, study, standing }, { ...wanted, covered });
      }
    });
  }

  /** As it is now, until the transaction ends: the respondent's lock comes first, as in every change of it. */
  private async locked(id: string): Promise<Appointment | null> {
    const found = await this.em.findOne(Appointment, { id });
    if (found?.respondentId) await lockRespondent(this.em, { id: found.respondentId });
    return this.em.findOne(Appointment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  /** Those that nobody else has taken. */
  private async claim(
    { id: appointmentId, studyId, startsAt }: Appointment,
    due: readonly WantedReminder[],
  ): Promise<readonly Claimed[]> {
    if (due.length === 0) return [];
    const rows = due.map(({ kind, hoursBefore }) => ({ id: newId(), kind, hoursBefore }));
    const taken = await this.em.execute<{ id: string }[]>(
      `insert into reminder (id, study_id, appointment_id, starts_at, created_at, kind, hours_before)
       select id, ?, ?, ?, ?, kind, "hoursBefore"
         from json_to_recordset(?::json) as r(id uuid, kind text, "hoursBefore" smallint)
       on conflict do nothing returning id`,
      [studyId, appointmentId, startsAt, this.clock.now(), JSON.stringify(rows)],
    );
    return rows.filter((row) => taken.some(({ id }) => id === row.id));
  }

  private async send(reminded: Reminded, { kind, hoursBefore, covered }: Sending): Promise<void> {
    const { id, studyId, respondentId, startsAt } = reminded.appointment;
    const queued =
      kind === 'interviewer'
        ? await this.mail.toInterviewer(reminded)
        : await this.mail.toRespondent(reminded, kind);
    if (!queued) return;
    const ids = covered.map((row) => row.id);
    await this.em.nativeUpdate(Reminder, { id: { $in: ids } }, { messageId: queued.id });
    const data = { appointment: id, start: startsAt.toISOString(), reminder: kind, hoursBefore };
    const subjectId = respondentId ?? id;
    this.ledger.append({ studyId, kind: 'appointment.reminded', subjectId, data });
  }
}

interface Claimed extends WantedReminder {
  readonly id: string;
}

interface Sending extends WantedReminder {
  /** What this one mail takes care of. */
  readonly covered: readonly Claimed[];
}

const isToTeam = (kind: ReminderKind): boolean => kind === 'interviewer';
