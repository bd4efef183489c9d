import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { normaliseAddress } from '../kernel/text/email-address.js';
import { Accounts } from './accounts.service.js';
import { TooManyAttempts } from './auth.errors.js';
import { PasswordLinks } from './password-links.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';

/** Longer than finding an account and queueing a mail takes, so that the time of the answer says nothing. */
const answerAfterMs = 250;

@Injectable()
export class ForgottenPassword {
  constructor(
    private readonly accounts: Accounts,
    private readonly links: PasswordLinks,
    private readonly attempts: SignInAttempts,
  ) {}

  /** Mails a link if the address has an account. The caller can't tell, nor whether the limit was reached. */
  async ask(email: string, client: string): Promise<void> {
    await Promise.all([this.mailLink(normaliseAddress(email), client), pause(answerAfterMs)]);
  }

  private async mailLink(email: string, client: string): Promise<void> {
    if (!(await this.isAllowed(email, client))) return;
    const account = await this.accounts.findByEmail(email);
    if (account) await this.links.forgotten(account);
  }

  private isAllowed(email: string, client: string): Promise<boolean> {
    return this.attempts.count({ what: 'forgot', email, client }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof TooManyAttempts) return false;
        throw error;
      },
    );
  }
}
