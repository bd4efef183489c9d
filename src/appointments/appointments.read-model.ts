import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../kernel/text/language.js';
import type { InterviewMode, VisitAddress } from '../studies/study-parts.js';
import type { StudyScope } from '../studies/study-scope.js';
import { placeOf } from './appointment-place.js';
import type { AppointmentStatus } from './appointment-status.js';
import type { AppointmentView } from './appointments.schema.js';

export interface AppointmentFilter {
  readonly id?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** A site's code. */
  readonly site?: string | undefined;
  /** An interviewer or respondent. */
  readonly person?: string | undefined;
  readonly status?: AppointmentStatus | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly kind: 'interview' | 'observation';
  readonly status: AppointmentStatus;
  readonly start: string;
  readonly end: string;
  readonly mode: InterviewMode;
  readonly place: string | null;
  readonly reason: string | null;
  readonly site: string;
  readonly siteName: string;
  readonly visitAddress: VisitAddress;
  readonly respondentId: string | null;
  readonly pseudonym: string | null;
  readonly interviewerId: string;
  readonly interviewer: string;
  readonly participants: AppointmentView['participants'];
}

/** Appointments as lists and pages show them: one query, whatever the number of rows. */
@Injectable()
export class AppointmentsReadModel {
  constructor(private readonly em: EntityManager) {}

  /** By start; the cursor continues after the last one shown. */
  async list(scope: StudyScope, filter: AppointmentFilter, language: Language = scope.language) {
    const limit = filter.limit ?? 100;
    const rows = await this.rows(scope, { ...filter, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last ? `${last.start}_${last.id}` : null;
    return { items: shown.map((row) => present(row, language)), nextCursor };
  }

  async one(
    scope: StudyScope,
    id: string,
    language: Language = scope.language,
  ): Promise<AppointmentView | null> {
    const [row] = await this.rows(scope, { id, limit: 1 });
    return row ? present(row, language) : null;
  }

  private rows({ studyId }: StudyScope, filter: AppointmentFilter): Promise<Row[]> {
    const [afterStart, afterId] = filter.cursor?.split('_') ?? [];
    const conditions: [string, unknown[]][] = [
      ['a.study_id = ?', [studyId]],
      ...when(filter.id, 'a.id = ?'),
      ...when(filter.from, 'a.ends_at > ?'),
      ...when(filter.to, 'a.starts_at < ?'),
      ...when(filter.site, 's.code = ?'),
      ...when(filter.status, 'a.status = ?'),
      ...when(filter.person, '? in (a.interviewer_id, a.respondent_id)'),
      ...(afterId ? [['(a.starts_at, a.id) > (?, ?)', [afterStart, afterId]] as [string, unknown[]]] : []),
    ];
    const where = conditions.map(([sql]) => sql).join(' and ');
    const values = conditions.flatMap(([, value]) => value);
    return this.em.execute<Row[]>(`${selectRows} where ${where} order by a.starts_at, a.id limit ?`, [
      ...values,
      filter.limit,
    ]);
  }
}

const selectRows = `
  select a.id, a.kind, a.status, a.mode, a.place, a.cancel_reason as reason,
         to_char(a.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as start,
         to_char(a.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "end",
         s.code as site, s.name as "siteName", s.visit_address as "visitAddress",
         a.respondent_id as "respondentId", r.pseudonym,
         a.interviewer_id as "interviewerId", i.name as interviewer,
         (select coalesce(json_agg(json_build_object(
                   'kind', v.participant_kind, 'answer', v.answer, 'sequence', v.sequence,
                   'answeredAt', to_char(v.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                   'answeredBy', v.answered_by
                 ) order by v.created_at), '[]')
            from invitation v where v.study_id = a.study_id and v.subject_id = a.id and v.cancelled_at is null
         ) as participants
  from appointment a
  join site s on s.id = a.site_id
  join account i on i.id = a.interviewer_id
  left join respondent r on r.id = a.respondent_id`;

function when(value: unknown, condition: string): [string, unknown[]][] {
  return value === undefined ? [] : [[condition, [value]]];
}

function present(row: Row, language: Language): AppointmentView {
  const { id, kind, status, start, end, mode, participants, site, siteName, reason } = row;
  const place = placeOf(row, { name: row.siteName, visitAddress: row.visitAddress }, language);
  const respondent = row.respondentId ? { id: row.respondentId, pseudonym: row.pseudonym! } : null;
  const interviewer = { id: row.interviewerId, name: row.interviewer };
  const facts = { id, kind, status, start, end, site, siteName, mode, place, reason };
  return { ...facts, respondent, interviewer, participants };
}
