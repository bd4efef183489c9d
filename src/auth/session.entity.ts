import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Account } from './account.entity.js';

/** A signed-in browser (`web`, by cookie) or script (`api`, by bearer token); only the token's hash is stored. */
const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: idColumn(),
    tokenHash: p.blob().unique(),
    accountId: () => p.manyToOne(Account).mapToPk().name('account_id').deleteRule('cascade'),
    kind: p.enum(['web', 'api'] as const),
    createdAt: createdAt(),
    expiresAt: instant(),
  },
  indexes: [{ properties: ['expiresAt'] }],
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
