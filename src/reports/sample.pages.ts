import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { samplePage } from '../../templates/pages/reports/sample-page.js';
import { sampleTexts } from '../../templates/pages/reports/sample.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import type { Language } from '../kernel/text/language.js';
import { studyParams } from '../studies/studies.schema.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { frameOf } from '../studies/study-frame.js';
import { page, type PageResult } from '../web/page.js';
import { languageOf } from '../web/request-language.js';
import { describeSample } from './domain/sample-sentences.js';
import { SampleReadModel, type StudySample } from './sample.read-model.js';

/** The sample reconciliation: numbers side by side, every disagreement in a sentence. */
@Controller('studies/:study/sample')
export class SamplePages {
  constructor(
    private readonly access: StudyAccess,
    private readonly samples: SampleReadModel,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const language = languageOf(request);
    return page(samplePage(viewOf(await this.samples.of(scope), language)), {
      title: sampleTexts[language].title,
      layout: 'app',
      section: 'sample',
      study: frameOf(scope),
    });
  }
}

function viewOf({ design, sample }: StudySample, language: Language) {
  const { roles, sites, quotas } = design;
  const nameOf = ({ name, nameEn }: { name: string; nameEn?: string | null }) =>
    language === 'en' ? (nameEn ?? name) : name;
  const codes = new Map([...roles, ...sites].map(({ id, code }) => [id, code]));
  return {
    sample: describeSample(sample, language),
    roles: roles.map((role) => ({ code: role.code, label: nameOf(role) })),
    sites: sites.map(({ code, name }) => ({ code, label: name })),
    quotas: quotas.map(({ roleId, siteId, target }) => ({
      role: codes.get(roleId)!,
      site: codes.get(siteId)!,
      target,
    })),
  };
}
