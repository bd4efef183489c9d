import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../auth/account.entity.js';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { Site } from '../studies/site.entity.js';
import { interviewModes } from '../studies/study-parts.js';
import { Study } from '../studies/study.entity.js';
import { appointmentStatuses } from './appointment-status.js';

/** An interview or an observation visit with its place, time and participants. */
const AppointmentSchema = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    kind: p.enum(['interview', 'observation'] as const),
    siteId: () => p.manyToOne(Site).mapToPk().name('site_id'),
    respondentId: () => p.manyToOne(Respondent).mapToPk().name('respondent_id').nullable(),
    interviewerId: () => p.manyToOne(Account).mapToPk().name('interviewer_id'),
    startsAt: instant(),
    endsAt: instant(),
    mode: p.enum(interviewModes),
    /** Where, or how to join; null for the site's visit address. */
    place: p.string().length(500).nullable(),
    status: p.enum(appointmentStatuses).default('scheduled'),
    cancelReason: p.string().length(500).nullable(),
    createdAt: createdAt(),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['studyId', 'startsAt'] },
    { properties: ['respondentId'] },
    { properties: ['interviewerId', 'startsAt'] },
    { properties: ['siteId'] },
    {
      name: 'appointment_upcoming',
      expression: `create index "appointment_upcoming" on "appointment" ("starts_at") where "status" = 'scheduled'`,
    },
  ],
});
export class Appointment extends AppointmentSchema.class {}
AppointmentSchema.setClass(Appointment);
