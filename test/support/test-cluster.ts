import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { migrate } from '../../src/kernel/database/migrate.js';
import { ormOptions } from '../../src/kernel/database/mikro-orm.config.js';
import { StartFault } from '../../src/kernel/start/start-fault.js';

export interface TestCluster extends EmbeddedPostgres {
  /** Name of the migrated database that test files clone. */
  readonly template: string;
}

/** Test data may be lost at a power cut, which makes every test faster. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const migrations = join(import.meta.dirname, '..', '..', 'migrations');

/** A cluster of its own for each run that is under way: a second run finds the first folder taken and uses the next. */
export async function startTestCluster(folder: string): Promise<TestCluster> {
  const server = await startInFirstFree(folder);
  try {
    await dropLeftovers(server);
    return { ...server, template: await ensureTemplate(server) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startInFirstFree(folder: string, slot = 1): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres(join(folder, `cluster-${process.getuid?.()}-${slot}`), { settings });
  } catch (error) {
    const taken = error instanceof StartFault && error.message.startsWith('Another Veldwerk');
    if (!taken || slot === 8) throw error;
    return startInFirstFree(folder, slot + 1);
  }
}

/** Databases that an interrupted run could not drop, and templates of older migrations. */
async function dropLeftovers(server: EmbeddedPostgres): Promise<void> {
  const current = templateName();
  const names = await query<{ datname: string }>(
    server,
    `select datname from pg_database where datname ~ '^(test|template)_'`,
  );
  for (const { datname } of names) {
    if (datname !== current) await query(server, `drop database "${datname}" with (force)`);
  }
}

/** Built once for each content of the migrations, under a draft name until it is complete. */
async function ensureTemplate(server: EmbeddedPostgres): Promise<string> {
  const name = templateName();
  const found = await query(server, `select 1 from pg_database where datname = '${name}'`);
  if (found.length > 0) return name;
  const draft = `test_draft_${process.pid}`;
  await query(server, `create database ${draft}`);
  const orm = await MikroORM.init(ormOptions({ clientUrl: server.url(draft), entities: [] }));
  await migrate(orm).finally(() => orm.close(true));
  await query(server, `alter database ${draft} rename to ${name}`);
  return name;
}

function templateName(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrations)
    .filter((file) => file.endsWith('.ts'))
    .toSorted()) {
    hash.update(name).update(readFileSync(join(migrations, name)));
  }
  return `template_${hash.digest('hex').slice(0, 16)}`;
}

async function query<Row>(server: EmbeddedPostgres, sql: string): Promise<Row[]> {
  const orm = await MikroORM.init(ormOptions({ clientUrl: server.url(), entities: [] }));
  return orm.em.execute<Row[]>(sql).finally(() => orm.close(true));
}
