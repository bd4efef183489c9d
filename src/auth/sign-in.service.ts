import { Injectable } from '@nestjs/common';
import { normaliseAddress } from '../kernel/text/email-address.js';
import { Accounts } from './accounts.service.js';
import { WrongSignIn } from './auth.errors.js';
import { passwordMatches } from './password-hash.js';
import type { Session } from './session.entity.js';
import { type OpenedSession, Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** How somebody arrives: as a browser or a script, and from which IP address. */
export interface Arrival {
  readonly kind: Session['kind'];
  readonly client: string;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * Opens a new session, always with a token that was never used before.
   * @throws WrongSignIn in the same words, after the same time, whatever was wrong; TooManyAttempts.
   */
  async signIn({ email, password }: Credentials, { kind, client }: Arrival): Promise<OpenedSession> {
    const attempt = { what: 'sign-in', email: normaliseAddress(email), client } as const;
    await this.attempts.count(attempt);
    const account = await this.accounts.findByEmail(email);
    const matches = await passwordMatches(password, account?.passwordHash);
    if (!account || !matches) throw new WrongSignIn();
    await this.attempts.succeeded(attempt);
    return this.sessions.open(account.id, kind);
  }
}
