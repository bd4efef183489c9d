import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, instant } from '../kernel/database/columns.js';
import { Study } from '../studies/study.entity.js';
import { ContactDetails } from '../vault/contact-details.entity.js';

/** An expert of the sounding board; name and address stand sealed in the vault. */
const BoardMemberSchema = defineEntity({
  name: 'BoardMember',
  tableName: 'board_member',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    position: p.integer(),
    expertise: p.string().length(200).nullable(),
    language: p.enum(['nl', 'en'] as const),
    contactId: () =>
      p.manyToOne(ContactDetails).mapToPk().name('contact_id').nullable().deleteRule('set null'),
    leftAt: instant().nullable(),
  },
  indexes: [{ properties: ['studyId', 'position'] }],
});
export class BoardMember extends BoardMemberSchema.class {}
BoardMemberSchema.setClass(BoardMember);
