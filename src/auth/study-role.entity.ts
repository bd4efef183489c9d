import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.js';

export const studyRoles = ['owner', 'coordinator', 'interviewer', 'observer'] as const;
export type StudyRoleName = (typeof studyRoles)[number];

/** What an account may do in one study. */
const StudyRoleSchema = defineEntity({
  name: 'StudyRole',
  tableName: 'study_role',
  properties: {
    studyId: p.uuid().primary(),
    accountId: () => p.manyToOne(Account).mapToPk().name('account_id').primary().deleteRule('cascade'),
    role: p.enum(studyRoles),
  },
  indexes: [{ properties: ['accountId'] }],
});
export class StudyRole extends StudyRoleSchema.class {}
StudyRoleSchema.setClass(StudyRole);
