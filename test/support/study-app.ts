import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RequestContext } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { Accounts } from '../../src/auth/accounts.service.js';
import { AuthModule } from '../../src/auth/auth.module.js';
import { Sessions } from '../../src/auth/sessions.service.js';
import { StudyRoles } from '../../src/auth/study-roles.service.js';
import type { Config } from '../../src/kernel/config/env.js';
import { HttpModule } from '../../src/kernel/http/http.module.js';
import { KernelModule } from '../../src/kernel/kernel.module.js';
import { Clock } from '../../src/kernel/time/clock.js';
import { parseStudyFile } from '../../src/studies/domain/parse-study-file.js';
import { StudiesModule } from '../../src/studies/studies.module.js';
import { StudyDefinitions } from '../../src/studies/study-definitions.service.js';
import { configureHttp, serverOptions } from '../../src/web/configure-http.js';
import { WebModule } from '../../src/web/web.module.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { SettableClock, testConfig } from './small-app.js';

const examples = join(import.meta.dirname, '..', '..', 'templates', 'example');

export const readExample = (name: 'study.yaml' | 'respondents.csv'): Promise<Buffer> =>
  readFile(join(examples, name));

export type TeamRole = 'owner' | 'coordinator' | 'interviewer' | 'observer';

/** The example study with its team, in the rooms that a test asks for, over HTTP without a socket. */
export class StudyApp {
  readonly #sessions = new Map<TeamRole, { token: string; form: string; cookie: string }>();

  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
    readonly clock: SettableClock,
  ) {}

  static start(...rooms: readonly Type[]): Promise<StudyApp> {
    return StudyApp.startWith({}, ...rooms);
  }

  /** `settings` go before those of the tests. */
  static async startWith(settings: Partial<Config>, ...rooms: readonly Type[]): Promise<StudyApp> {
    const database = await createTestDatabase();
    const config = { ...testConfig(database.clientUrl), ...settings };
    const clock = new SettableClock();
    const ground = [
      KernelModule.forRoot(config, database.orm),
      HttpModule,
      WebModule,
      AuthModule,
      StudiesModule,
    ];
    const testing = await Test.createTestingModule({ imports: [...ground, ...rooms] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const adapter = new FastifyAdapter(serverOptions(config));
    const app = testing.createNestApplication<NestFastifyApplication>(adapter, {
      logger: false,
      bodyParser: false,
    });
    adapter.getInstance().addHook('onRequest', (_, __, done) => RequestContext.create(database.orm.em, done));
    await configureHttp(app, config);
    await app.init();
    const study = new StudyApp(database, app, clock);
    await study.#makeStudy();
    return study;
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  /** As within a request: with an entity manager of its own. */
  within<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.database.orm.em, work);
  }

  /** A request by API of somebody in the team. */
  api(role: TeamRole, options: InjectOptions): Promise<LightMyRequestResponse> {
    const headers = { ...options.headers, authorization: `Bearer ${this.#sessions.get(role)!.token}` };
    return this.app.inject({
      ...options,
      url: `/api/v1${String(options.url)}`,
      headers,
    }) as Promise<LightMyRequestResponse>;
  }

  /** A page as the browser of somebody in the team gets it. */
  page(role: TeamRole, url: string, language: 'nl' | 'en' = 'nl'): Promise<LightMyRequestResponse> {
    const headers = { cookie: `${this.#sessions.get(role)!.cookie}; lang=${language}`, accept: 'text/html' };
    return this.app.inject({ method: 'GET', url, headers }) as Promise<LightMyRequestResponse>;
  }

  /** A form as the browser posts it; with `multipart` also a file. */
  async post(
    role: TeamRole,
    url: string,
    form: FormData | Record<string, string>,
  ): Promise<LightMyRequestResponse> {
    const { cookie, form: csrf } = this.#sessions.get(role)!;
    const body = form instanceof FormData ? form : new URLSearchParams(form);
    body.append('_csrf', csrf);
    const encoded = new Response(body);
    const headers = { cookie, accept: 'text/html', 'content-type': encoded.headers.get('content-type')! };
    const payload = Buffer.from(await encoded.arrayBuffer());
    return this.app.inject({ method: 'POST', url, headers, payload }) as Promise<LightMyRequestResponse>;
  }

  /** For a browser of its own. */
  cookieOf(role: TeamRole): string {
    return this.#sessions.get(role)!.cookie;
  }

  /** Everything that the database holds, as text and as the characters in its bytes. */
  async dump(): Promise<string> {
    const em = this.database.orm.em.fork();
    const tables = await em.execute<{ name: string }[]>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => em.execute<{ row: string }[]>(`select t::text as row from ${name} t`)),
    );
    const text = rows
      .flat()
      .map(({ row }) => row)
      .join('\n');
    const bytes = text.replaceAll(/\\x([0-9a-f]+)/g, (_, hex: string) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    return `${text}\n${bytes}`;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  async #makeStudy(): Promise<void> {
    const parsed = parseStudyFile(String(await readExample('study.yaml')));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const owner = await this.within(() =>
      this.get(Accounts).ensure({ email: 'owner@example.org', name: 'Eigenaar' }),
    );
    await this.within(() => this.get(StudyDefinitions).create({ accountId: owner.id }, parsed.file));
    await this.#open('owner', owner.id);
    for (const role of ['coordinator', 'interviewer'] as const) {
      const member = parsed.file.team.find((one) => one.role === role)!;
      await this.#open(role, (await this.within(() => this.get(Accounts).ensure(member))).id);
    }
    await this.#addObserver();
  }

  async #addObserver(): Promise<void> {
    const accountId = await this.database.orm.em.fork().transactional(async () => {
      const { id } = await this.get(Accounts).ensure({ email: 'observer@example.org', name: 'Toeschouwer' });
      const [study] = await this.database.orm.em.execute<{ id: string }[]>(`select id from study`);
      await this.get(StudyRoles).grant({ studyId: study!.id, accountId: id, role: 'observer' }, null);
      return id;
    });
    await this.#open('observer', accountId);
  }

  async #open(role: TeamRole, accountId: string): Promise<void> {
    const { token } = await this.within(() => this.get(Sessions).open(accountId, 'api'));
    const web = await this.within(() => this.get(Sessions).open(accountId, 'web'));
    const signedIn = await this.within(() => this.get(Sessions).find(web.token));
    this.#sessions.set(role, { token, cookie: `veldwerk_session=${web.token}`, form: signedIn!.csrfToken });
  }
}
