import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { agendaItemPage } from '../../templates/pages/meetings/agenda-item-page.js';
import { meetingPage } from '../../templates/pages/meetings/meeting-page.js';
import { meetingsTexts } from '../../templates/pages/meetings/meetings.texts.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import type { StudyScope } from '../studies/study-scope.js';
import { studyParams } from '../studies/studies.schema.js';
import { readForm } from '../web/form.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import type { Submitted } from '../web/submit-form.js';
import { boardPage, meetingPath } from './board-page.js';
import { editAgenda, type AgendaEdit } from './domain/edit-agenda.js';
import { MeetingAccess } from './meeting-access.service.js';
import { agendaItemForm, moveForm, versionForm } from './meeting-form.js';
import { AgendaItemNotFound } from './meetings.errors.js';
import { MeetingsReadModel } from './meetings.read-model.js';
import { meetingParams, type AgendaItemInput } from './meetings.schema.js';
import { Meetings } from './meetings.service.js';
import { submitMeetingForm } from './submit-meeting-form.js';

const params = z.object({ ...studyParams.shape, ...meetingParams.shape });
const itemParams = params.extend({ item: z.uuid() });
type Params = z.output<typeof params>;
type ItemParams = z.output<typeof itemParams>;

/** The agenda, item by item. Each step says which version it was made on, so that nobody's work is overwritten. */
@Controller('studies/:study/board/meetings/:id/items')
export class AgendaPages {
  constructor(
    private readonly access: MeetingAccess,
    private readonly views: MeetingsReadModel,
    private readonly meetings: Meetings,
  ) {}

  @Get('new')
  async showNew(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
  ): Promise<PageResult> {
    return this.form(request, await this.access.enterStudyToConvene(actor, study), { id });
  }

  @Post()
  async add(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(params)) { study, id }: Params,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(agendaItemForm, body, language);
    const done = await submitMeetingForm({ form, body, language }, ({ version, item }) =>
      this.edit(scope, { id, version }, { do: 'add', item }),
    );
    return done.ok ? seeOther(meetingPath(study, id, '#agenda')) : this.form(request, scope, { id, ...done });
  }

  @Get(':item')
  async showItem(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(itemParams)) { study, id, item }: ItemParams,
  ): Promise<PageResult> {
    return this.form(request, await this.access.enterStudyToConvene(actor, study), { id, item });
  }

  @Post(':item')
  async replace(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(itemParams)) { study, id, item: itemId }: ItemParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(agendaItemForm, body, language);
    const done = await submitMeetingForm({ form, body, language }, ({ version, item }) =>
      this.edit(scope, { id, version }, { do: 'replace', item: { ...item, id: itemId } }),
    );
    if (done.ok) return seeOther(meetingPath(study, id, '#agenda'));
    return this.form(request, scope, { id, item: itemId, ...done });
  }

  @Post(':item/remove')
  async remove(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(itemParams)) { study, id, item }: ItemParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(versionForm, body, language);
    const done = await submitMeetingForm({ form, body, language }, ({ version }) =>
      this.edit(scope, { id, version }, { do: 'remove', id: item }),
    );
    return this.agenda(scope, id, done);
  }

  @Post(':item/move')
  async move(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(itemParams)) { study, id, item }: ItemParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const language = languageOf(request);
    const form = readForm(moveForm, body, language);
    const done = await submitMeetingForm({ form, body, language }, ({ version, direction }) =>
      this.edit(scope, { id, version }, { do: 'move', id: item, by: direction === 'up' ? -1 : 1 }),
    );
    return this.agenda(scope, id, done);
  }

  private async edit(
    scope: StudyScope,
    { id, version }: { readonly id: string; readonly version: number },
    edit: AgendaEdit<AgendaItemInput>,
  ): Promise<unknown> {
    const { agenda } = await this.views.meeting(scope, id);
    const current = agenda.items.map(({ start: _start, end: _end, ...item }) => item);
    return this.meetings.setAgenda(scope, id, {
      version,
      items: [...editAgenda<AgendaItemInput>(current, edit)],
    });
  }

  /** Back to the agenda; when somebody else changed it first, as it is now and with what they changed. */
  private async agenda(
    scope: StudyScope,
    id: string,
    done: Submitted<unknown>,
  ): Promise<PageResult | SeeOther> {
    if (done.ok) return seeOther(meetingPath(scope.code, id, '#agenda'));
    const meeting = await this.views.meeting(scope, id);
    const { faults } = done.state;
    const view = meetingPage({ meeting, code: scope.code, zone: scope.timezone, mayConvene: true, faults });
    return boardPage(scope, view, { title: meeting.title, status: done.status });
  }

  private async form(
    request: FastifyRequest,
    scope: StudyScope,
    { id, item: itemId, state, status }: { id: string; item?: string; state?: FormState; status?: number },
  ): Promise<PageResult> {
    const meeting = await this.views.meeting(scope, id);
    const item = meeting.agenda.items.find((each) => each.id === itemId);
    if (itemId !== undefined && !item) throw new AgendaItemNotFound();
    const view = agendaItemPage({ meeting, code: scope.code, item, state });
    const texts = meetingsTexts[languageOf(request)];
    return boardPage(scope, view, { title: item ? texts.editItem : texts.newItem, status });
  }
}
