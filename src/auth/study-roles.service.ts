import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import { StudyRole, type StudyRoleName } from './study-role.entity.js';

export interface StudyRoleGrant {
  readonly studyId: string;
  readonly accountId: string;
  readonly role: StudyRoleName;
}

export interface StudyRoleHolder {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StudyRoleName;
}

/** Who may do what in a study. Commands join the caller's transaction and leave the flush of the ledger to it. */
@Injectable()
export class StudyRoles {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Gives the account this role in place of any other; says whether that changed something. */
  async grant({ studyId, accountId, role }: StudyRoleGrant, actorId: string | null): Promise<boolean> {
    const [changed] = await this.em.execute<{ role: string }[]>(
      `insert into study_role (study_id, account_id, role) values (?, ?, ?)
       on conflict (study_id, account_id) do update set role = excluded.role
       where study_role.role <> excluded.role returning role`,
      [studyId, accountId, role],
    );
    if (!changed) return false;
    await this.mark(accountId);
    this.ledger.append({
      studyId,
      kind: 'study-role.granted',
      actorId,
      subjectId: accountId,
      data: { role },
    });
    return true;
  }

  async revoke(
    { studyId, accountId }: Omit<StudyRoleGrant, 'role'>,
    actorId: string | null,
  ): Promise<boolean> {
    if ((await this.em.nativeDelete(StudyRole, { studyId, accountId })) === 0) return false;
    await this.mark(accountId);
    this.ledger.append({ studyId, kind: 'study-role.revoked', actorId, subjectId: accountId });
    return true;
  }

  /** Everybody with a role in the study, by name. */
  async list(studyId: string): Promise<StudyRoleHolder[]> {
    return this.em.execute<StudyRoleHolder[]>(
      `select a.id as "accountId", a.name, a.email, r.role
       from study_role r join account a on a.id = r.account_id where r.study_id = ? order by a.name, a.id`,
      [studyId],
    );
  }

  /** Who is changed by two imports at once is marked by one of them: waiting could have each wait for the other. */
  private async mark(accountId: string): Promise<void> {
    await this.em.execute(
      `update account set roles_changed_at = ?
        where id = (select id from account where id = ? for no key update skip locked)`,
      [this.clock.now(), accountId],
    );
  }
}
