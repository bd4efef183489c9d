import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, instant } from '../database/columns.js';

/** Append-only: a trigger refuses UPDATE and DELETE. `data` never holds personal data; people are pseudonyms or ids. */
const LedgerEntrySchema = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entry',
  properties: {
    id: idColumn(),
    studyId: p.uuid().nullable(),
    at: instant(),
    kind: p.string().length(60),
    /** The account that did it; null for a respondent's link, a job or a command. */
    actorId: p.uuid().nullable(),
    subjectId: p.uuid().nullable(),
    data: p.json<Record<string, unknown>>(),
  },
  indexes: [{ properties: ['studyId', 'subjectId', 'at'] }, { properties: ['studyId', 'at'] }],
  triggers: [
    {
      name: 'append_only',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'row',
      body: `raise exception 'the ledger is append-only';`,
    },
  ],
});
export class LedgerEntry extends LedgerEntrySchema.class {}
LedgerEntrySchema.setClass(LedgerEntry);
