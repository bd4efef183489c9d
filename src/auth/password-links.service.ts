import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { forgottenPasswordMail, welcomeMail } from '../../templates/mail/auth-mails.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Clock } from '../kernel/time/clock.js';
import type { MailDocument } from '../mail/mail-document.js';
import { Outbox } from '../mail/outbox.service.js';
import type { Account } from './account.entity.js';
import { CapabilityLinks } from './capability-links.service.js';

const days = 7;

/** Mails the link with which somebody chooses a password; each new link ends the older ones. */
@Injectable()
export class PasswordLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly em: EntityManager,
    private readonly links: CapabilityLinks,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** To a new member of a study's team. Nothing happens for whoever has a password already. */
  async welcome(account: Account, studyId: string | null): Promise<void> {
    if (account.passwordHash) return;
    await this.send(account, { kind: 'account-welcome', studyId, write: welcomeMail });
  }

  async forgotten(account: Account): Promise<void> {
    await this.send(account, { kind: 'password-forgotten', studyId: null, write: forgottenPasswordMail });
  }

  private async send(account: Account, { kind, studyId, write }: PasswordLetter): Promise<void> {
    const { id: subjectId, name, email, language } = account;
    const expiresAt = new Date(this.clock.now().getTime() + days * 24 * 3_600_000);
    await this.em.transactional(async () => {
      const { token } = await this.links.replace({
        purpose: 'set-password',
        studyId: null,
        subjectId,
        expiresAt,
      });
      const url = `${this.config.publicUrl}/welcome/${token}`;
      const document = write({ language, name, url, days });
      await this.outbox.enqueue({
        studyId,
        kind,
        subjectId,
        to: { name, address: email },
        language,
        document,
      });
    });
  }
}

interface PasswordLetter {
  readonly kind: string;
  readonly studyId: string | null;
  readonly write: (mail: { language: 'nl' | 'en'; name: string; url: string; days: number }) => MailDocument;
}
