import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { studyParams } from '../studies/studies.schema.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { feedBody, feedParams, feedView } from './feeds.schema.js';
import { StudyFeeds } from './study-feeds.service.js';

type StudyParams = z.output<typeof studyParams>;

/** Addresses to subscribe to, each of the account that asks. */
@Controller('api/v1/studies/:study/feeds')
export class FeedsController {
  constructor(
    private readonly access: StudyAccess,
    private readonly feeds: StudyFeeds,
  ) {}

  @Get()
  @Returns(200, z.array(feedView), {
    summary: 'The feeds that you may have, and the addresses that you made',
  })
  async list(@CurrentActor() actor: Actor, @Param(parsed(studyParams)) { study }: StudyParams) {
    return this.feeds.list(await this.access.enter(actor, study));
  }

  @Post()
  @Returns(201, feedView, {
    summary:
      'The address of a feed, the same one every time; with `replace` another, and the older one stops',
  })
  async open(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(feedBody)) { feed, replace }: z.output<typeof feedBody>,
  ) {
    return this.feeds.open(await this.access.enter(actor, study), feed, { isNew: replace });
  }

  @Delete(':feed')
  @Returns(204, undefined, { summary: 'The address of a feed stops at once' })
  async close(
    @CurrentActor() actor: Actor,
    @Param(parsed(feedParams)) { study, feed }: z.output<typeof feedParams>,
  ): Promise<void> {
    await this.feeds.close(await this.access.enter(actor, study), feed);
  }
}
