import { z } from 'zod';
import { mailOutcomes } from '../calendar/itip/mail-outcome.js';
import { dropUnsafeCharacters } from '../kernel/text/clean-text.js';
import { studyParams } from '../studies/studies.schema.js';

const yes = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((text) => text === 'true' || text === '1' || text === '');

export const inboundQuery = z.object({ dryRun: yes.default(false) });

export const receptionView = z.object({
  outcome: z.enum(mailOutcomes),
  reason: z.string(),
  /** A person must look at it, on the study's page for that. */
  waits: z.boolean(),
  appointment: z.string().optional(),
  meeting: z.string().optional(),
  participant: z.string().optional(),
});

export const messageParams = studyParams.extend({ id: z.uuid() });

export const acceptForm = z.object({ regardless: z.literal('yes').optional() });

export const refuseForm = z.object({
  words: z.string().transform(dropUnsafeCharacters).pipe(z.string().trim().max(1000)).optional(),
});
