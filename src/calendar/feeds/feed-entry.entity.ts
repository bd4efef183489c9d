import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, instant } from '../../kernel/database/columns.js';
import { invitationSubjects } from '../invitation.entity.js';
import { feedAudiences } from './domain/feed-item.js';

/**
 * An appointment or a meeting as it stands in somebody's feed: the bytes of its VEVENT, made when it changes and kept.
 * Free of personal data.
 */
const FeedEntrySchema = defineEntity({
  name: 'FeedEntry',
  tableName: 'feed_entry',
  properties: {
    id: idColumn(),
    studyId: p.uuid(),
    subject: p.enum(invitationSubjects),
    subjectId: p.uuid(),
    audience: p.enum(feedAudiences),
    /** The interviewer's account, the board member, or the study itself for what its whole team sees. */
    holderId: p.uuid(),
    /** Where an appointment is; null for a meeting. */
    siteId: p.uuid().nullable(),
    /** VEVENT (RFC 5545 section 3.6.1), folded, with CRLF. */
    event: p.text(),
    /** Hash of what the bytes were made of, so that a change that changes nothing is none. */
    digest: p.string().length(64),
    /** Its SEQUENCE: one more with every change of the bytes, whoever holds the entry. */
    revision: p.integer(),
    changedAt: instant(),
    cancelledAt: instant().nullable(),
  },
  uniques: [{ properties: ['studyId', 'holderId', 'subjectId'] }],
  indexes: [{ properties: ['studyId', 'subjectId'] }, { properties: ['studyId', 'siteId', 'subjectId'] }],
});
export class FeedEntry extends FeedEntrySchema.class {}
FeedEntrySchema.setClass(FeedEntry);
