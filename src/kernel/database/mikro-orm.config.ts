import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';

export interface OrmSettings {
  readonly clientUrl: string;
  /** Classes of every feature, composed at the top of the tree: the kernel knows no feature. */
  readonly entities: NonNullable<Options['entities']>;
}

/** A statement that runs longer is a fault; migrations lift the limit for themselves. */
const statementTimeoutMs = 30_000;

/** Options of the one ORM instance of a process. */
export const ormOptions = ({ clientUrl, entities }: OrmSettings) =>
  defineConfig({
    clientUrl,
    entities,
    discovery: { warnWhenNoEntities: false },
    ensureDatabase: false,
    extensions: [Migrator],
    forceUtcTimezone: true,
    pool: { min: 0, max: 10, idleTimeoutMillis: 30_000 },
    driverOptions: {
      ...onlyWithQuery(clientUrl),
      application_name: 'veldwerk',
      connectionTimeoutMillis: 10_000,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
    },
    migrations: {
      path: migrationsFolder(),
      pathTs: migrationsFolder(),
      glob: '!(*.d).ts',
      snapshotName: '.snapshot-veldwerk',
      snapshotOnMigrate: false,
      disableForeignKeys: false,
    },
    // A failed statement is reported by who asked for it; the default logger would print its values.
    debug: false,
    logger: () => undefined,
  });

/** The ORM reads host, user and database only; what else stands in the URL (`sslmode=require`) is the driver's to read. */
const onlyWithQuery = (clientUrl: string) =>
  new URL(clientUrl).search ? { connectionString: clientUrl } : {};

/** `migrations/` in the project's root, seen from `src` and from `dist` alike. Node runs its TypeScript as it is. */
function migrationsFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'migrations');
}
