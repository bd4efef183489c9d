import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { findRunningPostgres, startEmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { ormOptions } from '../../src/kernel/database/mikro-orm.config.js';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.js';

const execute = async (url: string, ...statements: readonly string[]): Promise<unknown[]> => {
  const orm = await MikroORM.init(ormOptions({ clientUrl: url, entities: [] }));
  const results: unknown[] = [];
  for (const sql of statements) {
    results.push(await orm.em.execute<object[]>(sql).catch((error: { code?: string }) => error.code));
  }
  await orm.close(true);
  return results;
};

describe('the embedded PostgreSQL', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await makeDataFolder();
  });
  afterAll(() => removeDataFolder(folder));

  it('keeps its data from one start to the next', async () => {
    const first = await startEmbeddedPostgres(folder);
    await execute(first.url(), 'create table kept (name text primary key)', `insert into kept values ('it')`);
    await first.stop();
    const second = await startEmbeddedPostgres(folder);
    expect(await execute(second.url(), 'select name from kept')).toEqual([[{ name: 'it' }]]);
    await second.stop();
  });

  it('writes to disk before it says so, runs in UTC and listens on its socket only', async () => {
    const server = await startEmbeddedPostgres(folder);
    const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'timezone', 'listen_addresses'];
    const rows = await execute(
      server.url(),
      ...settings.map((name) => `select current_setting('${name}') as value`),
    );
    expect(rows.flat().map((row) => (row as { value: string }).value)).toEqual(['on', 'on', 'on', 'UTC', '']);
    await server.stop();
  });

  it('writes nothing of a statement into its log, also when it fails', async () => {
    const server = await startEmbeddedPostgres(folder);
    const codes = await execute(
      server.url(),
      `insert into kept values ('Jansen'), ('Jansen')`,
      `select 'Jansen'::integer`,
      `select Jansen from kept`,
      `do $$ begin raise warning 'Jansen'; end $$`,
    );
    expect(codes.slice(0, 3)).toEqual(['23505', '22P02', '42703']);
    await server.stop();
    expect(await readFile(join(folder, 'postgres.log'), 'utf8')).not.toMatch(/jansen/i);
  });

  it('lets nobody but its owner into its data', async () => {
    const cluster = await stat(join(folder, 'postgres'));
    expect(cluster.mode & 0o077).toBe(0);
  });

  it('refuses a second server on one folder, and tells where the first one is', async () => {
    expect(await findRunningPostgres(folder)).toBeUndefined();
    const server = await startEmbeddedPostgres(folder);
    await expect(startEmbeddedPostgres(folder)).rejects.toThrow(/^Another Veldwerk is already running/);
    expect(await findRunningPostgres(folder)).toBe(server.url());
    await server.stop();
  });
});
