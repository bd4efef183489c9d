import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../../auth/account.entity.js';
import { createdAt, idColumn, instant } from '../../kernel/database/columns.js';
import type { Skipped } from '../itip/busy/read-busy.js';
import type { BusyFault } from './busy-fault.js';

/** A calendar that somebody of the team has connected, so that nothing is planned over what they have in it. */
const BusyCalendarSchema = defineEntity({
  name: 'BusyCalendar',
  tableName: 'busy_calendar',
  properties: {
    id: idColumn(),
    accountId: () => p.manyToOne(Account).mapToPk().name('account_id').deleteRule('cascade'),
    kind: p.enum(['address', 'file'] as const),
    label: p.string().length(80),
    /** All of the address that is ever shown. */
    host: p.string().length(255).nullable(),
    /** The address is a key to somebody's calendar: sealed, and never given back. */
    sealedAddress: p.blob().nullable(),
    /** IANA zone in which floating times and whole days are read. */
    zone: p.string().length(64),
    createdAt: createdAt(),
    /** When the copy was read last. */
    fetchedAt: instant().nullable(),
    /** When the other side last said that the copy is as it should be. */
    checkedAt: instant().nullable(),
    attemptedAt: instant().nullable(),
    /** Null for a file. */
    nextFetchAt: instant().nullable(),
    leasedUntil: instant().nullable(),
    etag: p.string().length(500).nullable(),
    lastModified: p.string().length(500).nullable(),
    /** In a row. */
    failures: p.integer().default(0),
    lastError: p.string().length(40).$type<BusyFault>().nullable(),
    /** Of the busy times, so that the same ones are not written again. */
    digest: p.string().length(64).nullable(),
    /** Until when the copy says who is busy. */
    coversUntil: instant().nullable(),
    skipped: p.json<Skipped>().nullable(),
  },
  indexes: [
    { properties: ['accountId'] },
    {
      name: 'busy_calendar_due',
      expression: `create index "busy_calendar_due" on "busy_calendar" ("next_fetch_at") where "next_fetch_at" is not null`,
    },
  ],
});
export class BusyCalendar extends BusyCalendarSchema.class {}
BusyCalendarSchema.setClass(BusyCalendar);
