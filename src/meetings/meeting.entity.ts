import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Study } from '../studies/study.entity.js';
import { meetingStatuses } from './meeting-status.js';

/** A meeting in the words of the study file. */
export interface PlannedMeeting {
  readonly title: string;
  /** `YYYY-MM-DD`, the last date on which it may be held. */
  readonly before: string;
  readonly durationMinutes: number;
}

/** A meeting of the sounding board. */
const MeetingSchema = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    position: p.integer(),
    /** What the study file says of it, whatever was agreed since; null when a coordinator added it. */
    planned: p.json<PlannedMeeting>().nullable(),
    title: p.string().length(200),
    before: p.date().nullable(),
    durationMinutes: p.integer(),
    startsAt: instant().nullable(),
    endsAt: instant().nullable(),
    place: p.string().length(500).nullable(),
    videoUrl: p.string().length(1000).nullable(),
    status: p.enum(meetingStatuses).default('draft'),
    /** Rises with every agenda that was sent with something new in it; 0 before the first. */
    agendaVersion: p.integer().default(0),
    agendaSentAt: instant().nullable(),
    createdAt: createdAt(),
    /** Rises with every change of what members are told, so that nobody overwrites what they have not seen. */
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['studyId', 'startsAt'] }],
});
export class Meeting extends MeetingSchema.class {
  /** Sets the date; the end follows from the duration. */
  setTime(start: Date, durationMinutes: number): void {
    this.durationMinutes = durationMinutes;
    this.startsAt = start;
    this.endsAt = new Date(start.getTime() + durationMinutes * 60_000);
  }
}
MeetingSchema.setClass(Meeting);
