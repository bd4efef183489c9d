import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Accounts } from './accounts.service.js';
import { PasswordLinkEnded, WrongCurrentPassword } from './auth.errors.js';
import { CapabilityLinks, type FoundLink } from './capability-links.service.js';
import { Sessions } from './sessions.service.js';

export interface PasswordChange {
  readonly accountId: string;
  readonly current: string;
  readonly chosen: string;
  /** The session in which it happens goes on; all others end. */
  readonly sessionId: string;
}

/** How passwords come to be: by a mailed link, or by whoever knows the old one. */
@Injectable()
export class Passwords {
  constructor(
    private readonly em: EntityManager,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly links: CapabilityLinks,
  ) {}

  /** @throws PasswordLinkEnded for a link that was used, replaced, expired, or never was. */
  async openLink(token: string): Promise<FoundLink> {
    const link = await this.links.find('set-password', token);
    if (!link || link.expired || link.revoked) throw new PasswordLinkEnded();
    return link;
  }

  /** Uses up the link and ends every session of the account: whoever asked for it may have been robbed. */
  async chooseByLink(token: string, password: string): Promise<void> {
    const { id, subjectId } = await this.openLink(token);
    await this.em.transactional(async () => {
      if (!(await this.links.revoke(id))) throw new PasswordLinkEnded();
      await this.accounts.setPassword(subjectId, password);
      await this.sessions.endAll(subjectId);
    });
  }

  /** @throws WrongCurrentPassword */
  async change({ accountId, current, chosen, sessionId }: PasswordChange): Promise<void> {
    if (!(await this.accounts.hasPassword(accountId, current))) throw new WrongCurrentPassword();
    await this.em.transactional(async () => {
      await this.accounts.setPassword(accountId, chosen);
      await this.links.revokeAll({ purpose: 'set-password', subjectId: accountId });
      await this.sessions.endAll(accountId, { except: sessionId });
    });
  }
}
