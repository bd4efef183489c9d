import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StudyRoleName } from '../../auth/study-role.entity.js';
import { feedParts, type FeedPart, type FeedSubject } from './domain/feed-parts.js';

export interface ReadableFeed {
  readonly name: string;
  readonly parts: readonly FeedPart[];
  /** When its name or the rights of its owner last changed. */
  readonly changedAt: Date;
}

interface Row extends FeedSubject {
  readonly name: string;
  readonly changedAt: Date;
  readonly roles: Readonly<Record<string, StudyRoleName>> | null;
}

/** The name of a calendar whose owner has lost what it showed. */
const NOTHING_LEFT = 'Veldwerk';

/** What a feed may show at this moment: a role is asked for with every read, so that one that was taken counts at once. */
@Injectable()
export class FeedRights {
  constructor(private readonly em: EntityManager) {}

  async of(feedId: string): Promise<ReadableFeed> {
    const [row] = await this.em.execute<[Row]>(
      `select f.kind, f.name, f.owner_id as "ownerId", f.scope_id as "scopeId", f.study_id as "studyId",
              greatest(f.changed_at, a.roles_changed_at, a.disabled_at) as "changedAt",
              (select json_object_agg(r.study_id, r.role order by r.study_id) from study_role r
               where r.account_id = a.id and a.disabled_at is null) as roles
       from feed f left join account a on a.id = f.owner_id where f.id = ?`,
      [feedId],
    );
    const parts = feedParts(row, new Map(Object.entries(row.roles ?? {})));
    const name = parts.length === 0 ? NOTHING_LEFT : row.name;
    return { name, parts, changedAt: new Date(row.changedAt) };
  }
}
