import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { normaliseAddress } from '../kernel/text/email-address.js';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.service.js';
import { generatePassword } from './generate-password.js';
import { passwordMatches } from './password-hash.js';
import type { Credentials } from './sign-in.service.js';

/** What the start prints; without a password when the owner has chosen another since. */
export interface OwnerSignIn {
  readonly accountId: string;
  readonly email: string;
  readonly password?: string;
}

const embeddedOwner = 'owner@example.org';

/**
 * The account with which an installation begins: ADMIN_EMAIL and ADMIN_PASSWORD, or for an embedded one a generated
 * password, kept in `DATA_DIR/owner-sign-in.txt` for its user only, so that each start can print it again.
 */
@Injectable()
export class FirstOwner {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly em: EntityManager,
    private readonly accounts: Accounts,
  ) {}

  /** Makes the first owner when nobody may create studies yet. Undefined when there is nothing to tell. */
  async ensure(): Promise<OwnerSignIn | undefined> {
    const credentials = await this.credentials();
    if (!credentials) return undefined;
    const em = this.em.fork();
    if ((await em.count(Account, { mayCreateStudies: true })) === 0) await this.create(credentials);
    const owner = await em.findOne(Account, { email: credentials.email, mayCreateStudies: true });
    return owner ? this.signInOf(owner, credentials) : undefined;
  }

  private async create({ email, password }: Credentials): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      const owner = await this.accounts.ensure({ email, name: 'Beheerder' });
      if (!owner.passwordHash) await this.accounts.setPassword(owner.id, password);
      await em.nativeUpdate(Account, { id: owner.id }, { mayCreateStudies: true });
    });
  }

  private async signInOf(
    { id, email, passwordHash }: Account,
    { password }: Credentials,
  ): Promise<OwnerSignIn> {
    const isShown = this.config.embedded && (await passwordMatches(password, passwordHash));
    return { accountId: id, email, ...(isShown && { password }) };
  }

  private async credentials(): Promise<Credentials | undefined> {
    const { embedded, adminEmail, adminPassword } = this.config;
    if (!embedded && !(adminEmail && adminPassword)) return undefined;
    const email = normaliseAddress(adminEmail ?? embeddedOwner);
    return { email, password: adminPassword ?? (await this.keptPassword(email)) };
  }

  private async keptPassword(email: string): Promise<string> {
    const file = join(this.config.dataDir, 'owner-sign-in.txt');
    const kept = (await readIfThere(file)).trim().split(' ').at(-1);
    if (kept) return kept;
    const password = generatePassword();
    await writeFile(file, `${email} ${password}\n`, { mode: 0o600, flush: true });
    return password;
  }
}

const readIfThere = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
