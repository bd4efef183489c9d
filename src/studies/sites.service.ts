import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Site } from './site.entity.js';
import { SiteNotFound } from './studies.errors.js';
import type { SitePatch } from './studies.schema.js';
import type { StudyScope } from './study-scope.js';
import { StudyWatchers } from './study-watchers.js';

/** Details and permission of one site. */
@Injectable()
export class SitesService {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: Ledger,
    private readonly watchers: StudyWatchers,
  ) {}

  list(scope: StudyScope): Promise<Site[]> {
    return this.em.find(Site, { studyId: scope.studyId }, { orderBy: { position: 1 } });
  }

  async patch(scope: StudyScope, code: string, patch: SitePatch): Promise<Site> {
    return this.em.transactional(async () => {
      const site = await this.em.findOne(Site, { studyId: scope.studyId, code });
      if (!site) throw new SiteNotFound(code);
      const permissionWas = site.permission;
      this.em.assign(site, patch);
      if (site.permission !== permissionWas) {
        const data = { site: code, from: permissionWas, to: site.permission };
        this.ledger.append({
          studyId: scope.studyId,
          kind: 'site.permission',
          actorId: scope.actorId,
          subjectId: site.id,
          data,
        });
      }
      await this.watchers.tell(scope.studyId);
      return site;
    });
  }
}
