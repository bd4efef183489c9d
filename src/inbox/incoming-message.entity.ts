import { defineEntity, p } from '@mikro-orm/core';
import { participantKinds, invitationSubjects } from '../calendar/invitation.entity.js';
import { mailOutcomes } from '../calendar/itip/mail-outcome.js';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { messageStatuses } from './message-status.js';

/**
 * One mail that came in, with what it meant. The fingerprint makes a message count once, however often and in however
 * many processes it is read. Its bytes and its summary are sealed, and go at `keepUntil`.
 */
const IncomingMessageSchema = defineEntity({
  name: 'IncomingMessage',
  tableName: 'incoming_message',
  properties: {
    id: idColumn(),
    /** Null when nothing in the mail says which study it is about. */
    studyId: p.uuid().nullable(),
    fingerprint: p.string().length(64).unique(),
    receivedAt: instant(),
    outcome: p.enum(mailOutcomes),
    /** An `OutcomeReason`. */
    reason: p.string().length(40),
    status: p.enum(messageStatuses),
    /** What the mail is about, as far as known. */
    invitationId: p.uuid().nullable(),
    subject: p.enum(invitationSubjects).nullable(),
    subjectId: p.uuid().nullable(),
    participantKind: p.enum(participantKinds).nullable(),
    participantId: p.uuid().nullable(),
    proposedStart: instant().nullable(),
    proposedEnd: instant().nullable(),
    settledAt: instant().nullable(),
    settledById: p.uuid().nullable(),
    /** A `MailSummary`; null once it was removed. */
    summary: p.blob().nullable(),
    raw: p.blob().nullable(),
    keepUntil: instant(),
    createdAt: createdAt(),
  },
  indexes: [
    { properties: ['studyId', 'status', 'id'] },
    { properties: ['invitationId'] },
    {
      name: 'incoming_message_to_remove',
      expression: `create index "incoming_message_to_remove" on "incoming_message" ("keep_until") where "summary" is not null`,
    },
  ],
});
export class IncomingMessage extends IncomingMessageSchema.class {}
IncomingMessageSchema.setClass(IncomingMessage);
