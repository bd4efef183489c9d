import { Body, Controller, Get, HttpCode, Ip, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../templates/partials/form-state.js';
import { signInPage } from '../../templates/pages/auth/sign-in-page.js';
import { signInTexts } from '../../templates/pages/auth/sign-in.texts.js';
import type { DomainError } from '../kernel/http/domain-error.js';
import { statusOf } from '../kernel/http/problem.js';
import { readForm } from '../web/form.js';
import { page, type PageResult } from '../web/page.js';
import { ownPath, seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { TooManyAttempts, WrongSignIn } from './auth.errors.js';
import { CurrentSession } from './current-actor.js';
import { Public } from './public.js';
import { SessionCookie } from './session-cookie.js';
import { credentials } from './sessions.schema.js';
import { Sessions, type SignedIn } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';

const signInForm = credentials.extend({ returnTo: z.string().optional() });

@Controller()
export class SignInPages {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('sign-in')
  @Public()
  show(@Req() request: FastifyRequest, @Query('returnTo') returnTo: unknown): PageResult {
    return this.form(request, returnTo);
  }

  @Post('sign-in')
  @Public()
  async submit(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
    @Ip() client: string,
  ): Promise<PageResult | SeeOther> {
    const form = readForm(signInForm, body, languageOf(request));
    if (!form.ok) return this.form(request, form.given.returnTo, { state: form, status: 422 });
    try {
      const { token } = await this.signIn.signIn(form.value, { kind: 'web', client });
      await this.endPrevious(request);
      this.cookie.set(reply, token);
      return seeOther(ownPath(form.value.returnTo, '/'));
    } catch (error) {
      if (!(error instanceof WrongSignIn || error instanceof TooManyAttempts)) throw error;
      if (error.retryAfter) void reply.header('retry-after', error.retryAfter);
      return this.form(request, form.value.returnTo, refused(error, request, form.value.email));
    }
  }

  @Post('sign-out')
  @HttpCode(303)
  async signOut(
    @CurrentSession() { sessionId, actor }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    await this.sessions.end(sessionId);
    this.cookie.clear(reply);
    return seeOther('/sign-in', { flash: { kind: 'ok', message: signInTexts[actor.language].signedOut } });
  }

  /** Signing in again replaces the session that this browser had. */
  private async endPrevious(request: FastifyRequest): Promise<void> {
    const previous = await this.sessions.find(this.cookie.read(request) ?? '');
    if (previous) await this.sessions.end(previous.sessionId);
  }

  private form(
    request: FastifyRequest,
    returnTo: unknown,
    { state, status }: { state?: FormState; status?: number } = {},
  ): PageResult {
    const title = signInTexts[languageOf(request)].title;
    return page(signInPage({ returnTo: ownPath(returnTo, '/'), state }), {
      title,
      layout: 'plain',
      status,
    });
  }
}

function refused(error: DomainError, request: FastifyRequest, email: string) {
  const message = error.texts?.[languageOf(request)] ?? error.message;
  return { state: { given: { email }, faults: [{ path: '', message }] }, status: statusOf(error.kind) };
}
