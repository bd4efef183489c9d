import { z } from 'zod';
import { answerChannels } from '../calendar/invitation.entity.js';
import { dropUnsafeCharacters, findUnsafeCharacter } from '../kernel/text/clean-text.js';
import { instant, isOfThisCentury, isSpan, notASpan } from '../kernel/time/instants.schema.js';
import { date } from '../studies/domain/study-file/fields.schema.js';
import { studyParams } from '../studies/studies.schema.js';
import { interviewModes } from '../studies/study-parts.js';
import { appointmentStatuses } from './appointment-status.js';

/** The same in what is answered: a date becomes ISO 8601 in UTC. */
const shownInstant = z.iso.datetime();
const mode = z.enum(interviewModes);
export const place = z
  .string()
  .trim()
  .max(500)
  .refine((text) => findUnsafeCharacter(text) === undefined, 'must not contain control characters');
/** In the team's own words; may run over several lines. */
export const reason = z.string().transform(dropUnsafeCharacters).pipe(z.string().trim().max(500));

export const idParams = z.object({ id: z.uuid() });
export const idInStudyParams = studyParams.extend({ id: z.uuid() });
export const tokenParams = z.object({ token: z.string().max(200) });

export const slotsQuery = z.object({
  respondent: z.uuid().optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
});

export const slotView = z.object({
  start: shownInstant,
  end: shownInstant,
  interviewer: z.string(),
  interviewerName: z.string(),
  site: z.string().nullable(),
  mode,
});

export const offerBody = z
  .object({
    slots: z
      .array(
        z
          .object({ start: instant, end: instant.optional(), interviewer: z.uuid(), mode: mode.optional() })
          .refine(isSpan, notASpan),
      )
      .min(1)
      .max(40)
      .optional(),
    count: z.int().min(1).max(20).optional(),
    from: instant.optional(),
    mode: mode.optional(),
    expiresAt: instant.optional(),
  })
  .refine(({ slots, count }) => !(slots && count), {
    path: ['count'],
    error: 'give slots or count, not both',
  });

export const offerView = z.object({
  id: z.string(),
  url: z.url(),
  expiresAt: shownInstant,
  slots: z.array(slotView.omit({ interviewerName: true }).extend({ id: z.string() })),
});

export const appointmentsQuery = z.object({
  from: instant.optional(),
  to: instant.optional(),
  site: z.string().max(12).optional(),
  person: z.uuid().optional(),
  status: z.enum(appointmentStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_[\da-f-]{36}$/, 'is not a cursor of this list')
    .optional(),
});

export const bookingBody = z
  .object({
    kind: z.enum(['interview', 'observation']),
    respondent: z.uuid().optional(),
    site: z.string().max(12).optional(),
    interviewer: z.uuid(),
    start: instant,
    end: instant.optional(),
    mode: mode.optional(),
    place: place.optional(),
    /** Book although the interviewer does not work then or has something of their own, it is short notice or the day is full. */
    outsideRules: z.boolean().default(false),
  })
  .refine(isSpan, notASpan)
  .refine(({ kind, respondent }) => kind !== 'interview' || respondent, {
    path: ['respondent'],
    error: 'an interview has a respondent',
  })
  .refine(({ kind, site }) => kind !== 'observation' || site, {
    path: ['site'],
    error: 'an observation has a site',
  })
  .refine(({ kind, respondent }) => kind !== 'observation' || !respondent, {
    path: ['respondent'],
    error: 'an observation has no respondent',
  });
export type BookingBody = z.output<typeof bookingBody>;

export const moveBody = z
  .object({
    start: instant,
    end: instant.optional(),
    interviewer: z.uuid().optional(),
    mode: mode.optional(),
    place: place.nullable().optional(),
    outsideRules: z.boolean().default(false),
  })
  .refine(isSpan, notASpan);
export type MoveBody = z.output<typeof moveBody>;

export const cancelBody = z.object({ reason: reason.optional() }).default({});

export const appointmentView = z.object({
  id: z.string(),
  kind: z.enum(['interview', 'observation']),
  status: z.enum(appointmentStatuses),
  start: shownInstant,
  end: shownInstant,
  site: z.string(),
  siteName: z.string(),
  respondent: z.object({ id: z.string(), pseudonym: z.string() }).nullable(),
  interviewer: z.object({ id: z.string(), name: z.string() }),
  mode,
  place: z.string(),
  /** Why it was cancelled, for the team. */
  reason: z.string().nullable(),
  participants: z.array(
    z.object({
      kind: z.enum(['respondent', 'interviewer', 'board-member']),
      answer: z.enum(['needs-action', 'accepted', 'tentative', 'declined']),
      sequence: z.number(),
      /** Null without an answer to the moment that stands. */
      answeredAt: shownInstant.nullable(),
      /** On a page of their own, by a mail of their calendar, or noted by the team. */
      answeredBy: z.enum(answerChannels).nullable(),
    }),
  ),
});
export type AppointmentView = z.output<typeof appointmentView>;

export const appointmentPage = z.object({
  items: z.array(appointmentView),
  nextCursor: z.string().nullable(),
});

/** An empty field of a filter chooses nothing. */
const choice = <Value extends z.ZodType>(value: Value) =>
  z.union([z.literal('').transform(() => undefined), value]).optional();

export const appointmentsPageQuery = z.object({
  /** Any date of the week to show. */
  week: choice(date),
  site: choice(z.string().max(12)),
  interviewer: choice(z.uuid()),
  status: choice(z.enum(appointmentStatuses)),
});
export type AppointmentsPageQuery = z.output<typeof appointmentsPageQuery>;

export const newAppointmentQuery = z.object({
  kind: z.enum(['interview', 'observation']).default('interview'),
  respondent: choice(z.uuid()),
  site: choice(z.string().max(12)),
});
export type NewAppointmentQuery = z.output<typeof newAppointmentQuery>;

/** A slot in an address: `2027-01-12T08:30:00.000Z|<account>`. */
const chosenSlot = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z\|[\da-f-]{36}$/)
  .transform((text) => ({ start: new Date(text.slice(0, 24)), interviewer: text.slice(25) }))
  .refine(({ start }) => isOfThisCentury(start));

/** What was chosen so far; it travels in the address, so that a week further on nothing is lost. */
export const offerQuery = z.object({
  week: choice(date),
  slot: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(chosenSlot).max(40))
    .default([]),
  count: choice(z.coerce.number().int().min(1).max(20)),
  /** The last day on which the respondent can answer. */
  until: choice(date),
  mode: choice(mode),
});
export type OfferQuery = z.output<typeof offerQuery>;

/** What the preview sends on. */
export const offerForm = z.object({
  slot: z.preprocess((value) => [value].flat(), z.array(chosenSlot).min(1).max(40)),
  mode: mode.optional(),
  expiresAt: instant,
});
