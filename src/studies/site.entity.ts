import { defineEntity, p } from '@mikro-orm/core';
import { idColumn } from '../kernel/database/columns.js';
import { ContactDetails } from '../vault/contact-details.entity.js';
import { Study } from './study.entity.js';
import type { VisitAddress } from './study-parts.js';

export const sizeClasses = ['small', 'medium', 'large'] as const;
export const permissions = ['not-asked', 'asked', 'granted', 'refused'] as const;
export type Permission = (typeof permissions)[number];

/** A case-study site. */
const SiteSchema = defineEntity({
  name: 'Site',
  tableName: 'site',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    code: p.string().length(12),
    position: p.integer(),
    name: p.string().length(200),
    municipality: p.string().length(200),
    sizeClass: p.enum(sizeClasses),
    visitAddress: p.json<VisitAddress>(),
    gatekeeperId: () =>
      p.manyToOne(ContactDetails).mapToPk().name('gatekeeper_id').nullable().deleteRule('set null'),
    permission: p.enum(permissions).default('not-asked'),
  },
  uniques: [{ properties: ['studyId', 'code'] }],
});
export class Site extends SiteSchema.class {}
SiteSchema.setClass(Site);
