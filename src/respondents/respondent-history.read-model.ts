import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StudyScope } from '../studies/study-scope.js';
import type { RespondentView } from './respondents.read-model.js';

/** One thing that happened to a respondent. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  /** The member of the team who did it; null for the respondent's own link or the program. */
  readonly actor: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const mostEntries = 200;

/** A respondent's history, from the ledger. */
@Injectable()
export class RespondentHistory {
  constructor(private readonly em: EntityManager) {}

  /** Newest first. Of everybody who read the contact details only the last time counts: they are read at every visit. */
  async of(
    { studyId }: Pick<StudyScope, 'studyId'>,
    { id, contactId }: RespondentView,
  ): Promise<readonly HistoryEntry[]> {
    const rows = await this.em.execute<(Omit<HistoryEntry, 'at'> & { at: string })[]>(
      `select e.id, e.at, e.kind, a.name as actor, e.data from (
         (select id, at, kind, actor_id, data from ledger_entry
          where study_id = ? and subject_id = ? order by at desc limit ${mostEntries})
         union all
         (select distinct on (actor_id) id, at, kind, actor_id, data from ledger_entry
          where study_id = ? and subject_id = ? and kind = 'contact.read' order by actor_id, at desc)
       ) e left join account a on a.id = e.actor_id order by e.at desc, e.id desc`,
      [studyId, id, studyId, contactId ?? id],
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  }
}
