import { randomBytes } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../../src/entities.js';
import { ormOptions } from '../../src/kernel/database/mikro-orm.config.js';

export interface TestDatabase {
  readonly clientUrl: string;
  readonly orm: MikroORM;
  /** Closes the ORM and removes the database, also when the application under test is still connected. */
  drop(): Promise<void>;
}

/** A database of its own with the migrated schema and no rows; takes some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = required('TEST_TEMPLATE');
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const clientUrl = urlOf(name);
  const orm = await MikroORM.init(ormOptions({ clientUrl, entities }));
  const drop = async () => {
    await orm.close(true);
    await onServer(`drop database if exists ${name} with (force)`);
  };
  return { clientUrl, orm, drop };
}

/** A database without any table, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<{ readonly clientUrl: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name}`);
  return { clientUrl: urlOf(name), drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function onServer(sql: string): Promise<void> {
  const orm = await MikroORM.init(ormOptions({ clientUrl: required('TEST_SERVER_URL'), entities: [] }));
  await orm.em.execute(sql).finally(() => orm.close(true));
}

function urlOf(database: string): string {
  const url = new URL(required('TEST_SERVER_URL'));
  url.pathname = `/${database}`;
  return url.href;
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined)
    throw new Error(`${variable} is set by test/support/global-setup.mjs; run the tests with Jest`);
  return value;
}
