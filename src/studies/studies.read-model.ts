import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { StudyRoleName } from '../auth/study-role.entity.js';
import type { StudyName, StudyNameSource } from '../auth/study-names.js';
import { Quota } from './quota.entity.js';
import { Role } from './role.entity.js';
import { Site } from './site.entity.js';
import { Study } from './study.entity.js';
import type { StudyScope } from './study-scope.js';
import type { ImportedStudy } from './study-definitions.service.js';

export interface StudyDesign {
  readonly study: Study;
  readonly roles: readonly Role[];
  readonly sites: readonly Site[];
  readonly quotas: readonly Quota[];
}

/** Studies as other rooms and pages read them. */
@Injectable()
export class StudiesReadModel implements StudyNameSource {
  constructor(private readonly em: EntityManager) {}

  /** The studies in which the actor has a role, by title. */
  async list(actor: Actor) {
    const studies = await this.em.find(
      Study,
      { id: { $in: [...actor.roles.keys()] } },
      { orderBy: { title: 1 } },
    );
    return studies.map((study) => ({ ...presentStudy(study), role: actor.roles.get(study.id)! }));
  }

  /** The names of these studies, by id. */
  async namesOf(studyIds: readonly string[]): Promise<ReadonlyMap<string, StudyName>> {
    const studies = await this.em.find(
      Study,
      { id: { $in: [...studyIds] } },
      { fields: ['id', 'code', 'title'] },
    );
    return new Map(studies.map(({ id, code, title }) => [id, { code, title }]));
  }

  async summary(scope: StudyScope) {
    return { ...presentStudy(await this.study(scope)), role: scope.role };
  }

  /** What an import left behind, with what it did. */
  async imported({ studyId, outcome }: ImportedStudy, role: StudyRoleName) {
    return { ...presentStudy(await this.study({ studyId })), role, outcome };
  }

  study(scope: Pick<StudyScope, 'studyId'>): Promise<Study> {
    return this.em.findOneOrFail(Study, { id: scope.studyId });
  }

  /** Sites, roles and quotas in the order of the study file. */
  async design(scope: Pick<StudyScope, 'studyId'>): Promise<StudyDesign> {
    const { studyId } = scope;
    const orderBy = { position: 1 } as const;
    return {
      study: await this.study(scope),
      roles: await this.em.find(Role, { studyId }, { orderBy }),
      sites: await this.em.find(Site, { studyId }, { orderBy }),
      quotas: await this.em.find(Quota, { studyId }),
    };
  }
}

export function presentStudy(study: Study) {
  const {
    code,
    title,
    language,
    timezone,
    question,
    subQuestions,
    fieldworkFrom: from,
    fieldworkTo: to,
  } = study;
  return { code, title, language, timezone, question, subQuestions, fieldwork: { from, to } };
}
