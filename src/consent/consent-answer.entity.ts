import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, instant } from '../kernel/database/columns.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { Study } from '../studies/study.entity.js';
import { ConsentForm } from './consent-form.entity.js';

/** One statement given, refused or withdrawn, and how; appended, never changed: the latest row per statement counts. */
const ConsentAnswerSchema = defineEntity({
  name: 'ConsentAnswer',
  tableName: 'consent_answer',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    respondentId: () => p.manyToOne(Respondent).mapToPk().name('respondent_id').deleteRule('cascade'),
    formId: () => p.manyToOne(ConsentForm).mapToPk().name('form_id'),
    statement: p.string().length(40),
    answer: p.enum(['given', 'refused', 'withdrawn'] as const),
    channel: p.enum(['link', 'paper', 'spoken'] as const),
    recordedById: p.uuid().nullable(),
    at: instant(),
  },
  indexes: [{ properties: ['studyId', 'respondentId', 'at'] }],
});
export class ConsentAnswer extends ConsentAnswerSchema.class {}
ConsentAnswerSchema.setClass(ConsentAnswer);
