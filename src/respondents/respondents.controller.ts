import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { studyParams } from '../studies/studies.schema.js';
import { CsvBodyPipe } from './csv-body.js';
import { presentPage, presentRespondent } from './present-respondent.js';
import { RespondentAccess } from './respondent-access.service.js';
import { RespondentContacts } from './respondent-contacts.service.js';
import { RespondentImport } from './respondent-import.service.js';
import { RespondentsReadModel } from './respondents.read-model.js';
import {
  importedRespondents,
  importQuery,
  newRespondentBody,
  respondentParams,
  respondentPatch,
  respondentsPage,
  respondentsQuery,
  respondentView,
} from './respondents.schema.js';
import { Respondents } from './respondents.service.js';

type StudyParams = z.output<typeof studyParams>;
type RespondentParams = z.output<typeof respondentParams>;

@Controller('api/v1')
export class RespondentsController {
  constructor(
    private readonly access: RespondentAccess,
    private readonly readModel: RespondentsReadModel,
    private readonly contacts: RespondentContacts,
    private readonly respondents: Respondents,
    private readonly imports: RespondentImport,
  ) {}

  @Post('studies/:study/respondents/import')
  @Returns(200, importedRespondents, { summary: 'Import respondents from a CSV file: all of it or nothing' })
  async import(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Query(parsed(importQuery)) { dryRun }: z.output<typeof importQuery>,
    @Body(new CsvBodyPipe()) bytes: Buffer,
  ) {
    const scope = await this.access.enter(actor, study, 'change');
    return this.imports.import(scope, bytes, { dryRun, language: 'en' });
  }

  @Get('studies/:study/respondents')
  @Returns(200, respondentsPage, { summary: 'The respondents of a study by pseudonym, a page at a time' })
  async list(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Query(parsed(respondentsQuery)) { limit, cursor, ...filter }: z.output<typeof respondentsQuery>,
  ) {
    const scope = await this.access.enter(actor, study, 'see');
    return presentPage(await this.readModel.list(scope, filter, { limit, cursor }));
  }

  @Post('studies/:study/respondents')
  @Returns(201, respondentView, { summary: 'Add one respondent' })
  async add(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(newRespondentBody)) given: z.output<typeof newRespondentBody>,
  ) {
    const scope = await this.access.enter(actor, study, 'change');
    return this.show(actor, { id: await this.respondents.add(scope, given, 'en') });
  }

  @Get('respondents/:id')
  @Returns(200, respondentView, { summary: 'One respondent; contact details for those who may see them' })
  async show(@CurrentActor() actor: Actor, @Param(parsed(respondentParams)) { id }: RespondentParams) {
    const scope = await this.access.enterById(actor, id, 'see');
    const respondent = await this.readModel.byId(scope, id);
    const contacts = await this.contacts.of(scope, [respondent], 'respondent by API');
    return presentRespondent(respondent, contacts.get(id));
  }

  @Patch('respondents/:id')
  @Returns(200, respondentView, { summary: 'Change contact details, language, windows or status' })
  async change(
    @CurrentActor() actor: Actor,
    @Param(parsed(respondentParams)) { id }: RespondentParams,
    @Body(parsed(respondentPatch)) patch: z.output<typeof respondentPatch>,
  ) {
    const scope = await this.access.enterById(actor, id, 'change');
    await this.respondents.change(scope, id, patch);
    return this.show(actor, { id });
  }
}
