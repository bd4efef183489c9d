import { RequestContext } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { AuthModule } from '../../src/auth/auth.module.js';
import type { Config } from '../../src/kernel/config/env.js';
import { HttpModule } from '../../src/kernel/http/http.module.js';
import { KernelModule } from '../../src/kernel/kernel.module.js';
import { Clock } from '../../src/kernel/time/clock.js';
import { VaultModule } from '../../src/vault/vault.module.js';
import { configureHttp, serverOptions } from '../../src/web/configure-http.js';
import { WebModule } from '../../src/web/web.module.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export class SettableClock extends Clock {
  at = new Date('2027-01-04T09:00:00Z');
  override now = (): Date => this.at;
  pass(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

export const testConfig = (clientUrl: string): Config => ({
  port: 3000,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3000',
  databaseUrl: clientUrl,
  embedded: false,
  dataDir: '/nonexistent',
  secretKey: 'a secret of the tests, long enough to be one',
  mailFrom: { name: 'Veldwerk', address: 'planning@localhost' },
  exampleStudy: false,
  logLevel: 'silent',
});

export interface SmallAppOptions {
  /** Handlers that only the test has. */
  readonly controllers?: Type[];
  readonly config?: Partial<Config>;
}

/** The rooms up to auth and vault on a database of its own, asked over HTTP without a socket. */
export class SmallApp {
  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
    readonly clock: SettableClock,
  ) {}

  static async start({ controllers = [], config: changes = {} }: SmallAppOptions = {}): Promise<SmallApp> {
    const database = await createTestDatabase();
    const config = { ...testConfig(database.clientUrl), ...changes };
    const clock = new SettableClock();
    const rooms = [
      KernelModule.forRoot(config, database.orm),
      HttpModule,
      WebModule,
      AuthModule,
      VaultModule,
    ];
    const testing = await Test.createTestingModule({ imports: rooms, controllers })
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
    return new SmallApp(database, app, clock);
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  /** As within a request: with an entity manager of its own. */
  within<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.database.orm.em, work);
  }

  transactionally<T>(work: () => Promise<T>): Promise<T> {
    return this.database.orm.em.fork().transactional(work);
  }

  inject(options: InjectOptions): Promise<LightMyRequestResponse> {
    return this.app.inject(options) as Promise<LightMyRequestResponse>;
  }

  /** Posts a form, as a browser does. */
  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const type = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
    const payload = new URLSearchParams(fields).toString();
    return this.inject({ method: 'POST', url, headers: { ...type, ...headers }, payload });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
