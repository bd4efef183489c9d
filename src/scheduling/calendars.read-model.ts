import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TeamMember } from '../studies/team-member.entity.js';
import { AvailabilityException } from './availability-exception.entity.js';
import type { Interval } from './slots/intervals.js';
import type { InterviewerTime } from './slots/slot-rules.js';
import { parseWallRanges, parseWeeklyHours } from './slots/weekly-hours.js';
import { workingTime, type HoursException } from './slots/working-time.js';

export interface CalendarQuestion {
  readonly studyId: string;
  /** IANA zone of the weekly hours. */
  readonly zone: string;
  readonly range: Interval;
  /** Only these accounts; everybody with weekly hours if left out. */
  readonly interviewers?: readonly string[];
  /** Time that this subject took counts as free: it is about to move. */
  readonly except?: string;
}

interface TakenRow {
  readonly person: string;
  readonly start: number;
  readonly end: number;
  /** Imported from a calendar that the person connected, not planned here. */
  readonly isImported: boolean;
}

/** Working and taken time of people, each range in one query per table whatever the number of people. */
@Injectable()
export class Calendars {
  constructor(private readonly em: EntityManager) {}

  /** Everybody who goes into the field for the study, with working and taken time in the range. */
  async interviewers(question: CalendarQuestion): Promise<readonly InterviewerTime[]> {
    const members = await this.fieldTeam(question);
    const ids = members.map(({ accountId }) => accountId);
    const taken = Map.groupBy(await this.taken(ids, question), ({ person }) => person);
    const exceptions = Map.groupBy(await this.exceptions(ids), ({ accountId }) => accountId);
    return members.map(({ accountId, weeklyHours }) => {
      const busy = taken.get(accountId) ?? [];
      const availability = {
        zone: question.zone,
        weekly: parseWeeklyHours(weeklyHours ?? {}),
        exceptions: (exceptions.get(accountId) ?? []).map(toException),
      };
      return {
        id: accountId,
        working: workingTime(availability, question.range),
        busy,
        // What stands in their own calendar is no appointment of ours, however many there are.
        appointmentStarts: busy.filter(({ isImported }) => !isImported).map(({ start }) => start),
      };
    });
  }

  /**
   * Reserved or held time of these people in the range, in every study, and what they have in calendars of their own.
   * Of the latter, what takes exactly the time of `except` is its copy there, and free with it.
   */
  async taken(people: readonly string[], { range, except }: Pick<CalendarQuestion, 'range' | 'except'>) {
    if (people.length === 0) return [];
    const [ids, from, to] = [`{${people.join(',')}}`, new Date(range.start), new Date(range.end)];
    return this.em.execute<TakenRow[]>(
      `select person, (extract(epoch from starts_at) * 1000)::float8 as start,
              (extract(epoch from ends_at) * 1000)::float8 as end, imported as "isImported"
       from (
         select person_id as person, starts_at, ends_at, false as imported from reservation
         where person_id = any(?::uuid[]) and tstzrange(starts_at, ends_at) && tstzrange(?, ?)
           and subject_id is distinct from ?::uuid
         union all
         select person_id, starts_at, ends_at, true from busy_time b
         where person_id = any(?::uuid[]) and tstzrange(starts_at, ends_at) && tstzrange(?, ?)
           and not exists (
             select 1 from reservation r
             where r.subject_id = ?::uuid and r.person_id = b.person_id
               and r.starts_at = b.starts_at and r.ends_at = b.ends_at)
       ) as taken order by starts_at`,
      [ids, from, to, except ?? null, ids, from, to, except ?? null],
    );
  }

  private fieldTeam({ studyId, interviewers }: CalendarQuestion): Promise<TeamMember[]> {
    const named = interviewers ? { accountId: { $in: [...interviewers] } } : {};
    return this.em.find(
      TeamMember,
      { studyId, weeklyHours: { $ne: null }, ...named },
      { orderBy: { position: 1 } },
    );
  }

  private exceptions(accountIds: readonly string[]): Promise<AvailabilityException[]> {
    return this.em.find(AvailabilityException, { accountId: { $in: [...accountIds] } });
  }
}

function toException({ date, hours }: AvailabilityException): HoursException {
  return hours.length === 0
    ? { date, kind: 'off' }
    : { date, kind: 'instead', ranges: parseWallRanges(hours) };
}
