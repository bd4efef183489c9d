import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';

export const contactKinds = ['respondent', 'gatekeeper', 'board-member'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Name, address, phone and notes of one person, sealed. Nothing else in the database says who somebody is. */
const ContactDetailsSchema = defineEntity({
  name: 'ContactDetails',
  tableName: 'contact_details',
  properties: {
    id: idColumn(),
    studyId: p.uuid(),
    kind: p.enum(contactKinds),
    sealed: p.blob(),
    /** Keyed hash of the mail address within the study; null without an address. */
    emailIndex: p.blob().nullable(),
    createdAt: createdAt(),
    updatedAt: instant()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
  indexes: [
    { properties: ['studyId', 'kind', 'emailIndex'] },
    {
      // One address is one respondent; a gatekeeper may open the gate of several sites.
      name: 'contact_details_respondent_email',
      expression: `create unique index "contact_details_respondent_email" on "contact_details" ("study_id", "email_index") where "kind" = 'respondent'`,
    },
  ],
});
export class ContactDetails extends ContactDetailsSchema.class {}
ContactDetailsSchema.setClass(ContactDetails);
