import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StudyRoleName } from '../auth/study-role.entity.js';
import { Clock } from '../kernel/time/clock.js';
import { dateOfDay, zoneClock } from '../kernel/time/zone.js';
import type { TravelBase, WeeklyHours } from '../studies/study-parts.js';
import type { StudyScope } from '../studies/study-scope.js';

export interface TeamMemberView {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StudyRoleName;
  readonly base: TravelBase | null;
  readonly weekly: WeeklyHours | null;
  /** How many dates from today on have other hours than usual. */
  readonly exceptions: number;
  readonly hasPassword: boolean;
}

/** The team of a study with what its page shows, in one query. */
@Injectable()
export class TeamReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** In the order of the study file. */
  list({ studyId, timezone }: StudyScope): Promise<TeamMemberView[]> {
    const today = dateOfDay(zoneClock(timezone).dayAt(this.clock.now().getTime()));
    return this.em.execute<TeamMemberView[]>(
      `select m.account_id as "accountId", m.name, m.email, m.role, m.base, m.weekly_hours as weekly,
              a.password_hash is not null as "hasPassword",
              (select count(*)::int from availability_exception x
               where x.account_id = m.account_id and x.date >= ?) as exceptions
       from team_member m join account a on a.id = m.account_id
       where m.study_id = ? order by m.position`,
      [today, studyId],
    );
  }
}
