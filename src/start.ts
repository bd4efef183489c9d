import 'reflect-metadata';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { entities } from './entities.js';
import { readEnv, type Config, type Environment } from './kernel/config/env.js';
import { findOrMakeSecretKey } from './kernel/config/secret-key.js';
import { connect } from './kernel/database/connect.js';
import { startEmbeddedPostgres } from './kernel/database/embedded-postgres.js';
import { migrate } from './kernel/database/migrate.js';
import { ensureDataFolder } from './kernel/start/data-folder.js';
import { explainListenError } from './kernel/start/explain-listen-error.js';
import { reportFailure } from './kernel/start/report-failure.js';
import { Shutdown } from './kernel/start/shutdown.js';
import { announce, prepare } from './first-start.js';

/** Starts the program and leaves it running until a signal; a fault ends it with exit code 1. */
export async function start(): Promise<void> {
  const shutdown = new Shutdown();
  shutdown.onSignals();
  try {
    const environment = readEnv();
    const config = environment.embedded ? await embed(environment, shutdown) : (environment as Config);
    const orm = await openDatabase(config, shutdown);
    await serve(config, orm, shutdown);
  } catch (error) {
    // What a signal closed halfway through the start fails, and that is no fault.
    if (shutdown.isUnderWay) return;
    reportFailure(error);
    await shutdown.run();
    process.exit(1);
  }
}

/** Everything that an installation with nothing but a folder needs: a database server and a secret. */
async function embed(environment: Environment, shutdown: Shutdown): Promise<Config> {
  await ensureDataFolder(environment.dataDir);
  const postgres = await startEmbeddedPostgres(environment.dataDir);
  shutdown.add('embedded PostgreSQL', () => postgres.stop());
  void postgres.ended.then(() => shutdown.unlessUnderWay('The embedded PostgreSQL has stopped.'));
  const secretKey = environment.secretKey ?? (await findOrMakeSecretKey(environment.dataDir));
  return { ...environment, databaseUrl: postgres.url('veldwerk'), secretKey };
}

async function openDatabase({ databaseUrl, embedded }: Config, shutdown: Shutdown): Promise<MikroORM> {
  const orm = await connect({ clientUrl: databaseUrl, entities, create: embedded });
  shutdown.add('database', () => orm.close(true));
  await migrate(orm);
  return orm;
}

async function serve(config: Config, orm: MikroORM, shutdown: Shutdown): Promise<void> {
  const app = await createApp(config, orm);
  shutdown.add('application', () => app.close());
  const signIn = await prepare(app, config);
  await listen(app, config);
  announce(config, signIn);
}

/** Asks Fastify itself, because Nest would log the failure that is explained here in one line. */
async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  await app
    .getHttpAdapter()
    .getInstance()
    .listen({ port, host })
    .catch((error: unknown) => {
      throw explainListenError(error, { port, host });
    });
}
