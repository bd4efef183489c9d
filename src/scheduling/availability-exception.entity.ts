import { defineEntity, p } from '@mikro-orm/core';
import { idColumn } from '../kernel/database/columns.js';
import { Account } from '../auth/account.entity.js';

/** A date on which somebody's weekly hours don't hold: other hours, or none (a day off). */
const AvailabilityExceptionSchema = defineEntity({
  name: 'AvailabilityException',
  tableName: 'availability_exception',
  properties: {
    id: idColumn(),
    accountId: () => p.manyToOne(Account).mapToPk().name('account_id').deleteRule('cascade'),
    date: p.date(),
    /** Wall ranges in the study's zone, e.g. `["09:00-12:00"]`; empty for a day off. */
    hours: p.json<string[]>(),
  },
  uniques: [{ properties: ['accountId', 'date'] }],
});
export class AvailabilityException extends AvailabilityExceptionSchema.class {}
AvailabilityExceptionSchema.setClass(AvailabilityException);
