import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { StudyAccess } from '../studies/study-access.service.js';
import type { StudyScope } from '../studies/study-scope.js';
import { TeamMember } from '../studies/team-member.entity.js';
import { canSetAvailability } from './availability.policy.js';
import { MayNotSeeAvailability, MemberNotFound, WhichStudy } from './availability.errors.js';

export interface MemberInStudy {
  readonly scope: StudyScope;
  readonly member: TeamMember;
}

/** May this reader set when this member works, and in which study is that? */
@Injectable()
export class MemberAccess {
  constructor(
    private readonly em: EntityManager,
    private readonly access: StudyAccess,
  ) {}

  /**
   * `memberId` is an account's id. Without a study's code the one study that both belong to is meant. Throws
   * MemberNotFound, WhichStudy or MayNotSeeAvailability.
   */
  async enter(actor: Actor, memberId: string, studyCode?: string): Promise<MemberInStudy> {
    const scope = studyCode === undefined ? undefined : await this.access.enter(actor, studyCode);
    const studyIds = scope ? [scope.studyId] : [...actor.roles.keys()];
    const [member, other] = await this.em.find(TeamMember, {
      accountId: memberId,
      studyId: { $in: studyIds },
    });
    if (!member) throw new MemberNotFound();
    if (other) throw new WhichStudy();
    const entered = scope ?? (await this.access.enterById(actor, member.studyId));
    if (!canSetAvailability(entered, memberId)) throw new MayNotSeeAvailability();
    return { scope: entered, member };
  }
}
