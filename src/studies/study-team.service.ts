import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../auth/accounts.service.js';
import { StudyRoles } from '../auth/study-roles.service.js';
import { normaliseAddress } from '../kernel/text/email-address.js';
import type { StudyFileTeamMember } from './domain/study-file.schema.js';
import { OnlyOwnersAppointOwners } from './studies.errors.js';
import type { StudyScope } from './study-scope.js';
import { TeamMember } from './team-member.entity.js';

export interface TeamContact {
  readonly name: string;
  readonly email: string;
}

/** The team of a study: an account for each member, their role, base and weekly hours. */
@Injectable()
export class StudyTeam {
  constructor(
    private readonly em: EntityManager,
    private readonly accounts: Accounts,
    private readonly roles: StudyRoles,
  ) {}

  list(studyId: string): Promise<TeamMember[]> {
    return this.em.find(TeamMember, { studyId }, { orderBy: { position: 1 } });
  }

  /** Whom people outside the team are told to turn to: the first coordinator, else the first member. */
  async contact(studyId: string): Promise<TeamContact> {
    const members = await this.list(studyId);
    const { name, email } = members.find(({ role }) => role === 'coordinator') ?? members[0]!;
    return { name, email };
  }

  /** Nobody makes themselves owner by sending a file: only an owner appoints or dismisses owners. */
  assertMayAppoint(
    scope: StudyScope,
    wanted: readonly StudyFileTeamMember[],
    current: readonly TeamMember[],
  ): void {
    if (scope.role !== 'owner' && ownersIn(wanted) !== ownersIn(current)) throw new OnlyOwnersAppointOwners();
  }

  /**
   * Members who are no longer named lose their role in the study. Whoever owns the study without the file saying so
   * keeps that, and nobody loses their own: a study always has an owner.
   */
  async write(studyId: string, team: readonly StudyFileTeamMember[], actorId: string | null): Promise<void> {
    const stored = new Map((await this.list(studyId)).map((member) => [member.accountId, member]));
    const keepers = await this.keepers(studyId, { stored, actorId });
    const accounts = await this.accounts.ensureAll(team);
    for (const [position, { name, email, role, base, availability }] of team.entries()) {
      const { id: accountId } = accounts.get(normaliseAddress(email))!;
      const columns = { name, email, role, position, base: base ?? null, weeklyHours: availability ?? null };
      const known = stored.get(accountId);
      stored.delete(accountId);
      if (known) this.em.assign(known, columns);
      else this.em.persist(this.em.create(TeamMember, { ...columns, studyId, accountId }));
      if (!keepers.has(accountId)) await this.roles.grant({ studyId, accountId, role }, actorId);
    }
    for (const member of stored.values()) {
      this.em.remove(member);
      if (!keepers.has(member.accountId))
        await this.roles.revoke({ studyId, accountId: member.accountId }, actorId);
    }
  }

  /** Owners whose ownership the file does not decide. */
  private async keepers(
    studyId: string,
    { stored, actorId }: { stored: ReadonlyMap<string, TeamMember>; actorId: string | null },
  ): Promise<ReadonlySet<string>> {
    const owners = (await this.roles.list(studyId)).filter(({ role }) => role === 'owner');
    const ids = owners.map(({ accountId }) => accountId);
    return new Set(ids.filter((id) => id === actorId || stored.get(id)?.role !== 'owner'));
  }
}

const ownersIn = (members: readonly { readonly email: string; readonly role: string }[]): string =>
  members
    .filter(({ role }) => role === 'owner')
    .map(({ email }) => normaliseAddress(email))
    .toSorted()
    .join();
