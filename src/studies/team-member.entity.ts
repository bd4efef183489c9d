import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../auth/account.entity.js';
import { studyRoles } from '../auth/study-role.entity.js';
import { idColumn } from '../kernel/database/columns.js';
import { Study } from './study.entity.js';
import type { TravelBase, WeeklyHours } from './study-parts.js';

/** A member of the study's team with working hours: `{ monday: ["09:00-17:00"] }`, wall times in the study's zone. */
const TeamMemberSchema = defineEntity({
  name: 'TeamMember',
  tableName: 'team_member',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    accountId: () => p.manyToOne(Account).mapToPk().name('account_id'),
    position: p.integer(),
    name: p.string().length(200),
    /** As it stands in the study file; the account's own is lower case. */
    email: p.string().length(254),
    role: p.enum(studyRoles),
    base: p.json<TravelBase>().nullable(),
    weeklyHours: p.json<WeeklyHours>().nullable(),
  },
  uniques: [{ properties: ['studyId', 'accountId'] }],
  indexes: [{ properties: ['accountId'] }],
});
export class TeamMember extends TeamMemberSchema.class {}
TeamMemberSchema.setClass(TeamMember);
