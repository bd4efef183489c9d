import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { parsed } from '../kernel/http/parsed.js';
import { PublicRoute } from '../kernel/http/returns.js';
import { languages } from '../kernel/text/language.js';
import { ownPath, seeOther } from './redirect.js';

const languageChoice = z.object({ language: z.enum(languages), returnTo: z.string().optional() });
const themeChoice = z.object({ theme: z.enum(['auto', 'light', 'dark']), returnTo: z.string().optional() });

const YEAR = 365 * 24 * 3600;
const lasting = { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: YEAR } as const;

/** What a reader prefers, kept in a cookie of their own browser. */
@Controller()
@PublicRoute()
export class PreferencesPages {
  @Post('language')
  @HttpCode(303)
  chooseLanguage(
    @Body(parsed(languageChoice)) choice: z.output<typeof languageChoice>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.setCookie('lang', choice.language, lasting);
    return seeOther(withoutLanguage(ownPath(choice.returnTo, '/')));
  }

  @Post('theme')
  @HttpCode(303)
  chooseTheme(
    @Body(parsed(themeChoice)) choice: z.output<typeof themeChoice>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.setCookie('theme', choice.theme, lasting);
    return seeOther(ownPath(choice.returnTo, '/'));
  }
}

/** A language in the address would outweigh the one that was just chosen. */
function withoutLanguage(path: string): string {
  const url = new URL(path, 'http://own.invalid');
  url.searchParams.delete('lang');
  return url.pathname + url.search;
}
