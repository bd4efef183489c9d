import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { busyCalendarsPage } from '../../templates/pages/busy-calendars/busy-calendars-page.js';
import type { BusyFormStates } from '../../templates/pages/busy-calendars/busy-calendars-card.js';
import { busyCalendarsTexts } from '../../templates/pages/busy-calendars/busy-calendars.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { BusyCalendarsReadModel } from '../calendar/busy/busy-calendars.read-model.js';
import { BusyCalendars } from '../calendar/busy/busy-calendars.service.js';
import { CalendarRefused } from '../calendar/busy/busy.errors.js';
import type { DomainError } from '../kernel/http/domain-error.js';
import { parsed } from '../kernel/http/parsed.js';
import type { Language } from '../kernel/text/language.js';
import { frameOf } from '../studies/study-frame.js';
import { readForm } from '../web/form.js';
import { page, type PageResult } from '../web/page.js';
import type { SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { submitForm } from '../web/submit-form.js';
import { teamParams } from './availability.schema.js';
import { addressForm, fileForm } from './busy-calendar-form.js';
import { backToMember } from './member-page.js';
import { MemberAccess, type MemberInStudy } from './member-access.service.js';
import { busyOwner } from './present-busy-calendar.js';

type TeamParams = z.output<typeof teamParams>;

/** Connecting calendars; what is wrong with an address or a file shows here, beside what was typed. */
@Controller('studies/:study/team/:member/calendars')
export class BusyCalendarsPages {
  constructor(
    private readonly access: MemberAccess,
    private readonly calendars: BusyCalendars,
    private readonly readModel: BusyCalendarsReadModel,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member }: TeamParams,
  ): Promise<PageResult> {
    return this.page(request, await this.access.enter(actor, member, study));
  }

  @Post()
  async connect(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member }: TeamParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    const language = languageOf(request);
    const form = readForm(addressForm, body, language);
    const posted = { form, body, language, explain: explainIn(language) };
    const done = await submitForm(posted, ({ url, label = '' }) =>
      this.calendars.connect(busyOwner(subject), { url, label }),
    );
    if (!done.ok) return this.page(request, subject, { connectState: done.state }, done.status);
    return backToMember(subject, busyCalendarsTexts[language].connected);
  }

  @Post('upload')
  async upload(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member }: TeamParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    const language = languageOf(request);
    const form = readForm(fileForm(language), body, language);
    const posted = { form, body: {}, language, explain: explainIn(language) };
    const done = await submitForm(posted, ({ file, fileLabel = '' }) =>
      this.calendars.upload(busyOwner(subject), { bytes: file.bytes, label: fileLabel }),
    );
    if (!done.ok) return this.page(request, subject, { uploadState: done.state }, done.status);
    return backToMember(subject, busyCalendarsTexts[language].uploaded);
  }

  private async page(
    request: FastifyRequest,
    { scope, member }: MemberInStudy,
    states: BusyFormStates = {},
    status = 200,
  ): Promise<PageResult> {
    const { accountId, name } = member;
    const calendars = await this.readModel.list(accountId);
    const { code, timezone: zone } = scope;
    const view = busyCalendarsPage({ code, zone, accountId, name, calendars, ...states });
    const title = busyCalendarsTexts[languageOf(request)].pageTitle(name);
    return page(view, { title, layout: 'app', section: 'team', study: frameOf(scope), status });
  }
}

/** Beside the field that the calendar came in. */
const explainIn = (language: Language) => (error: DomainError) => {
  const message = error.texts?.[language] ?? error.message;
  const path = error instanceof CalendarRefused ? (error.faults?.[0]?.path ?? '') : '';
  return { faults: [{ path, message }] };
};
