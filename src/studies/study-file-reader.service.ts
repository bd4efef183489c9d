import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Vault } from '../vault/vault.service.js';
import type { StudyFile, StudyFileSite, StudyFileTeamMember } from './domain/study-file.schema.js';
import { Quota } from './quota.entity.js';
import { Role } from './role.entity.js';
import { Site } from './site.entity.js';
import type { Study } from './study.entity.js';
import { StudySections } from './study-sections.js';
import { TeamMember } from './team-member.entity.js';

/** Puts a stored study back into the shape of its file. */
@Injectable()
export class StudyFileReader {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: Vault,
    private readonly sections: StudySections,
  ) {}

  async read(study: Study): Promise<StudyFile> {
    const roles = await this.em.find(Role, { studyId: study.id }, { orderBy: { position: 1 } });
    const parts: Partial<StudyFile>[] = [];
    for (const section of this.sections.all()) parts.push(await section.read(study));
    return given({
      version: 1,
      study: studyPart(study),
      roles: roles.map(({ code, name, nameEn, target }) => given({ code, name, nameEn, target })),
      statedSamples: study.statedSamples,
      sites: await this.sites(study, roles),
      interviews: study.interviews,
      observations: study.observations,
      topicGuide: study.topicGuide,
      team: await this.team(study),
      ...Object.assign({}, ...parts),
    }) as unknown as StudyFile;
  }

  private async sites(study: Study, roles: readonly Role[]): Promise<StudyFileSite[]> {
    const sites = await this.em.find(Site, { studyId: study.id }, { orderBy: { position: 1 } });
    const quotas = await this.em.find(Quota, { studyId: study.id });
    const contacts = await this.vault.readMany(
      sites.flatMap(({ gatekeeperId }) => gatekeeperId ?? []),
      { actorId: null, reason: 'study file' },
    );
    const roleCodes = new Map(roles.map(({ id, code }) => [id, code]));
    const quotasBySite = Map.groupBy(quotas, ({ siteId }) => siteId);
    return sites.map(({ id, gatekeeperId, code, name, municipality, sizeClass, visitAddress }) => {
      const gatekeeper = gatekeeperId ? contacts.get(gatekeeperId) : undefined;
      const own = (quotasBySite.get(id) ?? []).map(
        ({ roleId, target }) => [roleCodes.get(roleId)!, target] as const,
      );
      return {
        code,
        name,
        municipality,
        sizeClass,
        visitAddress: visitAddress as StudyFileSite['visitAddress'],
        gatekeeper: { name: gatekeeper?.name ?? '', email: gatekeeper?.email ?? '' },
        quotas: Object.fromEntries(own),
      };
    });
  }

  private async team(study: Study): Promise<StudyFileTeamMember[]> {
    const members = await this.em.find(TeamMember, { studyId: study.id }, { orderBy: { position: 1 } });
    return members.map(({ name, email, role, base, weeklyHours }) =>
      given({ name, email, role, base, availability: weeklyHours }),
    ) as unknown as StudyFileTeamMember[];
  }
}

function studyPart(study: Study): StudyFile['study'] {
  const { code, title, language, timezone, question, subQuestions } = study;
  return {
    code,
    title,
    language,
    timezone,
    question,
    subQuestions,
    fieldwork: { from: study.fieldworkFrom, to: study.fieldworkTo },
    retention: { contactDataUntil: study.contactDataUntil, researchDataUntil: study.researchDataUntil },
  };
}

/** Without the keys that were left out of the file. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null && v !== undefined)) as never;
}
