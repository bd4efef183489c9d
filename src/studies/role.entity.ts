import { defineEntity, p } from '@mikro-orm/core';
import { idColumn } from '../kernel/database/columns.js';
import { Study } from './study.entity.js';

/** A stratum of respondents with the number of interviews that the design asks of it. */
const RoleSchema = defineEntity({
  name: 'Role',
  tableName: 'role',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    code: p.string().length(12),
    position: p.integer(),
    name: p.string().length(200),
    nameEn: p.string().length(200).nullable(),
    target: p.integer(),
  },
  uniques: [{ properties: ['studyId', 'code'] }],
});
export class Role extends RoleSchema.class {}
RoleSchema.setClass(Role);
