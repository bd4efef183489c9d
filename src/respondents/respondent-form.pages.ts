import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { editRespondentPage } from '../../templates/pages/respondents/edit-respondent-page.js';
import { newRespondentPage } from '../../templates/pages/respondents/new-respondent-page.js';
import { respondentFormTexts } from '../../templates/pages/respondents/respondent-form.texts.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import type { Language } from '../kernel/text/language.js';
import type { StudyScope } from '../studies/study-scope.js';
import { studyParams } from '../studies/studies.schema.js';
import { readForm, type FormResult, type Given } from '../web/form.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { importTexts } from './domain/import-texts.js';
import { RespondentAccess } from './respondent-access.service.js';
import { RespondentContacts } from './respondent-contacts.service.js';
import { editForm } from './respondent-form.js';
import { RespondentRefused } from './respondents.errors.js';
import { RespondentsReadModel } from './respondents.read-model.js';
import { newRespondent, respondentInStudyParams } from './respondents.schema.js';
import { Respondents } from './respondents.service.js';
import { StudyChoices } from './study-choices.read-model.js';
import { respondentsPath, studyPage } from './study-page.js';

type StudyParams = z.output<typeof studyParams>;
type Params = z.output<typeof respondentInStudyParams>;

/** The forms that add one respondent and change one. */
@Controller('studies/:study/respondents')
export class RespondentFormPages {
  constructor(
    private readonly access: RespondentAccess,
    private readonly readModel: RespondentsReadModel,
    private readonly contacts: RespondentContacts,
    private readonly respondents: Respondents,
    private readonly choices: StudyChoices,
  ) {}

  @Get('new')
  async showNew(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
  ): Promise<PageResult> {
    return this.newPage(await this.access.enter(actor, study, 'change'), languageOf(request));
  }

  @Post()
  async add(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    const language = languageOf(request);
    const form = readForm(newRespondent(importTexts[language]), body, language);
    const done = await submitted({ form, body }, (given) => this.respondents.add(scope, given, language));
    if (!done.ok) return this.newPage(scope, language, done);
    const { pseudonym } = await this.readModel.byId(scope, done.value);
    return saved(study, done.value, respondentFormTexts[language].added(pseudonym));
  }

  @Get(':id/edit')
  async showEdit(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(respondentInStudyParams)) { study, id }: Params,
  ): Promise<PageResult> {
    return this.editPage(await this.access.enter(actor, study, 'change'), id, {
      language: languageOf(request),
    });
  }

  @Post(':id/edit')
  async edit(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(respondentInStudyParams)) { study, id }: Params,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    const language = languageOf(request);
    const { pseudonym, contactId } = await this.readModel.byId(scope, id);
    const form = readForm(editForm(language, { hasContact: contactId !== null }), body, language);
    const done = await submitted({ form, body }, (patch) =>
      this.respondents.change(scope, id, patch, language),
    );
    if (!done.ok) return this.editPage(scope, id, { language, state: done });
    return saved(study, id, respondentFormTexts[language].saved(pseudonym));
  }

  private async newPage(scope: StudyScope, language: Language, state?: FormState): Promise<PageResult> {
    const options = await this.choices.of(scope);
    const view = newRespondentPage({ options, studyLanguage: scope.language, state });
    return studyPage(scope, view, { title: respondentFormTexts[language].newTitle, status: state && 422 });
  }

  private async editPage(
    scope: StudyScope,
    id: string,
    { language, state }: { readonly language: Language; readonly state?: FormState },
  ): Promise<PageResult> {
    const respondent = await this.readModel.byId(scope, id);
    const contacts = await this.contacts.of(scope, [respondent], 'respondent form');
    const view = editRespondentPage({ respondent, contact: contacts.get(id), state });
    const title = respondentFormTexts[language].editTitle(respondent.pseudonym);
    return studyPage(scope, view, { title, status: state && 422 });
  }
}

const saved = (study: string, id: string, message: string): SeeOther =>
  seeOther(respondentsPath(study, `/${id}`), { flash: { kind: 'ok', message } });

type Submitted<Value> = { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & FormState);

/** Does what a good form asks; what the service refuses comes back as faults of the form. */
async function submitted<Input, Value>(
  { form, body }: { readonly form: FormResult<Input>; readonly body: unknown },
  act: (input: Input) => Promise<Value>,
): Promise<Submitted<Value>> {
  if (!form.ok) return form;
  try {
    return { ok: true, value: await act(form.value) };
  } catch (error) {
    if (!(error instanceof RespondentRefused)) throw error;
    return { ok: false, given: body as Given, faults: error.faults };
  }
}
