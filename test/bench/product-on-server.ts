import 'reflect-metadata';
import { join } from 'node:path';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts } from '../../src/auth/accounts.service.js';
import { Sessions } from '../../src/auth/sessions.service.js';
import { createApp } from '../../src/create-app.js';
import { entities } from '../../src/entities.js';
import type { Config } from '../../src/kernel/config/env.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { migrate } from '../../src/kernel/database/migrate.js';
import { ormOptions } from '../../src/kernel/database/mikro-orm.config.js';
import { Clock } from '../../src/kernel/time/clock.js';
import { RespondentImport } from '../../src/respondents/respondent-import.service.js';
import { parseStudyFile } from '../../src/studies/domain/parse-study-file.js';
import type { StudyFile } from '../../src/studies/domain/study-file.schema.js';
import { readExampleStudy } from '../../src/studies/example-files.js';
import { StudyDefinitions } from '../../src/studies/study-definitions.service.js';
import type { StudyScope } from '../../src/studies/study-scope.js';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.js';

/** Runs one benchmark on a database server with the settings that the product gives it: written to disk at every commit. */
export async function withServer<T>(bench: (server: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const folder = await makeDataFolder();
  const server = await startEmbeddedPostgres(join(folder, 'data'));
  try {
    return await bench(server);
  } finally {
    await server.stop();
    await removeDataFolder(folder);
  }
}

/** Connected to a database of its own, migrated. */
export async function makeDatabase(
  server: EmbeddedPostgres,
  name: string,
): Promise<{ orm: MikroORM; clientUrl: string }> {
  const clientUrl = server.url(name);
  const orm = await MikroORM.init(ormOptions({ clientUrl, entities }));
  await orm.schema.ensureDatabase();
  await migrate(orm);
  return { orm, clientUrl };
}

/** The whole product in this process, before the fieldwork of the example study, which has a team of twelve here. */
export class ProductOnServer {
  readonly app: NestFastifyApplication;
  readonly orm: MikroORM;
  readonly scope: StudyScope;

  constructor(app: NestFastifyApplication, orm: MikroORM, scope: StudyScope) {
    this.app = app;
    this.orm = orm;
    this.scope = scope;
  }

  static async start(server: EmbeddedPostgres, changes: Partial<Config> = {}): Promise<ProductOnServer> {
    const { orm, clientUrl } = await makeDatabase(server, 'product');
    const app = await createApp({ ...configOf(clientUrl), ...changes }, orm);
    app.get(Clock).now = () => new Date('2026-12-07T08:00:00Z');
    const scope = await RequestContext.create(orm.em, () => makeStudy(app));
    return new ProductOnServer(app, orm, scope);
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token, { strict: false });
  }

  /** As within a request: with an entity manager of its own. */
  within<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.orm.em, work);
  }

  /** So many more respondents, as one list; their ids in its order. */
  async recruit(count: number, batch: string): Promise<readonly string[]> {
    const options = { dryRun: false, language: 'en' } as const;
    const outcome = await this.within(() =>
      this.get(RespondentImport).import(this.scope, respondentList(count, batch), options),
    );
    return outcome.respondents.map(({ id }) => id!);
  }

  async openSession(kind: 'api' | 'web'): Promise<string> {
    return (await this.within(() => this.get(Sessions).open(this.scope.actorId, kind))).token;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.orm.close(true);
  }
}

const sites = ['ZWO', 'BOR', 'ZEI', 'HEN', 'ENS', 'UTR'];
const roles = ['SW', 'BM', 'WA'];

/** A list of respondents spread over every site and role. */
export function respondentList(count: number, batch: string): Buffer {
  const rows = Array.from({ length: count }, (_, n) => {
    const [site, role] = [sites[n % sites.length], roles[n % roles.length]];
    return `${site};${role};Persoon ${batch} ${n};persoon-${batch}-${n}@example.org;0612345678;nl`;
  });
  return Buffer.from(['site;role;name;email;phone;language', ...rows].join('\n'));
}

async function makeStudy(app: NestFastifyApplication): Promise<StudyScope> {
  const parsed = parseStudyFile(await readExampleStudy(), 'yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const owner = { email: 'owner@example.org', name: 'Eigenaar' };
  const { id: actorId } = await app.get(Accounts, { strict: false }).ensure(owner);
  const file = withTeam(parsed.file, 12);
  const { studyId } = await app.get(StudyDefinitions, { strict: false }).create({ accountId: actorId }, file);
  const { code, title, timezone, language } = file.study;
  return { studyId, code, title, timezone, language, role: 'owner', actorId } as StudyScope;
}

function withTeam(file: StudyFile, count: number): StudyFile {
  const availability = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['08:00-18:00']]),
  );
  const team = Array.from({ length: count }, (_, n) => ({
    ...file.team[1]!,
    name: `Onderzoeker ${n + 1}`,
    email: `onderzoeker${n + 1}@example.org`,
    availability,
  }));
  return { ...file, team: team as StudyFile['team'] };
}

const configOf = (databaseUrl: string): Config => ({
  port: 3000,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3000',
  databaseUrl,
  embedded: false,
  dataDir: '/nonexistent',
  secretKey: 'a secret of the benchmarks, long enough to be one',
  mailFrom: { name: 'Veldwerk', address: 'planning@localhost' },
  exampleStudy: false,
  logLevel: 'silent',
});
