import { createHash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../../auth/accounts.service.js';
import { Clock } from '../../kernel/time/clock.js';
import type { BusySpan } from '../itip/busy/busy-spans.js';
import { busyWindow } from '../itip/busy/busy-window.js';
import { isFeedUid, ownLookingUids } from '../itip/busy/own-looking-uids.js';
import { readBusy, type BusyReading } from '../itip/busy/read-busy.js';
import type { BusyCalendar } from './busy-calendar.entity.js';
import { inSlices } from './in-slices.js';

/** The busy times of one calendar as of now. */
export interface BusyCopy extends BusyReading {
  readonly coversUntil: Date;
}

/** From the bytes of a calendar to rows: start and end, nothing else. */
@Injectable()
export class BusyTimes {
  constructor(
    private readonly em: EntityManager,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** Throws CalendarUnreadable. Lets requests go before while it reads; to be called outside a transaction. */
  async read(
    { accountId, zone }: Pick<BusyCalendar, 'accountId' | 'zone'>,
    { bytes, charset }: { readonly bytes: Uint8Array; readonly charset?: string | undefined },
  ): Promise<BusyCopy> {
    const window = busyWindow(this.clock.now().getTime());
    const account = await this.accounts.find(accountId);
    const ours = await this.invitationUids(ownLookingUids(bytes));
    const isOwnUid = (uid: string) => isFeedUid(uid) || ours.has(uid.toLowerCase());
    const addresses = account ? [account.email] : [];
    const reading = await inSlices(readBusy(bytes, { window, zone, charset, addresses, isOwnUid }));
    return { ...reading, coversUntil: new Date(window.end) };
  }

  /** Puts the copy in place of the last one, in the caller's transaction and under the lock of the calendar's row. */
  async replace(calendar: BusyCalendar, { spans, skipped, coversUntil }: BusyCopy): Promise<void> {
    const digest = digestOf(spans);
    if (calendar.digest !== digest) await this.write(calendar, spans);
    const now = this.clock.now();
    Object.assign(calendar, { digest, skipped, coversUntil, fetchedAt: now, checkedAt: now });
    Object.assign(calendar, { failures: 0, lastError: null });
  }

  private async write({ id, accountId }: BusyCalendar, spans: readonly BusySpan[]): Promise<void> {
    await this.em.execute('delete from busy_time where calendar_id = ?', [id]);
    const seconds = (at: (span: BusySpan) => number) =>
      `{${spans.map((span) => at(span) / 1_000).join(',')}}`;
    await this.em.execute(
      `insert into busy_time (calendar_id, person_id, starts_at, ends_at)
       select ?, ?, to_timestamp(s), to_timestamp(e) from unnest(?::float8[], ?::float8[]) as span(s, e)`,
      [id, accountId, seconds(({ start }) => start), seconds(({ end }) => end)],
    );
  }

  /** Which of these belong to invitations of ours: the member's own appointments, come back by way of their calendar. */
  private async invitationUids(uids: readonly string[]): Promise<ReadonlySet<string>> {
    if (uids.length === 0) return new Set();
    const found = await this.em.execute<{ uid: string }[]>(
      'select uid from invitation where uid = any(?::text[])',
      [`{${uids.join(',')}}`],
    );
    return new Set(found.map(({ uid }) => uid));
  }
}

const digestOf = (spans: readonly BusySpan[]): string =>
  createHash('sha256')
    .update(spans.map(({ start, end }) => `${start}-${end}`).join())
    .digest('hex');
