import { z } from 'zod';
import { siteSchema } from './domain/study-file/sites.schema.js';
import { permissions } from './site.entity.js';

export const studyParams = z.object({ study: z.string().min(1).max(12) });
export const siteParams = studyParams.extend({ site: z.string().min(1).max(12) });

/** What of a site may change outside the study file. */
export const sitePatch = siteSchema
  .pick({ name: true, municipality: true, sizeClass: true, visitAddress: true })
  .extend({ permission: z.enum(permissions) })
  .partial()
  .strict();
export type SitePatch = z.infer<typeof sitePatch>;

export const studySummary = z.object({
  code: z.string(),
  title: z.string(),
  language: z.enum(['nl', 'en']),
  timezone: z.string(),
  question: z.string(),
  subQuestions: z.array(z.object({ code: z.string(), text: z.string() })),
  fieldwork: z.object({ from: z.iso.date(), to: z.iso.date() }),
  role: z.enum(['owner', 'coordinator', 'interviewer', 'observer']),
});

/** A study as it stands after an import, and what the import did. */
export const importedStudy = studySummary.extend({ outcome: z.enum(['created', 'updated', 'unchanged']) });

export const siteView = z.object({
  code: z.string(),
  name: z.string(),
  municipality: z.string(),
  sizeClass: z.enum(['small', 'medium', 'large']),
  visitAddress: siteSchema.shape.visitAddress,
  permission: z.enum(permissions),
});
