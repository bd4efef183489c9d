import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { feedsPage } from '../../templates/pages/feeds/feeds-page.js';
import { feedsTexts } from '../../templates/pages/feeds/feeds.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { studyParams } from '../studies/studies.schema.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { canSeeRespondents } from '../studies/study.policy.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { feedForm } from './feeds.schema.js';
import { planPage } from './plan-page.js';
import { StudyFeeds } from './study-feeds.service.js';

type StudyParams = z.output<typeof studyParams>;
type FeedForm = z.output<typeof feedForm>;

/** Calendars of the team to subscribe to: their addresses, and how it is done. */
@Controller('studies/:study/feeds')
export class FeedsPages {
  constructor(
    private readonly access: StudyAccess,
    private readonly feeds: StudyFeeds,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const seesAppointments = canSeeRespondents(scope);
    const body = feedsPage({ feeds: await this.feeds.list(scope), code: scope.code, seesAppointments });
    const { title } = feedsTexts[languageOf(request)];
    return planPage(scope, body, { title, section: seesAppointments ? 'appointments' : 'board' });
  }

  @Post()
  async open(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(feedForm)) { feed }: FeedForm,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    await this.feeds.open(scope, feed);
    return back(scope.code, feed, feedsTexts[languageOf(request)].opened);
  }

  @Post('replace')
  async replace(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(feedForm)) { feed }: FeedForm,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    await this.feeds.open(scope, feed, { isNew: true });
    return back(scope.code, feed, feedsTexts[languageOf(request)].replaced);
  }

  @Post('close')
  async close(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(feedForm)) { feed }: FeedForm,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study);
    await this.feeds.close(scope, feed);
    return back(scope.code, feed, feedsTexts[languageOf(request)].closed);
  }
}

const back = (code: string, feed: string, message: string): SeeOther =>
  seeOther(`/studies/${encodeURIComponent(code)}/feeds#${feed}`, { flash: { kind: 'ok', message } });
