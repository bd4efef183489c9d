import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time/clock.js';
import type { Skipped } from '../itip/busy/read-busy.js';
import { BusyCalendar } from './busy-calendar.entity.js';
import type { BusyFault } from './busy-fault.js';
import { BusyCalendarNotFound } from './busy.errors.js';

/** A connected calendar as it is shown: of its address the host, of its entries how many. */
export interface BusyCalendarView {
  readonly id: string;
  readonly kind: 'address' | 'file';
  readonly label: string;
  readonly host: string | null;
  readonly fetchedAt: Date | null;
  readonly checkedAt: Date | null;
  /** How long ago that was. */
  readonly minutesOld: number | null;
  readonly nextFetchAt: Date | null;
  readonly coversUntil: Date | null;
  readonly error: BusyFault | null;
  /** Busy times that are not over yet. */
  readonly upcoming: number;
  readonly skipped: Skipped | null;
}

/** The calendars of one person, for whoever has shown that they may know. */
@Injectable()
export class BusyCalendarsReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** In the order in which they were connected. */
  async list(accountId: string): Promise<readonly BusyCalendarView[]> {
    const calendars = await this.em.find(BusyCalendar, { accountId }, { orderBy: { id: 1 }, refresh: true });
    const counts = await this.upcoming(accountId);
    return calendars.map((calendar) =>
      viewOf(calendar, { upcoming: counts.get(calendar.id) ?? 0, now: this.clock.now() }),
    );
  }

  /** Throws BusyCalendarNotFound also for a calendar of somebody else. */
  async get(accountId: string, id: string): Promise<BusyCalendarView> {
    const found = (await this.list(accountId)).find((calendar) => calendar.id === id);
    if (!found) throw new BusyCalendarNotFound();
    return found;
  }

  private async upcoming(accountId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.em.execute<{ id: string; count: number }[]>(
      `select calendar_id as id, count(*)::int as count from busy_time
       where person_id = ? and tstzrange(starts_at, ends_at) && tstzrange(?, null) group by calendar_id`,
      [accountId, this.clock.now()],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}

function viewOf(
  calendar: BusyCalendar,
  { upcoming, now }: { readonly upcoming: number; readonly now: Date },
): BusyCalendarView {
  const { id, kind, label, host = null, lastError: error = null, skipped = null } = calendar;
  const { fetchedAt = null, checkedAt = null, nextFetchAt = null, coversUntil = null } = calendar;
  const minutesOld = checkedAt && Math.max(0, Math.floor((now.getTime() - checkedAt.getTime()) / 60_000));
  const moments = { fetchedAt, checkedAt, minutesOld, nextFetchAt, coversUntil };
  return { id, kind, label, host, ...moments, error, upcoming, skipped };
}
