import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';

export const invitationSubjects = ['appointment', 'meeting'] as const;
export const participantKinds = ['respondent', 'interviewer', 'board-member'] as const;
export const answers = ['needs-action', 'accepted', 'tentative', 'declined'] as const;
export const answerChannels = ['page', 'calendar', 'team'] as const;
export type InvitationSubject = (typeof invitationSubjects)[number];
export type ParticipantKind = (typeof participantKinds)[number];
export type Answer = (typeof answers)[number];

/** What one participant was sent for one appointment or meeting, under a UID of their own (RFC 5545 3.8.4.7). */
const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: idColumn(),
    studyId: p.uuid(),
    uid: p.string().length(80).unique(),
    subject: p.enum(invitationSubjects),
    subjectId: p.uuid(),
    participantKind: p.enum(participantKinds),
    /** Respondent, account or board member; no foreign key, as it points at one of three tables. */
    participantId: p.uuid(),
    /** bigint in the standard's spirit: one client answered with more than 32 bits. */
    sequence: p.bigint('number').default(0),
    /** SEQUENCE of the last change that made earlier answers void (RFC 5546 2.1.4). */
    significantSequence: p.bigint('number').default(0),
    answer: p.enum(answers).default('needs-action'),
    /** When the invitee answered, and by what: their page, their calendar, or a member of the team. */
    answeredAt: instant().nullable(),
    answeredBy: p.enum(answerChannels).nullable(),
    /** The last answer of their calendar and its place in the order of answers (RFC 5546 2.1.5); arrival says nothing. */
    lastAnswer: p.enum(answers).nullable(),
    answerSequence: p.bigint('number').nullable(),
    answerStampedAt: instant().nullable(),
    /** Their words with it and who answered for them, sealed (see `answer-note.ts`). */
    answerNote: p.blob().nullable(),
    /** Keyed hash of the address of the substitute they named, and what that person answered. */
    substituteIndex: p.blob().nullable(),
    substituteAnswer: p.enum(answers).nullable(),
    /** How often the invitation went out again because a calendar asked, since when: a mail loop ends there. */
    sentAgain: p.integer().default(0),
    sentAgainSince: instant().nullable(),
    /** Hash of the event as last sent, so that a change that changes nothing sends nothing. */
    sentDigest: p.string().length(64).nullable(),
    cancelledAt: instant().nullable(),
    createdAt: createdAt(),
  },
  indexes: [{ properties: ['studyId', 'subjectId'] }],
});
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);
