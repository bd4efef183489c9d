import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import type { InterviewSettings, Observations, StatedSample, SubQuestion, Topic } from './study-parts.js';

/** One research question with its sub-questions, fieldwork period and settings. Dates are `YYYY-MM-DD` in `timezone`. */
const StudySchema = defineEntity({
  name: 'Study',
  tableName: 'study',
  properties: {
    id: idColumn(),
    code: p.string().length(12).unique(),
    title: p.string().length(200),
    language: p.enum(['nl', 'en'] as const),
    timezone: p.string().length(60),
    question: p.text(),
    subQuestions: p.json<SubQuestion[]>(),
    fieldworkFrom: p.date(),
    fieldworkTo: p.date(),
    contactDataUntil: p.date(),
    researchDataUntil: p.date(),
    statedSamples: p.json<StatedSample[]>().nullable(),
    interviews: p.json<InterviewSettings>(),
    observations: p.json<Observations>().nullable(),
    topicGuide: p.json<Topic[]>().nullable(),
    createdAt: createdAt(),
    updatedAt: instant()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class Study extends StudySchema.class {}
StudySchema.setClass(Study);
