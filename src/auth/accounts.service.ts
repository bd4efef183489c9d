import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/database/new-id.js';
import { normaliseAddress } from '../kernel/text/email-address.js';
import type { Language } from '../kernel/text/language.js';
import { Clock } from '../kernel/time/clock.js';
import { Account } from './account.entity.js';
import { hashPassword, passwordMatches } from './password-hash.js';

export interface PersonOfTeam {
  readonly email: string;
  readonly name: string;
  readonly language?: Language;
}

/** Whoever can sign in. Commands run in the caller's transaction, if there is one. */
@Injectable()
export class Accounts {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** The account of this address; made, without a password, when there is none. An existing name stays. */
  async ensure(person: PersonOfTeam): Promise<Account> {
    const accounts = await this.ensureAll([person]);
    return accounts.get(normaliseAddress(person.email))!;
  }

  /** As `ensure`, in two queries for all; by normalised address. Safe when two processes meet the same person. */
  async ensureAll(people: readonly PersonOfTeam[]): Promise<Map<string, Account>> {
    const rows = new Map(people.map((person) => [normaliseAddress(person.email), person]));
    if (rows.size === 0) return new Map();
    const emails = [...rows.keys()].toSorted();
    await this.insertMissing(emails.map((email) => ({ ...rows.get(email)!, email })));
    const accounts = await this.em.find(Account, { email: { $in: emails } });
    return new Map(accounts.map((account) => [account.email, account]));
  }

  findByEmail(email: string): Promise<Account | null> {
    return this.em.findOne(Account, { email: normaliseAddress(email), disabledAt: null });
  }

  find(id: string): Promise<Account | null> {
    return this.em.findOne(Account, { id, disabledAt: null });
  }

  async setPassword(id: string, password: string): Promise<void> {
    await this.em.nativeUpdate(Account, { id }, { passwordHash: await hashPassword(password) });
  }

  async setLanguage(id: string, language: Language): Promise<void> {
    await this.em.nativeUpdate(Account, { id }, { language });
  }

  async hasPassword(id: string, password: string): Promise<boolean> {
    return passwordMatches(password, (await this.find(id))?.passwordHash);
  }

  private async insertMissing(people: readonly PersonOfTeam[]): Promise<void> {
    const createdAt = this.clock.now();
    const values = people.flatMap(({ email, name, language = 'nl' }) => [
      newId(),
      email,
      name,
      language,
      createdAt,
    ]);
    await this.em.execute(
      `insert into account (id, email, name, language, may_create_studies, created_at)
       values ${people.map(() => '(?, ?, ?, ?, false, ?)').join(', ')} on conflict (email) do nothing`,
      values,
    );
  }
}
