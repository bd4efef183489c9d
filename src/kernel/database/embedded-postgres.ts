import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from '../start/start-fault.js';
import { ensureCluster, findCluster, role } from './embedded/cluster-folder.js';
import { lockFolder } from './embedded/folder-lock.js';
import { locateBinaries } from './embedded/locate-binaries.js';
import { clearFormerServer, readPostmaster } from './embedded/postmaster-file.js';
import { runServer } from './embedded/run-server.js';
import { chooseServerUser, runsAsRoot, type ServerUser } from './embedded/server-user.js';

export interface EmbeddedPostgres {
  /** URL of a database on this server, by default `postgres`, which every server has. */
  url(database?: string): string;
  stop(): Promise<void>;
  /** Settles when the server has ended, asked or not. */
  readonly ended: Promise<void>;
}

/** Reached through a socket only, safe against power loss, and silent about the statements it runs. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '60',
  shared_buffers: '64MB',
  fsync: 'on',
  // Statements hold contact details. At this level the log has starts, stops and crashes, and no failed statement.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_lock_waits: 'off',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_line_prefix: '%m ',
};

export interface EmbeddedOptions {
  /** Settings that replace the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the PostgreSQL that lives in a data folder, after making it at the first start. It ends with this program.
 * @throws StartFault when another program holds the folder, or the server cannot run.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true });
  const lock = await lockFolder(dataDir);
  if (!lock) throw new StartFault(`Another Veldwerk is already running on this data folder: ${dataDir}`);
  try {
    const link = join(dataDir, 'postgres');
    const user = chooseServerUser(await findCluster(link));
    const binaries = await locateBinaries(user, dataDir);
    const folder = await ensureCluster({ link, user, binaries });
    await clearFormerServer(folder);
    const socket = await socketFolderFor(folder, user);
    const server = await runServer({
      program: binaries.postgres,
      folder,
      socketFolder: socket.folder,
      logFile: join(dataDir, 'postgres.log'),
      user,
      settings: { ...settings, ...options.settings },
    });
    const stop = async () => {
      await server.stop();
      await socket.remove();
      await lock.release();
    };
    return { url: (database) => urlOf(socket.folder, database), stop, ended: server.ended };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** URL of a database on the server that another process runs in a data folder; undefined when none runs. */
export async function findRunningPostgres(dataDir: string, database?: string): Promise<string | undefined> {
  const lock = await lockFolder(dataDir).catch(() => undefined);
  await lock?.release();
  const folder = lock ? undefined : await findCluster(join(dataDir, 'postgres'));
  const running = folder ? await readPostmaster(folder) : undefined;
  return running?.ready ? urlOf(running.socketFolder, database) : undefined;
}

const urlOf = (socketFolder: string, database = 'postgres'): string =>
  `postgres://${role}@${encodeURIComponent(socketFolder)}/${database}`;

/** The longest path that fits in a socket address, with its closing zero byte. */
const longestSocketPath = 107;

/** Inside the cluster, which only its owner can enter; in /tmp when that path is too long (TMPDIR may be long too). */
async function socketFolderFor(cluster: string, user: ServerUser) {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432.lock')) < longestSocketPath) {
    return { folder: cluster, remove: async () => undefined };
  }
  const folder = await mkdtemp('/tmp/veldwerk-');
  if (runsAsRoot()) await chown(folder, user.uid, user.gid);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
