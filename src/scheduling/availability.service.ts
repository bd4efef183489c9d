import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/database/new-id.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { dateOfDay, dayOfDate } from '../kernel/time/zone.js';
import type { WeeklyHours } from '../studies/study-parts.js';
import { AvailabilityException } from './availability-exception.entity.js';
import { MemberHasNoBase } from './availability.errors.js';
import type { AvailabilityView } from './availability.schema.js';
import type { MemberInStudy } from './member-access.service.js';

/** Calendar dates, both included. */
export interface DatesToSet {
  readonly date: string;
  readonly until?: string | undefined;
  readonly hours: readonly string[];
}

/** When members of a team work: weekly hours per study, and dates that differ, which hold in every study. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: Ledger,
  ) {}

  async get({ member }: MemberInStudy): Promise<AvailabilityView> {
    const found = await this.exceptions([member.accountId]);
    const exceptions = found.map(({ date, hours }) => ({ date, hours }));
    return { weekly: toView(member.weeklyHours ?? {}), exceptions };
  }

  /** The dates that differ for these accounts, by date. */
  exceptions(accountIds: readonly string[], from?: string): Promise<AvailabilityException[]> {
    const bound = from === undefined ? {} : { date: { $gte: from } };
    return this.em.find(
      AvailabilityException,
      { accountId: { $in: [...accountIds] }, ...bound },
      { orderBy: { date: 1 } },
    );
  }

  /** Both parts as a whole. */
  set(subject: MemberInStudy, { weekly, exceptions }: AvailabilityView): Promise<AvailabilityView> {
    return this.em.transactional(async () => {
      this.assignWeekly(subject, weekly);
      const { accountId } = subject.member;
      await this.em.nativeDelete(AvailabilityException, { accountId });
      const rows = exceptions.map((exception) => ({ ...exception, id: newId(), accountId }));
      if (rows.length > 0) await this.em.insertMany(AvailabilityException, rows);
      this.record(subject, 'availability.replaced', { exceptions: exceptions.length });
      await this.em.flush();
      return this.get(subject);
    });
  }

  async setWeekly(subject: MemberInStudy, weekly: WeeklyHours): Promise<void> {
    await this.em.transactional(async () => {
      this.assignWeekly(subject, weekly);
      this.record(subject, 'availability.weekly-changed', {});
    });
  }

  /**
   * Other hours on a date or on every date until another, or none: days off. In place of what was said of those dates
   * before. Says how many dates that are.
   */
  async setDates(subject: MemberInStudy, { date, until = date, hours }: DatesToSet): Promise<number> {
    const { accountId } = subject.member;
    const dates = datesBetween(date, until);
    await this.em.transactional(async () => {
      const rows = dates.map((day) => ({ id: newId(), accountId, date: day, hours: [...hours] }));
      await this.em.nativeDelete(AvailabilityException, { accountId, date: { $in: dates } });
      await this.em.insertMany(AvailabilityException, rows);
      this.record(subject, 'availability.dates-set', { date, until, hours });
    });
    return dates.length;
  }

  /** The weekly hours hold on this date again. */
  async clearDate(subject: MemberInStudy, date: string): Promise<void> {
    await this.em.transactional(async () => {
      await this.em.nativeDelete(AvailabilityException, { accountId: subject.member.accountId, date });
      this.record(subject, 'availability.date-cleared', { date });
    });
  }

  private assignWeekly({ member }: MemberInStudy, weekly: WeeklyHours): void {
    const works = Object.values(weekly).some((ranges) => ranges && ranges.length > 0);
    if (works && !member.base) throw new MemberHasNoBase();
    // Who never goes into the field has no hours at all, which is not the same as working never.
    if (works || member.weeklyHours) member.weeklyHours = weekly;
  }

  private record({ scope, member }: MemberInStudy, kind: string, data: Record<string, unknown>): void {
    const { studyId, actorId } = scope;
    this.ledger.append({ studyId, kind, actorId, subjectId: member.accountId, data });
  }
}

const toView = (weekly: WeeklyHours): AvailabilityView['weekly'] =>
  Object.fromEntries(Object.entries(weekly).map(([day, ranges]) => [day, [...(ranges ?? [])]]));

function datesBetween(from: string, to: string): string[] {
  const [first, last] = [dayOfDate(from), dayOfDate(to)];
  return Array.from({ length: last - first + 1 }, (_, i) => dateOfDay(first + i));
}
