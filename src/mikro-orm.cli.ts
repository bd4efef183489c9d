import { entities } from './entities.js';
import { readEnv } from './kernel/config/env.js';
import { findRunningPostgres, startEmbeddedPostgres } from './kernel/database/embedded-postgres.js';
import { ormOptions } from './kernel/database/mikro-orm.config.js';

/**
 * Options for the command line (`npm run orm -- migration:create`). With the embedded database it joins the server of a
 * running program, and starts one for as long as the command takes otherwise.
 */
async function cliOptions() {
  const { databaseUrl, dataDir } = readEnv();
  const clientUrl =
    databaseUrl ?? (await findRunningPostgres(dataDir, 'veldwerk')) ?? (await startFor(dataDir));
  return ormOptions({ clientUrl, entities });
}

const startFor = async (dataDir: string): Promise<string> =>
  (await startEmbeddedPostgres(dataDir)).url('veldwerk');

// The command line looks for a default export.
export default cliOptions;
