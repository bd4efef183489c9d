import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Account } from './account.entity.js';

/** A request that its sender may repeat, and its first answer, sealed; without an answer it is being handled. */
const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  properties: {
    id: idColumn(),
    accountId: () => p.manyToOne(Account).mapToPk().name('account_id').deleteRule('cascade'),
    keyHash: p.blob(),
    /** Hash of method, path and body: the same key with anything else is refused. */
    requestHash: p.blob(),
    /** Until then nobody else handles the request; after that its handler must have died. */
    leasedUntil: instant(),
    sealedAnswer: p.blob().nullable(),
    createdAt: createdAt(),
    expiresAt: instant(),
  },
  uniques: [{ properties: ['accountId', 'keyHash'] }],
  indexes: [{ properties: ['expiresAt'] }],
});
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
