import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { dayOfDate, zoneClock, type LocalDate } from '../kernel/time/zone.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canSeeRespondents } from '../studies/study.policy.js';

export interface WeekEntry {
  readonly id: string;
  readonly kind: 'interview' | 'observation' | 'meeting';
  readonly start: Date;
  readonly end: Date;
  /** A respondent's pseudonym, or the title of a meeting; null for an observation visit. */
  readonly name: string | null;
  /** Municipality; null for a meeting. */
  readonly place: string | null;
  /** Name of the team member who goes there; null for a meeting. */
  readonly interviewer: string | null;
  /** Whether somebody declined, or the respondent answered that they may not come. */
  readonly answer: 'confirmed' | 'tentative' | 'declined';
}

export interface WeekQuestion {
  readonly monday: LocalDate;
  /** Account of one interviewer; meetings stay. */
  readonly interviewer?: string | undefined;
}

interface Row extends Omit<WeekEntry, 'start' | 'end'> {
  readonly start: string;
  readonly end: string;
}

const meetings = `
  select m.id, 'meeting' as kind, m.starts_at as start, m.ends_at as "end", m.title as name,
         null::text as place, null::text as interviewer, 'confirmed' as answer
  from meeting m
  where m.study_id = ? and m.status in ('scheduled', 'held') and m.starts_at < ? and m.ends_at > ?`;

const appointments = `
  select a.id, a.kind, a.starts_at, a.ends_at, r.pseudonym, s.municipality, i.name,
         coalesce((
           select case when bool_or(v.answer = 'declined') then 'declined'
                       when bool_or(v.answer = 'tentative' and v.participant_kind = 'respondent') then 'tentative' end
           from invitation v
           where v.study_id = a.study_id and v.subject_id = a.id and v.cancelled_at is null and a.status = 'scheduled'
         ), 'confirmed')
  from appointment a join site s on s.id = a.site_id join account i on i.id = a.interviewer_id
  left join respondent r on r.id = a.respondent_id
  where a.study_id = ? and a.status <> 'cancelled' and a.starts_at < ? and a.ends_at > ?
    and a.interviewer_id = coalesce(?::uuid, a.interviewer_id)`;

/** What stands in the calendar in one week, in one query. */
@Injectable()
export class WeekReadModel {
  constructor(private readonly em: EntityManager) {}

  /** By start. Appointments are for readers who may see respondents; the others see meetings only. */
  async of(scope: StudyScope, { monday, interviewer }: WeekQuestion): Promise<readonly WeekEntry[]> {
    const clock = zoneClock(scope.timezone);
    const day = dayOfDate(monday);
    const bounds = [scope.studyId, new Date(clock.startOfDay(day + 7)), new Date(clock.startOfDay(day))];
    const [sql, values] = canSeeRespondents(scope)
      ? [`${meetings} union all ${appointments}`, [...bounds, ...bounds, interviewer ?? null]]
      : [meetings, bounds];
    const rows = await this.em.execute<Row[]>(`${sql} order by start, id`, values);
    return rows.map((row) => ({ ...row, start: new Date(row.start), end: new Date(row.end) }));
  }
}
