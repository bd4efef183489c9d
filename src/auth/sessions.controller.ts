import { Body, Controller, Delete, Ip, Post } from '@nestjs/common';
import type { z } from 'zod';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { CurrentSession } from './current-actor.js';
import { Public } from './public.js';
import { SignIn } from './sign-in.service.js';
import { credentials, openedSession } from './sessions.schema.js';
import { Sessions, type SignedIn } from './sessions.service.js';

@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
  ) {}

  @Post()
  @Public()
  @Returns(201, openedSession, { summary: 'Sign in; the token lasts twelve hours' })
  async open(
    @Body(parsed(credentials)) given: z.output<typeof credentials>,
    @Ip() client: string,
  ): Promise<z.output<typeof openedSession>> {
    const { token, expiresAt } = await this.signIn.signIn(given, { kind: 'api', client });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  @Delete('current')
  @Returns(204, undefined, { summary: 'Sign out: the token of this request ends' })
  async end(@CurrentSession() { sessionId }: SignedIn): Promise<void> {
    await this.sessions.end(sessionId);
  }
}
