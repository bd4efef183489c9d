import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Study } from '../studies/study.entity.js';

export interface ConsentStatement {
  readonly code: string;
  readonly required: boolean;
  readonly text: string;
  readonly textEn?: string | undefined;
}

/** One version of the statements a respondent is asked to give; a version that was answered is never changed. */
const ConsentFormSchema = defineEntity({
  name: 'ConsentForm',
  tableName: 'consent_form',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    version: p.string().length(20),
    statements: p.json<ConsentStatement[]>(),
    createdAt: createdAt(),
    /** The version used last is the one that is asked. */
    usedSince: instant().onCreate(() => new Date()),
  },
  uniques: [{ properties: ['studyId', 'version'] }],
});
export class ConsentForm extends ConsentFormSchema.class {}
ConsentFormSchema.setClass(ConsentForm);
