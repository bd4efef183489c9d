import { Body, Controller, Get, Header, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { newStudyPage, type StudyFileFormState } from '../../templates/pages/studies/new-study-page.js';
import { studyFileTexts } from '../../templates/pages/studies/study-file.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { readExampleStudy } from './example-files.js';
import { readPostedStudyFile } from './posted-study-file.js';
import { MayNotDefineStudies, StudyCodeTaken } from './studies.errors.js';
import { StudyDefinitions } from './study-definitions.service.js';

/** Making a study from its file. */
@Controller('studies')
export class StudiesPages {
  constructor(private readonly definitions: StudyDefinitions) {}

  @Get('new')
  show(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): PageResult {
    if (!actor.mayCreateStudies) throw new MayNotDefineStudies();
    return this.form(request, { text: '', faults: [] });
  }

  @Get('example.yaml')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="study.yaml"')
  example(): Promise<string> {
    return readExampleStudy();
  }

  @Post()
  async create(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    if (!actor.mayCreateStudies) throw new MayNotDefineStudies();
    const { text, result } = readPostedStudyFile(body);
    if (!result.ok) return this.form(request, { text, faults: result.faults });
    const refused = await this.refusalOf(() => this.definitions.create(actor, result.file));
    if (refused)
      return this.form(request, { text, faults: [], refusal: refused.texts?.[languageOf(request)] });
    const { created } = studyFileTexts[languageOf(request)];
    return seeOther(`/studies/${result.file.study.code}`, { flash: { kind: 'ok', message: created } });
  }

  /** A code that is taken is put right on the page itself, where the file still stands. */
  private refusalOf(work: () => Promise<unknown>): Promise<StudyCodeTaken | undefined> {
    return work().then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof StudyCodeTaken) return error;
        throw error;
      },
    );
  }

  private form(request: FastifyRequest, state: StudyFileFormState): PageResult {
    const { newTitle } = studyFileTexts[languageOf(request)];
    const isRefused = state.faults.length > 0 || state.refusal !== undefined;
    return page(newStudyPage(state), {
      title: newTitle,
      layout: 'app',
      section: 'studies',
      status: isRefused ? 422 : 200,
    });
  }
}
