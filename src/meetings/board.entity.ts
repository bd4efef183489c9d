import { defineEntity, p } from '@mikro-orm/core';
import { Study } from '../studies/study.entity.js';

/** The sounding board of a study that has one. */
const BoardSchema = defineEntity({
  name: 'Board',
  tableName: 'board',
  properties: {
    studyId: () => p.oneToOne(Study).owner().mapToPk().name('study_id').deleteRule('cascade').primary(),
    name: p.string().length(200),
  },
});
export class Board extends BoardSchema.class {}
BoardSchema.setClass(Board);
