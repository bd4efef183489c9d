import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { mailboxPage } from '../../templates/pages/mailbox/mailbox-page.js';
import { mailboxTexts } from '../../templates/pages/mailbox/mailbox.texts.js';
import { messagePage } from '../../templates/pages/mailbox/message-page.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { NotFound } from '../kernel/http/domain-error.js';
import { parsed } from '../kernel/http/parsed.js';
import { CapturedMailReadModel } from '../mail/captured-mail.read-model.js';
import { summariseCalendar } from '../mail/summarise-calendar.js';
import { page, type PageResult } from '../web/page.js';
import { languageOf } from '../web/request-language.js';
import { framedMail, mailFrameHeaders } from './mail-frame.js';
import { mailboxParams, mailboxQuery, mailPartQuery } from './mailbox.schema.js';
import { MayNotOpenMailbox } from './outbox.errors.js';

const pageSize = 50;

type Params = z.output<typeof mailboxParams>;

/** Captured mail, as a mail program shows it; there is none when mail goes to a server. For the owner only: it names people. */
@Controller('mailbox')
export class MailboxPages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mailbox: CapturedMailReadModel,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Query(parsed(mailboxQuery)) { cursor }: z.output<typeof mailboxQuery>,
  ): Promise<PageResult> {
    this.enter(actor);
    const { messages, nextCursor } = await this.mailbox.list({ limit: pageSize, cursor });
    const { title } = mailboxTexts[languageOf(request)];
    const view = mailboxPage({ messages, nextCursor: nextCursor ?? undefined });
    return page(view, { title, layout: 'app', section: 'mailbox' });
  }

  @Get(':id')
  async read(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(mailboxParams)) { id }: Params,
    @Query(parsed(mailPartQuery)) { part }: z.output<typeof mailPartQuery>,
  ): Promise<PageResult> {
    this.enter(actor);
    const { raw, ...mail } = await this.mailbox.get(id);
    const calendar = mail.calendar === null ? null : summariseCalendar(mail.calendar);
    const view = messagePage({ mail, part, summary: calendar, source: raw.toString('utf8') });
    const title = mail.subject || mailboxTexts[languageOf(request)].title;
    return page(view, { title, layout: 'app', section: 'mailbox', hasFrame: part === 'html' });
  }

  @Get(':id/html')
  async html(
    @CurrentActor() actor: Actor,
    @Param(parsed(mailboxParams)) { id }: Params,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.enter(actor);
    const { html } = await this.mailbox.get(id);
    if (html === null) throw new NotFound('no-html', 'This message has no HTML.');
    void reply.headers(mailFrameHeaders);
    return framedMail(html);
  }

  /** The bytes as they would have left. */
  @Get(':id/message.eml')
  async download(
    @CurrentActor() actor: Actor,
    @Param(parsed(mailboxParams)) { id }: Params,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    this.enter(actor);
    const { raw } = await this.mailbox.get(id);
    void reply.headers({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${id}.eml"`,
      'cache-control': 'no-store',
    });
    return raw;
  }

  private enter(actor: Actor): void {
    if (this.config.smtpUrl !== undefined)
      throw new NotFound('no-mailbox', 'Mail goes to a mail server here; none is captured.');
    if (!actor.mayCreateStudies) throw new MayNotOpenMailbox();
  }
}
