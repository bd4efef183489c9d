import { globSync } from 'node:fs';
import { join } from 'node:path';
import { entities } from '../../src/entities.js';
import { connect } from '../../src/kernel/database/connect.js';
import { migrate } from '../../src/kernel/database/migrate.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';

const root = join(import.meta.dirname, '..', '..');

describe('the migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('make exactly the tables that the entities describe', async () => {
    expect(await database.orm.schema.getUpdateSchemaSQL({ wrap: false, dropTables: false })).toBe('');
  });

  it('are up to date with their snapshot', async () => {
    expect(await database.orm.migrator.checkSchema()).toBe(false);
  });

  it('have all run in the template', async () => {
    expect(await database.orm.migrator.getPending()).toEqual([]);
  });

  it('cover every entity in the sources', async () => {
    const files = globSync('src/**/*.entity.ts', { cwd: root });
    const modules = await Promise.all(
      files.map((file) => import(join(root, file)) as Promise<Record<string, unknown>>),
    );
    const classes = modules
      .flatMap((module) => Object.values(module))
      .filter((value) => typeof value === 'function');
    const known = new Set(
      [...database.orm.getMetadata().getAll().values()].map((meta) => meta.class as unknown),
    );
    expect(classes.filter((entity) => !known.has(entity)).map((entity) => entity.name)).toEqual([]);
  });

  it('run once when several processes start together', async () => {
    const empty = await createEmptyDatabase();
    const orms = await Promise.all([1, 2, 3].map(() => connect({ clientUrl: empty.clientUrl, entities })));
    await Promise.all(orms.map((orm) => migrate(orm)));
    const files = globSync('migrations/*.ts', { cwd: root });
    expect(await orms[0]?.migrator.getExecuted()).toHaveLength(files.length);
    await Promise.all(orms.map((orm) => orm.close(true)));
    await empty.drop();
  });
});
