import { z } from 'zod';
import { mondayOfWeek } from './domain/iso-week.js';

/** What the overview's address may ask for; anything that makes no sense counts as not asked. */
export const overviewQuery = z.object({
  /** `2027-W02`; becomes its Monday. */
  week: z
    .string()
    .optional()
    .transform((week) => (week === undefined ? undefined : mondayOfWeek(week))),
  interviewer: z.uuid().optional().catch(undefined),
});
export type OverviewQuery = z.output<typeof overviewQuery>;
