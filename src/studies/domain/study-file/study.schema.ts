import { z } from 'zod';
import { code, date, line, text, timezone, whole } from './fields.schema.js';

export const subQuestionSchema = z.strictObject({ code, text: text() });

export const studySchema = z.strictObject({
  code,
  title: line(),
  language: z.enum(['nl', 'en']),
  timezone,
  question: text(),
  subQuestions: z.array(subQuestionSchema).max(100),
  fieldwork: z.strictObject({ from: date, to: date }),
  retention: z.strictObject({ contactDataUntil: date, researchDataUntil: date }),
});

export const roleSchema = z.strictObject({
  code,
  name: line(),
  nameEn: line().optional(),
  target: whole(0, 10_000),
});

export const sampleUnit = z.enum(['interviews', 'persons', 'transcripts']);

/** A number of interviews, persons or transcripts that a document states. */
export const statedSampleSchema = z.strictObject({
  source: line(),
  unit: sampleUnit,
  n: whole(0, 100_000),
});
