import { Injectable } from '@nestjs/common';
import type { AppointmentPageProps } from '../../templates/pages/appointments/appointment-page.js';
import type { AppointmentsPageProps } from '../../templates/pages/appointments/appointments-page.js';
import type { Language } from '../kernel/text/language.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan, canRecordOutcome } from '../studies/study.policy.js';
import { AppointmentHistory } from './appointment-history.read-model.js';
import { AppointmentNotFound } from './appointments.errors.js';
import { AppointmentsReadModel } from './appointments.read-model.js';
import type { AppointmentsPageQuery } from './appointments.schema.js';
import { dayToShow, weekAround } from './domain/week.js';
import { PlanningChoices } from './planning-choices.read-model.js';
import { RemindersReadModel } from './reminders.read-model.js';

const MOST_IN_WEEK = 500;
const COMING_UP = 20;

/** Appointments as the team's pages show them. */
@Injectable()
export class AppointmentCalendar {
  constructor(
    private readonly appointments: AppointmentsReadModel,
    private readonly history: AppointmentHistory,
    private readonly choices: PlanningChoices,
    private readonly reminders: RemindersReadModel,
    private readonly clock: Clock,
  ) {}

  async week(
    scope: StudyScope,
    { week, site, interviewer, status }: AppointmentsPageQuery,
    language: Language,
  ): Promise<Omit<AppointmentsPageProps, 'filter' | 'mayPlan'>> {
    const now = this.clock.now();
    const options = await this.choices.of(scope);
    const { fieldworkFrom: from, fieldworkTo: to, timezone: zone } = options.study;
    const shown = weekAround(week ?? dayToShow(now, { from, to, zone }), zone);
    const filter = { site, person: interviewer, status };
    const bounds = { from: shown.from, to: shown.to, limit: MOST_IN_WEEK };
    const inWeek = await this.appointments.list(scope, { ...filter, ...bounds }, language);
    const next = { status: status ?? ('scheduled' as const), from: now, limit: COMING_UP };
    const upcoming = await this.appointments.list(scope, { ...filter, ...next }, language);
    const { items } = inWeek;
    return { now, monday: shown.monday, items, upcoming: upcoming.items, options };
  }

  /** Throws AppointmentNotFound. */
  async one(scope: StudyScope, id: string, language: Language): Promise<Omit<AppointmentPageProps, 'notes'>> {
    const appointment = await this.appointments.one(scope, id, language);
    if (!appointment) throw new AppointmentNotFound();
    return {
      appointment,
      history: await this.history.of(scope, appointment),
      reminders: await this.reminders.of(scope, appointment),
      hasBegun: new Date(appointment.start) <= this.clock.now(),
      mayPlan: canPlan(scope),
      mayRecord: canRecordOutcome(scope, appointment.interviewer.id),
    };
  }
}
