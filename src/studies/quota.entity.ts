import { defineEntity, p } from '@mikro-orm/core';
import { Role } from './role.entity.js';
import { Site } from './site.entity.js';
import { Study } from './study.entity.js';

/** How many interviews a role needs at a site. */
const QuotaSchema = defineEntity({
  name: 'Quota',
  tableName: 'quota',
  properties: {
    siteId: () => p.manyToOne(Site).mapToPk().name('site_id').primary().deleteRule('cascade'),
    roleId: () => p.manyToOne(Role).mapToPk().name('role_id').primary().deleteRule('cascade'),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    target: p.integer(),
  },
  indexes: [{ properties: ['studyId'] }],
});
export class Quota extends QuotaSchema.class {}
QuotaSchema.setClass(Quota);
