import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';

/** Somebody of the research team who can sign in. Its id is also the person whose time the reservations hold. */
const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: idColumn(),
    /** Lower case. */
    email: p.string().length(254).unique(),
    name: p.string().length(200),
    language: p.enum(['nl', 'en'] as const).default('nl'),
    /** argon2id; null until the account's own link has set one. */
    passwordHash: p.string().length(200).nullable(),
    mayCreateStudies: p.boolean().default(false),
    createdAt: createdAt(),
    disabledAt: instant().nullable(),
    /** When a role in any study was last given or taken; null before the first. */
    rolesChangedAt: instant().nullable(),
  },
});
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
