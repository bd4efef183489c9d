import { z } from 'zod';
import { mailOutcomes } from '../calendar/itip/mail-outcome.js';
import { dropUnsafeCharacters } from '../kernel/text/clean-text.js';
import { messageStatuses } from './message-status.js';
import { studyParams } from '../studies/studies.schema.js';

const yes = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((text) => text === 'true' || text === '1' || text === '');

const ownWords = z.string().transform(dropUnsafeCharacters).pipe(z.string().trim().max(1000));

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

const shownInstant = z.iso.datetime();

/** A mail as planners see it: their words and address included. */
export const inboxMessageView = z.object({
  id: z.string(),
  receivedAt: shownInstant,
  outcome: z.enum(mailOutcomes),
  reason: z.string(),
  status: z.enum(messageStatuses),
  respondent: z.object({ id: z.string(), pseudonym: z.string() }).nullable(),
  appointment: z.string().nullable(),
  meeting: z.string().nullable(),
  proposed: z.object({ start: shownInstant, end: shownInstant }).nullable(),
  /** What stands in the way of the proposed time; null when everybody can make it. */
  obstacle: z.string().nullable(),
  actions: z.array(z.enum(['accept', 'refuse', 'recognise', 'dismiss'])),
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  subject: z.string().nullable(),
  words: z.string().nullable(),
});

export const inboxQuery = z.object({ status: z.enum(['waiting', 'handled']).default('waiting') });

export const acceptBody = z.object({
  /** Also outside hours and rules; never over somebody's other appointment. */
  regardless: z.boolean().default(false),
});

export const refuseBody = z.object({ words: ownWords.optional() });

export const settledView = z.object({ id: z.string(), reason: z.string().optional() });

export const messageParams = studyParams.extend({ id: z.uuid() });

export const acceptForm = z.object({ regardless: z.literal('yes').optional() });

export const refuseForm = z.object({ words: ownWords.optional() });
