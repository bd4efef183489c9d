import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import type { InterviewMode } from '../studies/study-parts.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Study } from '../studies/study.entity.js';
import { TeamMember } from '../studies/team-member.entity.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the planning pages let people choose from. */
export interface PlanningOptions {
  readonly study: Study;
  /** By code. */
  readonly sites: readonly Choice[];
  /** By account; those who go into the field. */
  readonly interviewers: readonly Choice[];
  readonly modes: readonly InterviewMode[];
}

@Injectable()
export class PlanningChoices {
  constructor(private readonly em: EntityManager) {}

  async of({ studyId }: Pick<StudyScope, 'studyId'>): Promise<PlanningOptions> {
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const orderBy = { position: 1 } as const;
    const sites = await this.em.find(Site, { studyId }, { orderBy });
    const team = await this.em.find(TeamMember, { studyId, weeklyHours: { $ne: null } }, { orderBy });
    return {
      study,
      sites: sites.map(({ code, name }) => ({ value: code, label: name })),
      interviewers: team.map(({ accountId, name }) => ({ value: accountId, label: name })),
      modes: interviewRules(study.interviews).modes,
    };
  }
}
