import { Body, Controller, Get, HttpCode, Ip, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../templates/partials/form-state.js';
import { choosePasswordPage } from '../../templates/pages/auth/choose-password-page.js';
import { forgotPage, linkSentPage } from '../../templates/pages/auth/forgot-page.js';
import { passwordTexts } from '../../templates/pages/auth/password.texts.js';
import { readForm } from '../web/form.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { ForgottenPassword } from './forgotten-password.service.js';
import { passwordForm } from './password-form.js';
import { shortestPassword } from './password.schema.js';
import { Passwords } from './passwords.service.js';
import { Public } from './public.js';

const forgotForm = z.object({ email: z.email().max(254) });

const textsFor = (request: FastifyRequest) => passwordTexts[languageOf(request)];

/** For whoever cannot sign in yet, or no longer. Opening a mailed link changes nothing; posting the form uses it up. */
@Controller()
@Public()
export class PasswordPages {
  constructor(
    private readonly forgotten: ForgottenPassword,
    private readonly passwords: Passwords,
  ) {}

  @Get('forgot')
  ask(@Req() request: FastifyRequest): PageResult {
    return page(forgotPage(), { title: textsFor(request).forgotTitle, layout: 'plain' });
  }

  @Post('forgot')
  @HttpCode(200)
  async send(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Ip() client: string,
  ): Promise<PageResult> {
    const { forgotTitle, sentTitle } = textsFor(request);
    const form = readForm(forgotForm, body, languageOf(request));
    if (!form.ok) return page(forgotPage(form), { title: forgotTitle, layout: 'plain', status: 422 });
    await this.forgotten.ask(form.value.email, client);
    return page(linkSentPage(), { title: sentTitle, layout: 'plain' });
  }

  @Get('welcome/:token')
  async open(@Req() request: FastifyRequest, @Param('token') token: string): Promise<PageResult> {
    await this.passwords.openLink(token);
    return this.form(request, token);
  }

  @Post('welcome/:token')
  async choose(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    await this.passwords.openLink(token);
    const form = readForm(passwordForm(languageOf(request)), body, languageOf(request));
    if (!form.ok) return this.form(request, token, form);
    await this.passwords.chooseByLink(token, form.value.password);
    return seeOther('/sign-in', { flash: { kind: 'ok', message: textsFor(request).chosen } });
  }

  private form(request: FastifyRequest, token: string, state?: FormState): PageResult {
    const view = choosePasswordPage({ token, shortest: shortestPassword, state });
    return page(view, { title: textsFor(request).chooseTitle, layout: 'plain', status: state ? 422 : 200 });
  }
}
