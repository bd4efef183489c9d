import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { feedAnswerTexts } from '../../../templates/pages/feeds/feed-answer.texts.js';
import { Public } from '../../auth/public.js';
import { parsed } from '../../kernel/http/parsed.js';
import { Returns } from '../../kernel/http/returns.js';
import { isUnchanged } from './domain/conditional-request.js';
import { FeedReader } from './feed-reader.service.js';

const tokenParams = z.object({ token: z.string().max(100) });

const statuses = { unknown: 404, closed: 410 } as const;

/** Of every answer: it is one person's, kept only to be asked about again, and its address stays here. */
const privately = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

/** What calendar programs read, again and again: they sign in to nothing, so the address is the key. */
@Controller('calendars')
@Public()
export class FeedController {
  constructor(private readonly feeds: FeedReader) {}

  @Get(':token.ics')
  @Returns(200, undefined, {
    summary: 'A calendar to subscribe to; 304 while nothing changed, 410 once its address was closed',
    mediaType: 'text/calendar',
  })
  async read(
    @Req() { method, headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param(parsed(tokenParams)) { token }: z.output<typeof tokenParams>,
  ): Promise<string | Readable | undefined> {
    const feed = await this.feeds.find(token);
    void reply.headers(privately);
    if (typeof feed === 'string') return refuse(reply, feed);
    const { etag, modifiedAt, stream } = feed;
    const type = 'text/calendar; charset=utf-8';
    // Of 304 too: a cache takes over what it is told there.
    void reply.headers({ etag, 'last-modified': modifiedAt.toUTCString(), 'content-type': type });
    const conditions = {
      ifNoneMatch: headers['if-none-match'],
      ifModifiedSince: headers['if-modified-since'],
    };
    if (isUnchanged(conditions, feed)) {
      void reply.status(304);
      return undefined;
    }
    void reply.header('content-disposition', 'inline; filename="veldwerk.ics"');
    // An empty stream, unlike an empty text, says nothing of the length.
    return method === 'HEAD' ? Readable.from([]) : stream();
  }
}

function refuse(reply: FastifyReply, why: keyof typeof statuses): string {
  void reply.status(statuses[why]).headers({ 'content-type': 'text/plain; charset=utf-8' });
  return `${feedAnswerTexts.nl[why]}\n${feedAnswerTexts.en[why]}\n`;
}
