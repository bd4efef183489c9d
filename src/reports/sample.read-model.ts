import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { StudiesReadModel, type StudyDesign } from '../studies/studies.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';
import { reconcileSample } from './domain/reconcile-sample.js';
import type { RealisedCount, SampleInput, SampleReconciliation, SampleSite } from './domain/sample.js';

export interface StudySample {
  readonly design: StudyDesign;
  readonly sample: SampleReconciliation;
}

/** Planned, stated and realised numbers of a study. */
@Injectable()
export class SampleReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly studies: StudiesReadModel,
  ) {}

  async of(scope: Pick<StudyScope, 'studyId'>): Promise<StudySample> {
    const design = await this.studies.design(scope);
    const realised = await this.realised(scope);
    return { design, sample: reconcileSample({ ...inputOf(design), realised }) };
  }

  /** Interviews that were held, under the site and the role of who was interviewed. */
  private realised({ studyId }: Pick<StudyScope, 'studyId'>): Promise<RealisedCount[]> {
    return this.em.execute<RealisedCount[]>(
      `select s.code as site, o.code as role, count(*)::int as interviews,
              count(distinct r.id)::int as persons
       from appointment a
       join respondent r on r.id = a.respondent_id
       join site s on s.id = r.site_id
       join role o on o.id = r.role_id
       where a.study_id = ? and a.kind = 'interview' and a.status = 'completed'
       group by s.code, o.code`,
      [studyId],
    );
  }
}

function inputOf({ study, roles, sites, quotas }: StudyDesign): Omit<SampleInput, 'realised'> {
  const roleCodes = new Map(roles.map(({ id, code }) => [id, code]));
  const quotasOf = (siteId: string) =>
    quotas
      .filter((quota) => quota.siteId === siteId)
      .map(({ roleId, target }) => [roleCodes.get(roleId)!, target] as const);
  return {
    roles: roles.map(({ code, name, nameEn, target }) => ({
      code,
      name,
      nameEn: nameEn ?? undefined,
      target,
    })),
    sites: sites.map(({ id, code, name }): SampleSite => ({
      code,
      name,
      quotas: Object.fromEntries(quotasOf(id)),
    })),
    statedSamples: study.statedSamples ?? [],
  };
}
