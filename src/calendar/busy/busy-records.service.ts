import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../../kernel/ledger/ledger.js';
import { Clock } from '../../kernel/time/clock.js';
import { BusyCalendar } from './busy-calendar.entity.js';
import type { BusyOwner } from './busy-owner.js';
import { BusyTimes, type BusyCopy } from './busy-times.service.js';
import { BusyCalendarNotFound, TooManyBusyCalendars } from './busy.errors.js';
import { planNextFetch } from './plan-next-fetch.js';

const MOST_PER_PERSON = 20;

type NewColumns = Pick<BusyCalendar, 'id' | 'kind' | 'label'> &
  Partial<Pick<BusyCalendar, 'host' | 'sealedAddress' | 'etag' | 'lastModified'>>;

/** What is written down when calendars come, change and go. */
@Injectable()
export class BusyRecords {
  constructor(
    private readonly em: EntityManager,
    private readonly times: BusyTimes,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  async assertRoom({ accountId }: BusyOwner): Promise<void> {
    if ((await this.em.count(BusyCalendar, { accountId })) >= MOST_PER_PERSON)
      throw new TooManyBusyCalendars(MOST_PER_PERSON);
  }

  add(owner: BusyOwner, columns: NewColumns, copy: BusyCopy): Promise<string> {
    const { accountId, zone } = owner;
    const now = this.clock.now();
    const nextFetchAt =
      columns.kind === 'address' ? planNextFetch({ now, failures: 0, jitter: Math.random() }) : null;
    return this.em.transactional(async () => {
      const calendar = this.em.create(BusyCalendar, {
        ...columns,
        accountId,
        zone,
        nextFetchAt,
        attemptedAt: now,
      });
      await this.em.persist(calendar).flush();
      await this.times.replace(calendar, copy);
      this.record(owner, calendar, 'busy-calendar.connected');
      return calendar.id;
    });
  }

  /** The file again, perhaps with other times. */
  renew(owner: BusyOwner, id: string, copy: BusyCopy): Promise<string> {
    return this.em.transactional(async () => {
      const calendar = await this.locked(owner, id);
      calendar.zone = owner.zone;
      await this.times.replace(calendar, copy);
      this.record(owner, calendar, 'busy-calendar.renewed');
      return id;
    });
  }

  /** Throws BusyCalendarNotFound. */
  rename(owner: BusyOwner, id: string, label: string): Promise<void> {
    return this.em.transactional(async () => {
      const calendar = await this.locked(owner, id);
      calendar.label = label;
      this.record(owner, calendar, 'busy-calendar.renamed');
    });
  }

  /** With its address and its busy times; the same again changes nothing. */
  disconnect(owner: BusyOwner, id: string): Promise<void> {
    return this.em.transactional(async () => {
      const calendar = await this.em.findOne(BusyCalendar, { id, accountId: owner.accountId });
      if (!calendar) return;
      this.em.remove(calendar);
      this.record(owner, calendar, 'busy-calendar.disconnected');
    });
  }

  private async locked({ accountId }: BusyOwner, id: string): Promise<BusyCalendar> {
    const locking = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const calendar = await this.em.findOne(BusyCalendar, { id, accountId }, locking);
    if (!calendar) throw new BusyCalendarNotFound();
    return calendar;
  }

  /** Not its name: people call calendars after themselves and others. */
  private record({ studyId, actorId, accountId }: BusyOwner, calendar: BusyCalendar, kind: string): void {
    const data = { calendar: calendar.id, kind: calendar.kind };
    this.ledger.append({ studyId, kind, actorId, subjectId: accountId, data });
  }
}
