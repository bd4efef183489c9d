import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Role } from '../studies/role.entity.js';
import { Site } from '../studies/site.entity.js';
import { Study } from '../studies/study.entity.js';
import { ContactDetails } from '../vault/contact-details.entity.js';
import { respondentStatuses, type RespondentStatus } from './respondent-status.js';

/** When a respondent can be interviewed, if they said so; wall times in the study's zone. */
export interface RespondentWindows {
  readonly weekly: Record<string, string[]>;
}

/** In a fact of the ledger: it changed the respondent's status. */
export interface StatusChange {
  readonly from: RespondentStatus;
  readonly to: RespondentStatus;
}

/** A person approached. Research data knows the pseudonym only; who it is stands sealed in the vault. */
const RespondentSchema = defineEntity({
  name: 'Respondent',
  tableName: 'respondent',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    siteId: () => p.manyToOne(Site).mapToPk().name('site_id'),
    roleId: () => p.manyToOne(Role).mapToPk().name('role_id'),
    /** Rises per site and role; the pseudonym is made of all three. */
    number: p.integer(),
    pseudonym: p.string().length(40),
    status: p.enum(respondentStatuses).default('identified'),
    language: p.enum(['nl', 'en'] as const),
    /** How the study found this person, e.g. `gatekeeper`, `register`, `referral`. */
    source: p.string().length(100).nullable(),
    windows: p.json<RespondentWindows>().nullable(),
    contactId: () =>
      p.manyToOne(ContactDetails).mapToPk().name('contact_id').nullable().deleteRule('set null'),
    createdAt: createdAt(),
    updatedAt: instant()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['studyId', 'pseudonym'] }, { properties: ['siteId', 'roleId', 'number'] }],
  indexes: [{ properties: ['studyId', 'status'] }, { properties: ['contactId'] }],
});
export class Respondent extends RespondentSchema.class {
  /** Takes a status that follows from an offer or an appointment, and gives the part of the ledger's fact that says so. */
  become(to: RespondentStatus): StatusChange | Record<string, never> {
    const from = this.status;
    if (from === to) return {};
    this.status = to;
    return { from, to };
  }
}
RespondentSchema.setClass(Respondent);
