import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Study } from '../studies/study.entity.js';
import { reminderKinds } from './domain/due-reminders.js';

/**
 * A reminder that was dealt with, anchored to the start that it was about: a moved appointment gets its reminders
 * anew, one start never gets them twice. Written in the transaction that queues the mail.
 */
const ReminderSchema = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    /** No foreign key: it goes with its study, as appointments do. */
    appointmentId: p.uuid(),
    kind: p.enum(reminderKinds),
    hoursBefore: p.smallint(),
    startsAt: instant(),
    /** The message that took care of it; null when there was nobody to write to. */
    messageId: p.uuid().nullable(),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ['studyId', 'appointmentId', 'startsAt', 'kind', 'hoursBefore'] }],
  indexes: [
    {
      name: 'reminder_one_chase',
      expression: `create unique index "reminder_one_chase" on "reminder" ("study_id", "appointment_id", "starts_at") where "kind" = 'chase'`,
    },
  ],
});
export class Reminder extends ReminderSchema.class {}
ReminderSchema.setClass(Reminder);
