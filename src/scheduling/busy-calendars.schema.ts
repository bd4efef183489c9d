import { z } from 'zod';
import { findUnsafeCharacter } from '../kernel/text/clean-text.js';
import { availabilityQuery, memberParams, teamParams } from './availability.schema.js';

/** What the calendar is called on pages. */
export const calendarLabel = z
  .string()
  .trim()
  .max(80)
  .refine((text) => findUnsafeCharacter(text) === undefined, 'must not contain control characters');

/** `https`, `webcal`, or `http`; kept sealed and never given back. */
const url = z.string().trim().min(1).max(2000);

export const addressBody = z.strictObject({ url, label: calendarLabel.optional() });
export type AddressBody = z.output<typeof addressBody>;

export const memberCalendarParams = memberParams.extend({ id: z.uuid() });
export const teamCalendarParams = teamParams.extend({ id: z.uuid() });

/** `label` is for a file, which says nothing but itself. */
export const newCalendarQuery = availabilityQuery.extend({ label: calendarLabel.optional() });

const shownInstant = z.iso.datetime().nullable();
const skipped = z.strictObject({
  free: z.int(),
  cancelled: z.int(),
  declined: z.int(),
  own: z.int(),
  broken: z.int(),
  tooOften: z.int(),
  unknownZones: z.int(),
});

export const busyCalendar = z.object({
  id: z.string(),
  kind: z.enum(['address', 'file']),
  label: z.string(),
  /** All of the address that is shown. */
  host: z.string().nullable(),
  fetchedAt: shownInstant,
  checkedAt: shownInstant,
  nextFetchAt: shownInstant,
  coversUntil: shownInstant,
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  upcoming: z.int(),
  skipped: skipped.nullable(),
});
