import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { busyCalendarPage } from '../../templates/pages/busy-calendars/busy-calendar-page.js';
import { busyCalendarsTexts } from '../../templates/pages/busy-calendars/busy-calendars.texts.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { BusyCalendarsReadModel } from '../calendar/busy/busy-calendars.read-model.js';
import { BusyRecords } from '../calendar/busy/busy-records.service.js';
import { BusyRefresh } from '../calendar/busy/busy-refresh.service.js';
import { BusyCalendarIsFile } from '../calendar/busy/busy.errors.js';
import { parsed } from '../kernel/http/parsed.js';
import { frameOf } from '../studies/study-frame.js';
import { readForm } from '../web/form.js';
import { page, type PageResult } from '../web/page.js';
import type { SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { renameForm } from './busy-calendar-form.js';
import { teamCalendarParams } from './busy-calendars.schema.js';
import { backToMember } from './member-page.js';
import { MemberAccess, type MemberInStudy } from './member-access.service.js';
import { busyOwner } from './present-busy-calendar.js';

type Params = z.output<typeof teamCalendarParams>;

const textsFor = (request: FastifyRequest) => busyCalendarsTexts[languageOf(request)];

/** One connected calendar: fetched now, called otherwise, or disconnected. */
@Controller('studies/:study/team/:member/calendars/:id')
export class BusyCalendarPages {
  constructor(
    private readonly access: MemberAccess,
    private readonly records: BusyRecords,
    private readonly refresh: BusyRefresh,
    private readonly readModel: BusyCalendarsReadModel,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param(parsed(teamCalendarParams)) { study, member, id }: Params,
  ): Promise<PageResult> {
    return this.page(await this.access.enter(actor, member, study), id);
  }

  @Post('fetch')
  async fetch(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamCalendarParams)) { study, member, id }: Params,
  ): Promise<SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    if ((await this.readModel.get(member, id)).kind === 'file') throw new BusyCalendarIsFile();
    const texts = textsFor(request);
    if (!(await this.refresh.refreshNow(id))) return backToMember(subject, texts.justFetched);
    const { error } = await this.readModel.get(member, id);
    return backToMember(subject, error ? texts.fetchFailed : texts.fetched, error ? 'bad' : 'ok');
  }

  @Post('rename')
  async rename(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamCalendarParams)) { study, member, id }: Params,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    const form = readForm(renameForm, body, languageOf(request));
    if (!form.ok) return this.page(subject, id, form);
    await this.records.rename(busyOwner(subject), id, form.value.label);
    return backToMember(subject, textsFor(request).renamed);
  }

  @Post('disconnect')
  async disconnect(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamCalendarParams)) { study, member, id }: Params,
  ): Promise<SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    await this.records.disconnect(busyOwner(subject), id);
    return backToMember(subject, textsFor(request).disconnected);
  }

  private async page({ scope, member }: MemberInStudy, id: string, state?: FormState): Promise<PageResult> {
    const { accountId, name } = member;
    const calendar = await this.readModel.get(accountId, id);
    const { code, timezone: zone } = scope;
    return page(busyCalendarPage({ code, zone, accountId, name, calendar, state }), {
      title: calendar.label || (calendar.host ?? ''),
      layout: 'app',
      section: 'team',
      study: frameOf(scope),
      status: state ? 422 : 200,
    });
  }
}
