import { RequestContext, type MikroORM } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { Accounts } from '../../src/auth/accounts.service.js';
import { FirstOwner } from '../../src/auth/first-owner.js';
import { Sessions } from '../../src/auth/sessions.service.js';
import { StudyRoles } from '../../src/auth/study-roles.service.js';
import { createApp } from '../../src/create-app.js';
import type { Config } from '../../src/kernel/config/env.js';
import { Clock } from '../../src/kernel/time/clock.js';
import { loadExample } from '../../src/load-example.js';
import { CapturedMailReadModel, type CapturedMail } from '../../src/mail/captured-mail.read-model.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { freePort } from './product.js';
import { testConfig } from './small-app.js';

export type Role = 'owner' | 'coordinator' | 'interviewer' | 'observer';

/** How the owner signs in by hand. */
export const owner = { email: 'owner@example.org', password: 'a password of the tests' };
const team = { coordinator: 'onderzoeker1@example.org', interviewer: 'onderzoeker2@example.org' };

/** Beginning of the example: a Monday, after which its fieldwork starts on 4 January 2027. */
const beginning = new Date('2026-12-07T08:00:00Z');

/** The whole product on a database of its own, listening, with the example study and a clock that tests set. */
export class RunningProduct {
  now = beginning;
  readonly #accounts = new Map<Role, string>();
  readonly #tokens = new Map<string, string>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly origin: string,
  ) {}

  /** `settings` go before those of the tests, such as an SMTP server that mail really goes to. */
  static async start(settings: Partial<Config> = {}): Promise<RunningProduct> {
    const database = await createTestDatabase();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const account = { adminEmail: owner.email, adminPassword: owner.password };
    const config = { ...testConfig(database.clientUrl), ...account, port, publicUrl: origin, ...settings };
    const app = await createApp(config, database.orm);
    const product = new RunningProduct(app, database, origin);
    app.get(Clock).now = () => product.now;
    await app.listen(port, '127.0.0.1');
    const { accountId } = (await app.get(FirstOwner, { strict: false }).ensure())!;
    await loadExample(app, accountId);
    await product.#meetTeam(accountId);
    return product;
  }

  /** As within a request: with an entity manager of its own. */
  within<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.orm.em, work);
  }

  get orm(): MikroORM {
    return this.database.orm;
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  accountOf(role: Role): string {
    return this.#accounts.get(role)!;
  }

  /** A request to the API under `/api/v1`; its answer, or an error that quotes the refusal. */
  async api<T>(method: string, path: string, body?: object, role: Role = 'owner'): Promise<T> {
    const headers = {
      authorization: `Bearer ${await this.#tokenOf(role)}`,
      ...(body && { 'content-type': 'application/json' }),
    };
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** A form as a browser without a session posts it. */
  async post(url: string, fields: readonly (readonly [string, string])[]): Promise<Response> {
    const form = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    const headers = { accept: 'text/html', origin: this.origin };
    return fetch(url, { method: 'POST', body: form, headers, redirect: 'manual' });
  }

  /** A browser in which somebody of the team has signed in; nobody has without a role. */
  async context(browser: Browser, role?: Role, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'nl-NL', baseURL: this.origin, ...options });
    if (!role) return context;
    const value = await this.#openSession(role, 'web');
    await context.addCookies([{ name: 'veldwerk_session', value, url: this.origin }]);
    return context;
  }

  /** Waits until no mail is on its way; answers what was captured, newest first. */
  async mailbox(): Promise<readonly CapturedMail[]> {
    const onTheWay = { status: { $in: ['queued' as const, 'sending' as const] } };
    while ((await this.orm.em.fork().count(OutboxMessage, onTheWay)) > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const mailbox = this.get(CapturedMailReadModel);
    const { messages } = await mailbox.list({ limit: 200 });
    return Promise.all(messages.map(({ id }) => mailbox.get(id)));
  }

  /** The newest link of this kind (`r`, `m`, `welcome`) that a mail to the address holds. */
  async linkFor(address: string, kind: string): Promise<string> {
    const mails = (await this.mailbox()).filter(({ to }) => to.includes(address));
    const links = mails.flatMap(
      ({ text }) => text?.match(new RegExp(`${this.origin}/${kind}/[\\w-]+`)) ?? [],
    );
    if (!links[0]) throw new Error(`No mail to ${address} holds a link to /${kind}/`);
    return links[0];
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  async #meetTeam(ownerId: string): Promise<void> {
    this.#accounts.set('owner', ownerId);
    for (const role of ['coordinator', 'interviewer'] as const) {
      const account = await this.within(() => this.get(Accounts).ensure({ email: team[role], name: role }));
      this.#accounts.set(role, account.id);
    }
    this.#accounts.set('observer', await this.#addObserver());
  }

  /** A session ends after a while, so another time asks for another one. */
  async #tokenOf(role: Role): Promise<string> {
    const key = `${role} ${this.now.toISOString()}`;
    const opened = this.#tokens.get(key) ?? (await this.#openSession(role, 'api'));
    this.#tokens.set(key, opened);
    return opened;
  }

  async #openSession(role: Role, kind: 'api' | 'web'): Promise<string> {
    return (await this.within(() => this.get(Sessions).open(this.accountOf(role), kind))).token;
  }

  #addObserver(): Promise<string> {
    return this.orm.em.fork().transactional(async (em) => {
      const [study] = await em.execute<{ id: string }[]>('select id from study');
      const { id } = await this.get(Accounts).ensure({ email: 'observer@example.org', name: 'Toeschouwer' });
      await this.get(StudyRoles).grant({ studyId: study!.id, accountId: id, role: 'observer' }, null);
      return id;
    });
  }
}
