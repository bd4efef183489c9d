import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { importPage } from '../../templates/pages/respondents/import-page.js';
import { importPreviewPage } from '../../templates/pages/respondents/import-preview-page.js';
import { importPageTexts } from '../../templates/pages/respondents/import.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import type { Language } from '../kernel/text/language.js';
import { studyParams } from '../studies/studies.schema.js';
import type { StudyScope } from '../studies/study-scope.js';
import { uploadedFile } from '../web/multipart.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { refuseBySize } from './domain/decode-csv.js';
import { fileFault } from './domain/import-fault.js';
import { importTexts } from './domain/import-texts.js';
import { RespondentAccess } from './respondent-access.service.js';
import { RespondentImport } from './respondent-import.service.js';
import { ImportRefused } from './respondents.errors.js';
import { StudyChoices } from './study-choices.read-model.js';
import { respondentsPath, studyPage } from './study-page.js';

type StudyParams = z.output<typeof studyParams>;

const listForm = z.object({ file: uploadedFile, text: z.string().default('') });
type ListForm = z.output<typeof listForm>;
const confirmation = z.object({ content: z.base64() });

/** Step 1 shows what a list would do, step 2 does it; between the two, only the browser keeps the list. */
@Controller('studies/:study/respondents/import')
export class RespondentImportPages {
  constructor(
    private readonly access: RespondentAccess,
    private readonly imports: RespondentImport,
    private readonly choices: StudyChoices,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
  ): Promise<PageResult> {
    return this.form(await this.access.enter(actor, study, 'change'), languageOf(request));
  }

  @Post()
  async preview(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(listForm)) given: ListForm,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study, 'change');
    const language = languageOf(request);
    return this.orFaults(scope, language, () => this.outcome(scope, given, language));
  }

  @Post('confirm')
  async confirm(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(confirmation)) { content }: z.output<typeof confirmation>,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    const language = languageOf(request);
    return this.orFaults(scope, language, async () => {
      const bytes = Buffer.from(content, 'base64');
      const { imported, changed } = await this.imports.import(scope, bytes, { dryRun: false, language });
      const message = importPageTexts[language].done(imported, changed);
      return seeOther(respondentsPath(study), { flash: { kind: 'ok', message } });
    });
  }

  private async outcome(scope: StudyScope, given: ListForm, language: Language): Promise<PageResult> {
    const bytes = bytesOf(given, language);
    if (!bytes) return this.form(scope, language, { nothingGiven: true });
    const outcome = await this.imports.import(scope, bytes, { dryRun: true, language });
    const options = await this.choices.of(scope);
    const view = importPreviewPage({ outcome, options, content: bytes.toString('base64') });
    return studyPage(scope, view, { title: importPageTexts[language].preview });
  }

  private async orFaults<Result>(
    scope: StudyScope,
    language: Language,
    act: () => Promise<Result>,
  ): Promise<Result | PageResult> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      return this.form(scope, language, { faults: error.importFaults });
    }
  }

  private async form(
    scope: StudyScope,
    language: Language,
    { faults, nothingGiven }: { faults?: ImportRefused['importFaults']; nothingGiven?: true } = {},
  ): Promise<PageResult> {
    const texts = importPageTexts[language];
    const state = nothingGiven && { faults: [{ path: 'file', message: texts.nothingGiven }] };
    const view = importPage({ options: await this.choices.of(scope), faults, state });
    return studyPage(scope, view, { title: texts.title, status: faults || nothingGiven ? 422 : 200 });
  }
}

/** The chosen file, else the pasted text; undefined when there is neither. Throws ImportRefused for a file too large. */
function bytesOf({ file, text }: ListForm, language: Language): Buffer | undefined {
  if (!file) return text.trim() === '' ? undefined : Buffer.from(text);
  const refused = refuseBySize(file.size, importTexts[language]);
  if (refused) throw new ImportRefused([fileFault(refused)]);
  return file.bytes;
}
