import { z } from 'zod';
import { declineRules } from '../../study-parts.js';
import { code, line, statementCode, text, whole } from './fields.schema.js';

export const interviewMode = z.enum(['onsite', 'video', 'phone']);

/** An hour to two weeks before the start; the lists, in any order, hold each hour once (`check-duplicates.ts`). */
const hoursBefore = whole(1, 336);
const reminderHours = z.array(hoursBefore).max(5);

/** What comes after `modes` may be left out; what then holds is decided where it is used, not in the file. */
export const interviewsSchema = z.strictObject({
  durationMinutes: whole(5, 480),
  bufferMinutes: whole(0, 240),
  modes: z.array(interviewMode).min(1).max(3),
  minNoticeHours: whole(0, 720).optional(),
  dailyMaximum: whole(1, 24).optional(),
  slotStepMinutes: whole(5, 240).optional(),
  reminders: z
    .strictObject({ respondent: reminderHours.optional(), interviewer: reminderHours.optional() })
    .optional(),
  onDecline: z.enum(declineRules).optional(),
  tentativeChaseHours: hoursBefore.optional(),
});

export const topicSchema = z.strictObject({
  code,
  title: line(),
  subQuestions: z.array(code).max(100),
});

export const consentSchema = z.strictObject({
  version: line(20),
  statements: z
    .array(z.strictObject({ code: statementCode, required: z.boolean(), text: text() }))
    .min(1)
    .max(50),
});
