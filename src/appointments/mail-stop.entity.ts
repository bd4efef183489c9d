import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn } from '../kernel/database/columns.js';
import { Study } from '../studies/study.entity.js';

/** A respondent's wish for no more offers and reminders by mail. */
const MailStopSchema = defineEntity({
  name: 'MailStop',
  tableName: 'mail_stop',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    respondentId: p.uuid(),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ['studyId', 'respondentId'] }],
});
export class MailStop extends MailStopSchema.class {}
MailStopSchema.setClass(MailStop);
