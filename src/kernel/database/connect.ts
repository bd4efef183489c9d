import { MikroORM } from '@mikro-orm/postgresql';
import { StartFault } from '../start/start-fault.js';
import { explainConnectionError } from './explain-connection-error.js';
import { ormOptions, type OrmSettings } from './mikro-orm.config.js';

const oldestVersion = 15;

export interface ConnectSettings extends OrmSettings {
  /** Makes the database when it is not there: on the embedded server only. */
  readonly create?: boolean;
}

/**
 * Connects once, without trying again: whoever starts the program decides that.
 * @throws StartFault saying in one line what is wrong with the database or its URL.
 */
export async function connect(settings: ConnectSettings): Promise<MikroORM> {
  const orm = await MikroORM.init(ormOptions(settings));
  try {
    if (settings.create) await orm.schema.ensureDatabase();
    await refuseOldServer(orm);
    return orm;
  } catch (error) {
    await orm.close(true);
    if (error instanceof StartFault) throw error;
    throw new StartFault(explainConnectionError(error, settings.clientUrl));
  }
}

async function refuseOldServer(orm: MikroORM): Promise<void> {
  const [row] = await orm.em.fork().execute<{ server_version_num: string }[]>('show server_version_num');
  const major = Math.floor(Number(row?.server_version_num) / 10_000);
  if (major >= oldestVersion) return;
  throw new StartFault(
    `DATABASE_URL leads to PostgreSQL ${major}: version ${oldestVersion} or newer is needed.`,
  );
}
