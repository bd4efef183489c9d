import { z } from 'zod';

const counts = z.object({
  total: z.int(),
  byRole: z.record(z.string(), z.int()),
  bySite: z.record(z.string(), z.int()),
});

/** As `describeSample` writes it: messages and candidates are sentences in the reader's language. */
export const sampleView = z.object({
  planned: counts,
  stated: z.array(
    z.object({
      source: z.string(),
      unit: z.enum(['interviews', 'persons', 'transcripts']),
      n: z.int(),
      difference: z.int(),
    }),
  ),
  realised: counts.extend({ persons: z.int().optional(), transcripts: z.int().optional() }),
  discrepancies: z.array(
    z.object({ code: z.string(), message: z.string(), candidates: z.array(z.string()) }),
  ),
});
