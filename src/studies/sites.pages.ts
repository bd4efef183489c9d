import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sitesPage } from '../../templates/pages/studies/sites-page.js';
import { sitesTexts } from '../../templates/pages/studies/sites.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { permissions } from './site.entity.js';
import { SitesService } from './sites.service.js';
import { MayNotDefineStudies } from './studies.errors.js';
import { siteParams, siteView, studyParams } from './studies.schema.js';
import { StudyAccess } from './study-access.service.js';
import { frameOf } from './study-frame.js';
import { canDefineStudy } from './study.policy.js';

const permissionForm = z.object({ permission: z.enum(permissions) });

/** The sites of a study, and whether they give permission. */
@Controller('studies/:study/sites')
export class SitesPages {
  constructor(
    private readonly access: StudyAccess,
    private readonly sites: SitesService,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const sites = (await this.sites.list(scope)).map((site) => siteView.parse(site));
    return page(sitesPage({ code: scope.code, sites, mayChange: canDefineStudy(scope) }), {
      title: sitesTexts[languageOf(request)].title,
      layout: 'app',
      section: 'overview',
      study: frameOf(scope),
    });
  }

  @Post(':site/permission')
  async setPermission(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(siteParams)) { study, site }: z.output<typeof siteParams>,
    @Body(parsed(permissionForm)) { permission }: z.output<typeof permissionForm>,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    if (!canDefineStudy(scope)) throw new MayNotDefineStudies();
    const { name } = await this.sites.patch(scope, site, { permission });
    const message = sitesTexts[languageOf(request)].saved(name);
    return seeOther(`/studies/${scope.code}/sites`, { flash: { kind: 'ok', message } });
  }
}
