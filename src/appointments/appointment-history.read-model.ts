import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { HistoryEntry } from '../respondents/respondent-history.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { AppointmentView } from './appointments.schema.js';

/** What happened to one appointment, from the ledger. */
@Injectable()
export class AppointmentHistory {
  constructor(private readonly em: EntityManager) {}

  /** Newest first. */
  async of(
    { studyId }: Pick<StudyScope, 'studyId'>,
    { id, respondent }: Pick<AppointmentView, 'id' | 'respondent'>,
  ): Promise<readonly HistoryEntry[]> {
    const rows = await this.em.execute<(Omit<HistoryEntry, 'at'> & { at: string })[]>(
      `select e.id, e.at, e.kind, a.name as actor, e.data
       from ledger_entry e left join account a on a.id = e.actor_id
       where e.study_id = ? and e.subject_id in (?, ?) and e.data->>'appointment' = ?
       order by e.at desc, e.id desc limit 200`,
      [studyId, respondent?.id ?? id, id, id],
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  }
}
