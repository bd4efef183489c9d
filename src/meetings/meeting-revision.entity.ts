import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, instant } from '../kernel/database/columns.js';
import type { MeetingContent } from './domain/meeting-content.js';
import { Meeting } from './meeting.entity.js';

/** What a meeting was at one of its versions. Those that were sent have a number; members see the last of these. */
const MeetingRevisionSchema = defineEntity({
  name: 'MeetingRevision',
  tableName: 'meeting_revision',
  properties: {
    id: idColumn(),
    meetingId: () => p.manyToOne(Meeting).mapToPk().name('meeting_id').deleteRule('cascade'),
    version: p.integer(),
    content: p.json<MeetingContent>(),
    savedAt: instant(),
    /** The account that saved it; null for the study file. */
    savedById: p.uuid().nullable(),
    /** The agenda's version as members know it. */
    sentNumber: p.integer().nullable(),
    sentAt: instant().nullable(),
  },
  uniques: [{ properties: ['meetingId', 'version'] }],
});
export class MeetingRevision extends MeetingRevisionSchema.class {}
MeetingRevisionSchema.setClass(MeetingRevision);
