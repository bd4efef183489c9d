import { z } from 'zod';

// What of a file can be compared, read as far as it goes: a value of the wrong kind counts as absent, so
// that references are checked in the same pass in which the schema finds that value's fault.
const word = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const words = z.array(word).catch([]);
const counts = z.array(count).catch([]);
const list = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.object(shape).optional().catch(undefined)).optional().catch(undefined);
const group = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);
const keyed = z.record(z.string(), z.unknown()).optional().catch(undefined);

export const outlineSchema = z
  .object({
    study: group({
      subQuestions: list({ code: word }),
      fieldwork: group({ from: word, to: word }),
      retention: group({ contactDataUntil: word }),
    }),
    roles: list({ code: word }),
    sites: list({ code: word, quotas: keyed }),
    interviews: group({ modes: words, reminders: group({ respondent: counts, interviewer: counts }) }),
    observations: group({ durationMinutes: count, meetings: list({ site: word, start: word }) }),
    topicGuide: list({ code: word, subQuestions: words }),
    consent: group({ statements: list({ code: word }) }),
    team: list({ email: word, role: word, base: z.unknown().optional(), availability: keyed }),
    soundingBoard: group({ members: list({ email: word }) }),
  })
  .catch({});

export type Outline = z.infer<typeof outlineSchema>;
