import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { outboxStatuses } from './outbox-status.js';

/** One message to one recipient. Address, subject, text and calendar part are sealed: nobody reads them from the table. */
const OutboxMessageSchema = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox_message',
  properties: {
    id: idColumn(),
    studyId: p.uuid().nullable(),
    /** What kind of mail, e.g. `offer`, `appointment-booked`. */
    kind: p.string().length(60),
    /** Whom it concerns, without naming anybody: a pseudonym, a site code, a role on the board. */
    about: p.string().length(120).nullable(),
    subjectId: p.uuid().nullable(),
    /** With its angle brackets; the same at every attempt. */
    messageId: p.string().length(320).unique(),
    /** UID of the calendar object that goes along. */
    calendarUid: p.string().length(80).nullable(),
    /** A `Letter`. */
    sealed: p.blob(),
    status: p.enum(outboxStatuses).default('queued'),
    /** How often a server answered about this message; a server that could not be reached does not count. */
    attempts: p.integer().default(0),
    nextAttemptAt: instant(),
    /** When it was queued, or queued again by a person: giving up is counted from here. */
    queuedAt: instant(),
    /** The process that is sending it, which keeps `leasedUntil` ahead of the clock while it lives. */
    leasedBy: p.uuid().nullable(),
    leasedUntil: instant().nullable(),
    /** The server's words, with anything that looks like an address taken out. */
    lastError: p.string().length(500).nullable(),
    createdAt: createdAt(),
    sentAt: instant().nullable(),
  },
  indexes: [
    // Ids grow with time, so this is also the order of creation, and the cursor of the list.
    { properties: ['studyId', 'id'] },
    { properties: ['studyId', 'subjectId'] },
    { properties: ['studyId', 'calendarUid'] },
    {
      name: 'outbox_message_due',
      expression: `create index "outbox_message_due" on "outbox_message" ("next_attempt_at") where "status" in ('queued', 'sending')`,
    },
    {
      name: 'outbox_message_leased',
      expression: `create index "outbox_message_leased" on "outbox_message" ("leased_by") where "leased_by" is not null`,
    },
  ],
});
export class OutboxMessage extends OutboxMessageSchema.class {}
OutboxMessageSchema.setClass(OutboxMessage);
