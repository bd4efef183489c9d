import { Controller, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { feedsTexts } from '../../templates/pages/feeds/feeds.texts.js';
import { Public } from '../auth/public.js';
import { parsed } from '../kernel/http/parsed.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { BoardFeed } from './board-feed.service.js';
import { BoardLinks } from './board-links.service.js';

const params = z.object({ token: z.string().max(100) });
type Params = z.output<typeof params>;

/** What a board member does with the calendar feed that their page shows. */
@Controller('m/:token/feed')
@Public()
export class MemberFeedPages {
  constructor(
    private readonly links: BoardLinks,
    private readonly feed: BoardFeed,
  ) {}

  @Post()
  async open(@Req() request: FastifyRequest, @Param(parsed(params)) { token }: Params): Promise<SeeOther> {
    await this.feed.open(await this.links.open(token));
    return back(token, feedsTexts[languageOf(request)].opened);
  }

  @Post('replace')
  async replace(@Req() request: FastifyRequest, @Param(parsed(params)) { token }: Params): Promise<SeeOther> {
    await this.feed.open(await this.links.open(token), { isNew: true });
    return back(token, feedsTexts[languageOf(request)].replaced);
  }

  @Post('close')
  async close(@Req() request: FastifyRequest, @Param(parsed(params)) { token }: Params): Promise<SeeOther> {
    await this.feed.close(await this.links.open(token));
    return back(token, feedsTexts[languageOf(request)].closed);
  }
}

const back = (token: string, message: string): SeeOther =>
  seeOther(`/m/${token}#feed`, { flash: { kind: 'ok', message } });
