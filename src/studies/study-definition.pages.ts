import { Body, Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { definitionPage, type DefinitionProps } from '../../templates/pages/studies/definition-page.js';
import { studyFileTexts } from '../../templates/pages/studies/study-file.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import type { StudyFile } from './domain/study-file.schema.js';
import { writeStudyFile } from './domain/write-study-file.js';
import { readPostedStudyFile } from './posted-study-file.js';
import { MayNotDefineStudies, StudyCodeDiffers } from './studies.errors.js';
import { studyParams } from './studies.schema.js';
import { StudyAccess } from './study-access.service.js';
import { StudyDefinitions } from './study-definitions.service.js';
import { frameOf } from './study-frame.js';
import { canDefineStudy } from './study.policy.js';
import type { StudyScope } from './study-scope.js';

type StudyParams = z.output<typeof studyParams>;

/** The study file of a study: to look at, download and replace. */
@Controller('studies/:study')
export class StudyDefinitionPages {
  constructor(
    private readonly access: StudyAccess,
    private readonly definitions: StudyDefinitions,
  ) {}

  @Get('definition')
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
  ): Promise<PageResult> {
    const scope = await this.enter(actor, study);
    const text = writeStudyFile(await this.definitions.export(scope));
    return this.page(request, scope, { text, faults: [] });
  }

  @Get('study.yaml')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="study.yaml"')
  @Header('cache-control', 'no-store')
  async download(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
  ): Promise<string> {
    return writeStudyFile(await this.definitions.export(await this.enter(actor, study)));
  }

  /** Shows what the file would change, with the button that does it. */
  @Post('definition/preview')
  async preview(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body() body: unknown,
  ): Promise<PageResult> {
    const scope = await this.enter(actor, study);
    const { text, result } = readPostedStudyFile(body);
    if (!result.ok) return this.page(request, scope, { text, faults: result.faults });
    assertSameStudy(scope, result.file);
    const changes = await this.definitions.preview(scope, result.file);
    return this.page(request, scope, { text, faults: [], changes });
  }

  @Post('definition')
  async update(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.enter(actor, study);
    const { text, result } = readPostedStudyFile(body);
    if (!result.ok) return this.page(request, scope, { text, faults: result.faults });
    assertSameStudy(scope, result.file);
    const { outcome } = await this.definitions.update(scope, result.file);
    const message = studyFileTexts[languageOf(request)][outcome === 'unchanged' ? 'unchanged' : 'updated'];
    return seeOther(`/studies/${scope.code}/definition`, { flash: { kind: 'ok', message } });
  }

  private async enter(actor: Actor, code: string): Promise<StudyScope> {
    const scope = await this.access.enter(actor, code);
    if (!canDefineStudy(scope)) throw new MayNotDefineStudies();
    return scope;
  }

  private page(request: FastifyRequest, scope: StudyScope, props: Omit<DefinitionProps, 'code'>): PageResult {
    return page(definitionPage({ ...props, code: scope.code }), {
      title: studyFileTexts[languageOf(request)].definitionTitle,
      layout: 'app',
      section: 'overview',
      study: frameOf(scope),
      status: props.faults.length > 0 ? 422 : 200,
    });
  }
}

function assertSameStudy(scope: StudyScope, file: StudyFile): void {
  if (file.study.code !== scope.code) throw new StudyCodeDiffers(scope.code, file.study.code);
}
