import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { studyFileSchema, type StudyFile } from './domain/study-file.schema.js';
import { StudyFilePipe } from './parsed-study-file.js';
import { SitesService } from './sites.service.js';
import { StudiesReadModel } from './studies.read-model.js';
import {
  importedStudy,
  sitePatch,
  siteParams,
  siteView,
  studyParams,
  studySummary,
  type SitePatch,
} from './studies.schema.js';
import { MayNotDefineStudies, StudyCodeDiffers } from './studies.errors.js';
import { StudyAccess } from './study-access.service.js';
import { StudyDefinitions } from './study-definitions.service.js';
import { canDefineStudy } from './study.policy.js';

type StudyParams = z.output<typeof studyParams>;

@Controller('api/v1/studies')
export class StudiesController {
  constructor(
    private readonly access: StudyAccess,
    private readonly definitions: StudyDefinitions,
    private readonly studies: StudiesReadModel,
    private readonly sites: SitesService,
  ) {}

  @Get()
  @Returns(200, z.array(studySummary), { summary: 'The studies you have a role in' })
  list(@CurrentActor() actor: Actor) {
    return this.studies.list(actor);
  }

  @Post()
  @Returns(201, importedStudy, { summary: 'Create a study from its file (JSON or YAML)' })
  async create(@CurrentActor() actor: Actor, @Body(new StudyFilePipe()) file: StudyFile) {
    if (!actor.mayCreateStudies) throw new MayNotDefineStudies();
    return this.studies.imported(await this.definitions.create(actor, file), 'owner');
  }

  @Get(':study')
  @Returns(200, studySummary, { summary: 'One study' })
  async get(@CurrentActor() actor: Actor, @Param(parsed(studyParams)) { study }: StudyParams) {
    return this.studies.summary(await this.access.enter(actor, study));
  }

  @Put(':study')
  @Returns(200, importedStudy, { summary: 'Make the study equal to the file' })
  async update(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(new StudyFilePipe()) file: StudyFile,
  ) {
    const scope = await this.access.enter(actor, study);
    if (!canDefineStudy(scope)) throw new MayNotDefineStudies();
    if (file.study.code !== scope.code) throw new StudyCodeDiffers(scope.code, file.study.code);
    return this.studies.imported(await this.definitions.update(scope, file), scope.role);
  }

  @Get(':study/definition')
  @Returns(200, studyFileSchema, { summary: 'The study as its file' })
  async definition(@CurrentActor() actor: Actor, @Param(parsed(studyParams)) { study }: StudyParams) {
    const scope = await this.access.enter(actor, study);
    if (!canDefineStudy(scope)) throw new MayNotDefineStudies();
    return this.definitions.export(scope);
  }

  @Get(':study/sites')
  @Returns(200, z.array(siteView), { summary: 'The sites of a study' })
  async listSites(@CurrentActor() actor: Actor, @Param(parsed(studyParams)) { study }: StudyParams) {
    const sites = await this.sites.list(await this.access.enter(actor, study));
    return sites.map((site) => siteView.parse(site));
  }

  @Patch(':study/sites/:site')
  @Returns(200, siteView, { summary: 'Change the details or the permission of a site' })
  async patchSite(
    @CurrentActor() actor: Actor,
    @Param(parsed(siteParams)) { study, site }: z.output<typeof siteParams>,
    @Body(parsed(sitePatch)) patch: SitePatch,
  ) {
    const scope = await this.access.enter(actor, study);
    if (!canDefineStudy(scope)) throw new MayNotDefineStudies();
    return siteView.parse(await this.sites.patch(scope, site, patch));
  }
}
