import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../templates/partials/form-state.js';
import { myAccountPage } from '../../templates/pages/auth/my-account-page.js';
import { myAccountTexts } from '../../templates/pages/auth/my-account.texts.js';
import { parsed } from '../kernel/http/parsed.js';
import { languages } from '../kernel/text/language.js';
import { readForm } from '../web/form.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { Accounts } from './accounts.service.js';
import { WrongCurrentPassword } from './auth.errors.js';
import { CurrentSession } from './current-actor.js';
import { passwordChangeForm } from './password-form.js';
import { shortestPassword } from './password.schema.js';
import { Passwords } from './passwords.service.js';
import { Sessions, type SignedIn } from './sessions.service.js';

const languageForm = z.object({ language: z.enum(languages) });

const done = (message: string): SeeOther => seeOther('/account', { flash: { kind: 'ok', message } });

/** What somebody may settle for themselves: language, password, and where they are signed in. */
@Controller('account')
export class MyAccountPages {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @CurrentSession() signedIn: SignedIn): Promise<PageResult> {
    return this.page(request, signedIn);
  }

  @Post('language')
  async chooseLanguage(
    @CurrentSession() { actor }: SignedIn,
    @Body(parsed(languageForm)) { language }: z.output<typeof languageForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    await this.accounts.setLanguage(actor.accountId, language);
    // A choice that this browser remembers would outweigh the account's.
    void reply.clearCookie('lang', { path: '/' });
    return done(myAccountTexts[language].languageSaved);
  }

  @Post('password')
  async changePassword(
    @Req() request: FastifyRequest,
    @CurrentSession() signedIn: SignedIn,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const language = languageOf(request);
    const form = readForm(passwordChangeForm(language), body, language);
    if (!form.ok) return this.page(request, signedIn, form);
    const { current, password: chosen } = form.value;
    const { actor, sessionId } = signedIn;
    try {
      await this.passwords.change({ accountId: actor.accountId, current, chosen, sessionId });
    } catch (error) {
      if (!(error instanceof WrongCurrentPassword)) throw error;
      return this.page(request, signedIn, {
        faults: [{ path: 'current', message: myAccountTexts[language].currentWrong }],
      });
    }
    return done(myAccountTexts[language].passwordSaved);
  }

  @Post('sessions/end-others')
  async endOthers(@Req() request: FastifyRequest, @CurrentSession() signedIn: SignedIn): Promise<SeeOther> {
    const count = await this.sessions.endAll(signedIn.actor.accountId, { except: signedIn.sessionId });
    return done(myAccountTexts[languageOf(request)].ended(count));
  }

  private async page(request: FastifyRequest, signedIn: SignedIn, state?: FormState): Promise<PageResult> {
    const open = await this.sessions.list(signedIn.actor.accountId);
    const sessions = open.map(({ id, kind, createdAt, expiresAt }) => {
      return { id, kind, createdAt, expiresAt, isThis: id === signedIn.sessionId };
    });
    const { title } = myAccountTexts[languageOf(request)];
    const view = myAccountPage({ shortest: shortestPassword, sessions, state });
    return page(view, { title, layout: 'app', section: 'account', status: state ? 422 : 200 });
  }
}
