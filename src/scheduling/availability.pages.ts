import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { memberPage, type MemberProps } from '../../templates/pages/team/member-page.js';
import { teamTexts } from '../../templates/pages/team/team.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { BusyCalendarsReadModel } from '../calendar/busy/busy-calendars.read-model.js';
import { parsed } from '../kernel/http/parsed.js';
import { date } from '../studies/domain/study-file/fields.schema.js';
import { frameOf } from '../studies/study-frame.js';
import { readForm } from '../web/form.js';
import { page, type PageResult } from '../web/page.js';
import type { SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { dateForm, weeklyForm } from './availability-form.js';
import { teamParams } from './availability.schema.js';
import { AvailabilityService } from './availability.service.js';
import { backToMember } from './member-page.js';
import { MemberAccess, type MemberInStudy } from './member-access.service.js';

type TeamParams = z.output<typeof teamParams>;
type FormStates = Pick<MemberProps, 'hoursState' | 'dateState'>;

const textsFor = (request: FastifyRequest) => teamTexts[languageOf(request)];

/** When one member of the team works, to look at and change. */
@Controller('studies/:study/team/:member')
export class AvailabilityPages {
  constructor(
    private readonly access: MemberAccess,
    private readonly availability: AvailabilityService,
    private readonly calendars: BusyCalendarsReadModel,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member }: TeamParams,
  ): Promise<PageResult> {
    return this.page(request, await this.access.enter(actor, member, study));
  }

  @Post('hours')
  async setHours(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member }: TeamParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    const form = readForm(weeklyForm(languageOf(request)), body, languageOf(request));
    if (!form.ok) return this.page(request, subject, { hoursState: form });
    await this.availability.setWeekly(subject, form.value);
    return backToMember(subject, textsFor(request).hoursSaved);
  }

  @Post('dates')
  async setDates(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member }: TeamParams,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    const form = readForm(dateForm(languageOf(request)), body, languageOf(request));
    if (!form.ok) return this.page(request, subject, { dateState: form });
    const days = await this.availability.setDates(subject, form.value);
    return backToMember(subject, textsFor(request).added(days));
  }

  @Post('dates/remove')
  async removeDate(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member }: TeamParams,
    @Body(parsed(z.object({ date }))) body: { readonly date: string },
  ): Promise<SeeOther> {
    const subject = await this.access.enter(actor, member, study);
    await this.availability.clearDate(subject, body.date);
    return backToMember(subject, textsFor(request).removed);
  }

  private async page(
    request: FastifyRequest,
    subject: MemberInStudy,
    states: FormStates = {},
  ): Promise<PageResult> {
    const { scope, member } = subject;
    const { accountId, name } = member;
    const found = await this.availability.get(subject);
    const calendars = await this.calendars.list(accountId);
    const { code, timezone: zone } = scope;
    const view = memberPage({ code, zone, accountId, name, ...found, calendars, ...states });
    return page(view, {
      title: textsFor(request).memberTitle(name),
      layout: 'app',
      section: 'team',
      study: frameOf(scope),
      status: states.hoursState || states.dateState ? 422 : 200,
    });
  }
}
