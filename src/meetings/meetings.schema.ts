import { z } from 'zod';
import { instant } from '../kernel/time/instants.schema.js';
import { line, text, whole } from '../studies/domain/study-file/fields.schema.js';
import { answers } from '../calendar/invitation.entity.js';
import { purposes } from './domain/meeting-content.js';
import { meetingStatuses } from './meeting-status.js';

export const meetingParams = z.object({ id: z.uuid() });

const duration = whole(5, 720);
const version = z.int().min(1);
const videoUrl = line(1000).pipe(
  z.url({ protocol: /^https?$/, error: 'must be a web address like https://video.example.org/room' }),
);

const details = z.strictObject({
  title: line(),
  durationMinutes: duration,
  start: instant,
  place: line(500).nullable(),
  videoUrl: videoUrl.nullable(),
});

/** A date can wait; the length cannot. */
export const newMeeting = details.partial().required({ title: true, durationMinutes: true });
export type NewMeeting = z.output<typeof newMeeting>;

/** `version` is the one that was looked at: when somebody changed the meeting since, nothing is saved. */
export const meetingPatch = details.partial().extend({ version: version.optional() });
export type MeetingPatch = z.output<typeof meetingPatch>;

export const meetingSchedule = meetingPatch.required({ start: true });

export const agendaItemInput = z.strictObject({
  /** Of the item that this was; absent for a new one. */
  id: z.uuid().optional(),
  title: line(),
  presenter: line().nullish(),
  minutes: whole(1, 720),
  purpose: z.enum(purposes),
  note: text().nullish(),
});
export type AgendaItemInput = z.output<typeof agendaItemInput>;

export const agendaInput = z.strictObject({ version, items: z.array(agendaItemInput).max(100) });
export type AgendaInput = z.output<typeof agendaInput>;

/** `resend` writes to everybody also when nothing changed. */
export const sendInput = z.strictObject({ version: version.optional(), resend: z.boolean().default(false) });
export const versionInput = z.strictObject({ version: version.optional() });

const item = z.object({
  id: z.uuid(),
  title: z.string(),
  presenter: z.string().nullable(),
  minutes: z.int(),
  purpose: z.enum(purposes),
  note: z.string().nullable(),
  start: z.date().nullable(),
  end: z.date().nullable(),
});

export const meetingSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  status: z.enum(meetingStatuses),
  before: z.string().nullable(),
  durationMinutes: z.int(),
  start: z.date().nullable(),
  end: z.date().nullable(),
  place: z.string().nullable(),
  videoUrl: z.string().nullable(),
  version: z.int(),
  /** Scheduled, and its start has passed: it can be recorded as held. */
  hasBegun: z.boolean(),
  agendaVersion: z.int(),
  agendaSentAt: z.date().nullable(),
});

export const meetingView = meetingSummary.extend({
  agenda: z.object({
    items: z.array(item),
    totalMinutes: z.int(),
    /** Minutes by which the items exceed the meeting; a warning, not a fault. */
    overrunMinutes: z.int(),
  }),
  changedSinceSent: z.array(z.object({ kind: z.string(), title: z.string().optional() })),
  answers: z.array(
    z.object({
      member: z.uuid(),
      /** Only for those who may see contact details. */
      name: z.string().optional(),
      expertise: z.string().nullable(),
      answer: z.enum(answers).nullable(),
    }),
  ),
});

export const sentAgenda = z.object({
  agendaVersion: z.int(),
  invited: z.int(),
  updated: z.int(),
  cancelled: z.int(),
});
