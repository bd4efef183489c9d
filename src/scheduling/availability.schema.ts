import { z } from 'zod';
import { weekdays } from '../kernel/time/weekday.js';
import { date, timeRange } from '../studies/domain/study-file/fields.schema.js';
import { studyParams } from '../studies/studies.schema.js';
import { overlapping } from './slots/weekly-hours.js';

/** Parts of one day, as `["09:00-12:00", "13:00-17:00"]`. */
export const dayHours = z
  .array(timeRange)
  .max(12)
  .refine((ranges) => !overlapping(ranges), 'must not overlap each other');

const weeklyHours = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, dayHours.optional()])) as Record<
    (typeof weekdays)[number],
    z.ZodOptional<typeof dayHours>
  >,
);

const exceptions = z
  .array(z.strictObject({ date, hours: dayHours }))
  .max(2000)
  .refine((days) => new Set(days.map((day) => day.date)).size === days.length, 'must name each date once');

/** Weekly hours, wall times in the study's zone, and the dates on which others hold: none for a day off. */
export const availability = z.strictObject({ weekly: weeklyHours, exceptions });
export type AvailabilityView = z.infer<typeof availability>;

export const memberParams = z.object({ member: z.uuid() });
export const teamParams = studyParams.extend({ member: z.uuid() });

/** Weekly hours belong to a study; it may be left out when there is only one that both have to do with. */
export const availabilityQuery = studyParams.partial();
