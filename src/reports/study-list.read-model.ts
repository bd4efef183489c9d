import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { StudyRoleName } from '../auth/study-role.entity.js';

export interface ListedStudy {
  readonly code: string;
  readonly title: string;
  readonly role: StudyRoleName;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Interviews held, and how many the roles ask for. */
  readonly done: number;
  readonly target: number;
}

interface Row extends Omit<ListedStudy, 'role'> {
  readonly id: string;
}

/** Somebody's studies with how far each is, in one query. */
@Injectable()
export class StudyListReadModel {
  constructor(private readonly em: EntityManager) {}

  /** What starts last comes first. */
  async of(actor: Actor): Promise<readonly ListedStudy[]> {
    const rows = await this.em.execute<Row[]>(
      `select s.id, s.code, s.title, s.fieldwork_from::text as "from", s.fieldwork_to::text as "to",
              (select coalesce(sum(o.target), 0)::int from role o where o.study_id = s.id) as target,
              (select count(*)::int from appointment a
               where a.study_id = s.id and a.kind = 'interview' and a.status = 'completed') as done
       from study s where s.id = any(?::uuid[]) order by s.fieldwork_from desc, s.title`,
      [`{${[...actor.roles.keys()].join(',')}}`],
    );
    return rows.map(({ id, ...study }) => ({ ...study, role: actor.roles.get(id)! }));
  }
}
