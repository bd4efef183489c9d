import { z } from 'zod';
import { date, emailAddress, latitude, line, longitude, timeRange, whole } from './fields.schema.js';

const day = z.array(timeRange).max(12).optional();

/** Working hours by weekday, in the study's zone; a day that is absent is free of work. */
const availabilitySchema = z.strictObject({
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: day,
  sunday: day,
});

/** Who goes into the field has a base, where travel starts, and availability; others may do without both. */
export const teamMemberSchema = z.strictObject({
  name: line(),
  email: emailAddress,
  role: z.enum(['owner', 'coordinator', 'interviewer', 'observer']),
  base: z.strictObject({ city: line(100), latitude, longitude }).optional(),
  availability: availabilitySchema.optional(),
});

const boardMemberSchema = z.strictObject({
  name: line(),
  email: emailAddress,
  expertise: line().optional(),
});

/** `before` is the last date on which a meeting may be held. */
const boardMeetingSchema = z.strictObject({
  title: line(),
  before: date,
  durationMinutes: whole(5, 720),
});

export const soundingBoardSchema = z.strictObject({
  name: line(),
  members: z.array(boardMemberSchema).max(200),
  meetings: z.array(boardMeetingSchema).max(100),
});
