import { z } from 'zod';
import { languages } from '../kernel/text/language.js';
import { studyParams } from '../studies/studies.schema.js';
import { timeRange, weekday } from '../studies/domain/study-file/fields.schema.js';
import { codeLookup } from './domain/code-lookup.js';
import { importTexts, type ImportTexts } from './domain/import-texts.js';
import { readCell } from './domain/read-cell.js';
import type { RespondentColumn } from './domain/respondent-columns.js';
import { respondentStatuses } from './respondent-status.js';

export const respondentParams = z.object({ id: z.uuid() });
export const respondentInStudyParams = studyParams.extend({ id: z.uuid() });

const flag = z.stringbool({ truthy: ['', 'true', '1', 'yes'], falsy: ['false', '0', 'no'] });
export const importQuery = z.object({ dryRun: flag.default(false) });

export const respondentsQuery = z.object({
  site: z.string().max(12).optional(),
  role: z.string().max(12).optional(),
  status: z.enum(respondentStatuses).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** As a form sends its filters: what was not chosen is empty. */
const chosen = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
export const respondentsPageQuery = z.object({
  site: chosen(z.string().max(12)),
  role: chosen(z.string().max(12)),
  status: chosen(z.enum(respondentStatuses)),
  q: chosen(z.string().max(40)),
  cursor: chosen(z.string().max(200)),
});

const nowhere = codeLookup([]);

/** One field, checked by the rules that hold for a cell of a list, with its words for what is wrong. */
const cell = (column: RespondentColumn, texts: ImportTexts) =>
  z.string().transform((raw, context): string | null => {
    const read = readCell(column, raw, { sites: nowhere, roles: nowhere, texts });
    if ('value' in read) return read.value as string | null;
    context.addIssue({ code: 'custom', message: read.refused });
    return z.NEVER;
  });

const optionalCell = (column: RespondentColumn, texts: ImportTexts) =>
  z.preprocess((value) => value ?? '', cell(column, texts));

const requiredCell = (column: RespondentColumn, texts: ImportTexts) =>
  cell(column, texts).transform((value) => value ?? '');

/** What the vault keeps; null says that there is none. */
export const contactFields = (texts: ImportTexts) => ({
  name: requiredCell('name', texts),
  email: optionalCell('email', texts),
  phone: optionalCell('phone', texts),
  organisation: optionalCell('organisation', texts),
  note: optionalCell('note', texts),
});

/** When somebody can: wall times in the study's zone; a weekday that is left out is no good. */
export const windowsSchema = z.strictObject({
  weekly: z
    .partialRecord(weekday, z.array(timeRange).min(1).max(6))
    .refine((days) => Object.keys(days).length > 0, 'must name a weekday; null means that any time will do'),
});

/** One respondent to add; site and role by code or name. */
export const newRespondent = (texts: ImportTexts) =>
  z.object({
    site: z.string().max(200),
    role: z.string().max(200),
    ...contactFields(texts),
    language: z.enum(languages).optional(),
    source: optionalCell('source', texts),
  });
export type NewRespondentInput = z.output<ReturnType<typeof newRespondent>>;

export const newRespondentBody = newRespondent(importTexts.en).strict();

/** What of a respondent may change; site and role never do, because the pseudonym says them. */
export const respondentPatch = z
  .strictObject({
    contact: z
      .strictObject({
        name: requiredCell('name', importTexts.en),
        email: cell('email', importTexts.en).nullable(),
        phone: cell('phone', importTexts.en).nullable(),
        organisation: cell('organisation', importTexts.en).nullable(),
        note: cell('note', importTexts.en).nullable(),
      })
      .partial(),
    language: z.enum(languages),
    windows: windowsSchema.nullable(),
    status: z.enum(respondentStatuses),
  })
  .partial();
export type RespondentPatch = z.output<typeof respondentPatch>;

const contactView = z.object({
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  organisation: z.string().optional(),
  note: z.string().optional(),
});

const listed = z.object({
  id: z.string(),
  pseudonym: z.string(),
  site: z.string(),
  role: z.string(),
  status: z.enum(respondentStatuses),
  language: z.enum(languages),
  source: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const respondentsPage = z.object({ items: z.array(listed), nextCursor: z.string().nullable() });

export const respondentView = listed.extend({
  windows: windowsSchema.nullable(),
  /** Only for those who may see it. */
  contact: contactView.optional(),
});

export const importedRespondents = z.object({
  imported: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  respondents: z.array(
    listed
      .pick({ pseudonym: true, site: true, role: true, status: true })
      .extend({ id: z.string().optional() }),
  ),
});
