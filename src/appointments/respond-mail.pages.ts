import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mailPage } from '../../templates/pages/respond/mail-page.js';
import { respondMailTexts } from '../../templates/pages/respond/mail.texts.js';
import { withLanguage } from '../../templates/partials/page-context.js';
import { Public } from '../auth/public.js';
import { parsed } from '../kernel/http/parsed.js';
import { page } from '../web/page.js';
import { seeOther } from '../web/redirect.js';
import { tokenParams } from './appointments.schema.js';
import { MailWishes } from './mail-wishes.service.js';
import { RespondDesk, type Visit } from './respond-desk.service.js';

type TokenParams = z.output<typeof tokenParams>;

/** From the page's own form, or from a mail program's button (RFC 8058 3.2), which sends exactly this. */
const mailWish = z.union([
  z.object({ mail: z.enum(['stop', 'resume']) }),
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
]);

/** Where a respondent says whether they want offers and reminders by mail. */
@Controller('r/:token/mail')
@Public()
export class RespondMailPages {
  constructor(
    private readonly desk: RespondDesk,
    private readonly wishes: MailWishes,
  ) {}

  @Get()
  ask(@Req() request: FastifyRequest, @Param(parsed(tokenParams)) { token }: TokenParams) {
    return this.desk.serve(request, token, (visit) => this.show(visit));
  }

  /** A mail program gets the page itself: it must not be sent elsewhere (RFC 8058 3.1). */
  @Post()
  answer(
    @Req() request: FastifyRequest,
    @Param(parsed(tokenParams)) { token }: TokenParams,
    @Body(parsed(mailWish)) wish: z.output<typeof mailWish>,
  ) {
    return this.desk.serve(request, token, async (visit) => {
      if ('mail' in wish && wish.mail === 'resume') await this.wishes.resume(visit.respondentId);
      else await this.wishes.stop(visit.respondentId);
      const isForm = 'mail' in wish && !visit.wantsJson;
      return isForm ? seeOther(ownAddress(visit)) : this.show(visit);
    });
  }

  private async show(visit: Visit) {
    const view = await this.desk.view(visit);
    const isStopped = await this.wishes.isStopped(visit.respondentId);
    if (visit.wantsJson) return { mail: isStopped ? 'stopped' : 'wanted' };
    const title = respondMailTexts[visit.language].title;
    const body = mailPage({ token: visit.token, view, isStopped });
    return page(body, { title, layout: 'public', study: view.study });
  }
}

/** As `home`: in the language that they read it in. */
const ownAddress = ({ token, home, language }: Visit): string =>
  home.includes('?') ? withLanguage(`/r/${token}/mail`, language) : `/r/${token}/mail`;
