import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../../kernel/crypto/cipher.js';
import { SealBroken } from '../../kernel/crypto/seal.js';
import { Clock } from '../../kernel/time/clock.js';
import { CalendarUnreadable } from '../itip/busy/read-busy.js';
import { busyWindow } from '../itip/busy/busy-window.js';
import { addressContext } from './address-context.js';
import { BusyCalendar } from './busy-calendar.entity.js';
import { FetchFailed } from './busy-fault.js';
import { BusyTimes, type BusyCopy } from './busy-times.service.js';
import { parseAddress } from './calendar-address.js';
import { CalendarSource } from './calendar-source.js';
import type { Validators } from './fetch-calendar.js';
import { planNextFetch } from './plan-next-fetch.js';

/** Longer than any fetch and reading takes; a process that dies is found out after this. */
const leaseMs = 180_000;
/** Whoever asks twice gets what was fetched just now. */
const restMs = 60_000;
const lanes = 3;
/** A copy that reaches this much less far than it could is fetched again, also when the calendar has not changed. */
const staleMs = 7 * 86_400_000;

/** Of whoever still works on a study. */
const due = `next_fetch_at <= ? and exists (select 1 from study_role r where r.account_id = busy_calendar.account_id)`;

type Outcome =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'copy';
      readonly copy: BusyCopy;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly kind: 'failed'; readonly error: FetchFailed | CalendarUnreadable };

/** Keeps the copies of connected calendars up to date, in any number of processes at once. */
@Injectable()
export class BusyRefresh {
  constructor(
    private readonly em: EntityManager,
    private readonly source: CalendarSource,
    private readonly times: BusyTimes,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** Fetches whatever is due; resolves when nothing is. */
  async refreshDue(): Promise<void> {
    const runs = await Promise.allSettled(Array.from({ length: lanes }, () => this.runLane()));
    const broken = runs.find((run) => run.status === 'rejected');
    if (broken) throw broken.reason;
  }

  /** Fetches one calendar now, unless that was done within the last minute or is being done. Says whether it did. */
  async refreshNow(id: string): Promise<boolean> {
    const now = this.clock.now();
    const rest = new Date(now.getTime() - restMs);
    const [claimed] = await this.claim('id = ? and (attempted_at is null or attempted_at <= ?)', [id, rest]);
    if (!claimed) return false;
    await this.refresh(claimed);
    return true;
  }

  private async runLane(): Promise<void> {
    for (;;) {
      const [id] = await this.claim(due, [this.clock.now()]);
      if (!id) return;
      await this.refresh(id);
    }
  }

  /** Takes the calendar that has waited longest among those that nobody holds. */
  private async claim(which: string, values: readonly unknown[]): Promise<readonly string[]> {
    const now = this.clock.now();
    const rows = await this.em.fork().execute<{ id: string }[]>(
      `update busy_calendar set leased_until = ?, attempted_at = ? where id in (
         select id from busy_calendar
          where kind = 'address' and ${which} and (leased_until is null or leased_until <= ?)
          order by next_fetch_at limit 1 for update skip locked)
       returning id`,
      [new Date(now.getTime() + leaseMs), now, ...values, now],
    );
    return rows.map(({ id }) => id);
  }

  /** The network comes first, with no transaction open; then the outcome is written down at once. */
  private async refresh(id: string): Promise<void> {
    const calendar = await this.em.fork().findOne(BusyCalendar, { id });
    if (calendar) await this.settle(id, await this.fetch(calendar));
  }

  private async fetch(calendar: BusyCalendar): Promise<Outcome> {
    try {
      const fetched = await this.source.fetch(this.addressOf(calendar), this.validatorsOf(calendar));
      if (fetched === 'unchanged') return { kind: 'unchanged' };
      const { etag, lastModified } = fetched;
      return { kind: 'copy', copy: await this.times.read(calendar, fetched), etag, lastModified };
    } catch (error) {
      if (error instanceof FetchFailed || error instanceof CalendarUnreadable)
        return { kind: 'failed', error };
      throw error;
    }
  }

  private addressOf({ id, sealedAddress }: BusyCalendar) {
    try {
      return parseAddress(this.cipher.open('calendar', addressContext(id), sealedAddress!).toString('utf8'));
    } catch (error) {
      // Sealed with another SECRET_KEY: whoever connected it has to do so again.
      if (error instanceof SealBroken) throw new FetchFailed('address-unreadable');
      throw error;
    }
  }

  /** None when the copy ends too soon: then it has to come again, changed or not. */
  private validatorsOf({ etag = null, lastModified = null, coversUntil }: BusyCalendar): Validators {
    const { end } = busyWindow(this.clock.now().getTime());
    const isStale = !coversUntil || coversUntil.getTime() < end - staleMs;
    return isStale ? { etag: null, lastModified: null } : { etag, lastModified };
  }

  /** What failed keeps the last good copy. */
  private async settle(id: string, outcome: Outcome): Promise<void> {
    await this.em.transactional(async () => {
      const locking = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      const calendar = await this.em.findOne(BusyCalendar, { id }, locking);
      // Disconnected in the meantime.
      if (!calendar) return;
      const now = this.clock.now();
      if (outcome.kind === 'copy') {
        const { etag, lastModified } = outcome;
        await this.times.replace(calendar, outcome.copy);
        Object.assign(calendar, { etag, lastModified });
      } else if (outcome.kind === 'unchanged') {
        Object.assign(calendar, { checkedAt: now, failures: 0, lastError: null });
      } else {
        calendar.failures += 1;
        calendar.lastError = outcome.error.fault;
      }
      const retryAfter =
        outcome.kind === 'failed' && 'retryAfter' in outcome.error ? outcome.error.retryAfter : 0;
      const { failures } = calendar;
      calendar.nextFetchAt = planNextFetch({ now, failures, retryAfter, jitter: Math.random() });
      calendar.leasedUntil = null;
    });
  }
}
