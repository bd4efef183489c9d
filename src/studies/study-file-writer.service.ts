import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ContactDetails } from '../vault/contact-details.entity.js';
import { Vault } from '../vault/vault.service.js';
import type { StudyFile } from './domain/study-file.schema.js';
import { Quota } from './quota.entity.js';
import { Role } from './role.entity.js';
import { Site } from './site.entity.js';
import { StudySections } from './study-sections.js';
import { StudyTeam } from './study-team.service.js';
import { StudyWatchers } from './study-watchers.js';
import { Study } from './study.entity.js';
import type { StudyScope } from './study-scope.js';

/** Makes stored studies equal to their file. Runs in the caller's transaction. */
@Injectable()
export class StudyFileWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: Vault,
    private readonly team: StudyTeam,
    private readonly sections: StudySections,
    private readonly watchers: StudyWatchers,
  ) {}

  async create(file: StudyFile, actorId: string): Promise<Study> {
    const study = this.em.create(Study, studyColumns(file));
    this.em.persist(study);
    await this.em.flush();
    await this.writeParts(study, file, actorId);
    return study;
  }

  /** Sites and roles that the file no longer names go; the database refuses that when they have respondents. */
  async update(study: Study, file: StudyFile, scope: StudyScope): Promise<void> {
    this.team.assertMayAppoint(scope, file.team, await this.team.list(study.id));
    this.em.assign(study, studyColumns(file));
    await this.writeParts(study, file, scope.actorId);
    await this.watchers.tell(study.id);
  }

  private async writeParts(study: Study, file: StudyFile, actorId: string): Promise<void> {
    const roles = await this.writeRoles(study, file);
    const sites = await this.writeSites(study, file);
    await this.em.flush();
    await this.writeQuotas(study, file, { roles, sites });
    await this.team.write(study.id, file.team, actorId);
    for (const section of this.sections.all()) await section.apply(study, file);
    await this.em.flush();
  }

  private async writeRoles(study: Study, file: StudyFile): Promise<Map<string, Role>> {
    const stored = byCode(await this.em.find(Role, { studyId: study.id }));
    const named = file.roles.map((role, position) => {
      const columns = { ...role, nameEn: role.nameEn ?? null, position };
      const known = stored.get(role.code);
      return known ? this.em.assign(known, columns) : this.em.create(Role, { ...columns, studyId: study.id });
    });
    this.em.persist(named);
    this.em.remove([...stored.values()].filter((role) => !named.includes(role)));
    return byCode(named);
  }

  private async writeSites(study: Study, file: StudyFile): Promise<Map<string, Site>> {
    const stored = byCode(await this.em.find(Site, { studyId: study.id }));
    const named: Site[] = [];
    for (const [position, { gatekeeper, quotas: _quotas, ...site }] of file.sites.entries()) {
      const known = stored.get(site.code);
      const contact = { studyId: study.id, kind: 'gatekeeper', details: gatekeeper } as const;
      const gatekeeperId = await this.vault.put({ ...contact, id: known?.gatekeeperId ?? undefined });
      const columns = { ...site, position, gatekeeperId };
      named.push(
        known ? this.em.assign(known, columns) : this.em.create(Site, { ...columns, studyId: study.id }),
      );
    }
    this.em.persist(named);
    this.removeSites([...stored.values()].filter((site) => !named.includes(site)));
    return byCode(named);
  }

  /** With the details of their gatekeepers, which nobody has a reason to keep any longer. */
  private removeSites(sites: readonly Site[]): void {
    const gatekeepers = sites.flatMap(({ gatekeeperId }) => gatekeeperId ?? []);
    this.em.remove(sites);
    this.em.remove(gatekeepers.map((id) => this.em.getReference(ContactDetails, id)));
  }

  private async writeQuotas(
    study: Study,
    file: StudyFile,
    known: { roles: Map<string, Role>; sites: Map<string, Site> },
  ): Promise<void> {
    await this.em.nativeDelete(Quota, { studyId: study.id });
    const rows = file.sites.flatMap(({ code, quotas }) =>
      Object.entries(quotas).map(([role, target]) => ({
        studyId: study.id,
        siteId: known.sites.get(code)!.id,
        roleId: known.roles.get(role)!.id,
        target,
      })),
    );
    if (rows.length > 0) await this.em.insertMany(Quota, rows);
  }
}

function studyColumns({ study, ...file }: StudyFile) {
  return {
    code: study.code,
    title: study.title,
    language: study.language,
    timezone: study.timezone,
    question: study.question,
    subQuestions: study.subQuestions,
    fieldworkFrom: study.fieldwork.from,
    fieldworkTo: study.fieldwork.to,
    contactDataUntil: study.retention.contactDataUntil,
    researchDataUntil: study.retention.researchDataUntil,
    statedSamples: file.statedSamples ?? null,
    interviews: file.interviews,
    observations: file.observations ?? null,
    topicGuide: file.topicGuide ?? null,
  };
}

function byCode<T extends { code: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.code, row]));
}
