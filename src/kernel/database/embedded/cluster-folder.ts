import { spawn } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { lstatSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartFault } from '../../start/start-fault.js';
import { sharedFolder, type Binaries } from './locate-binaries.js';
import { asUser, canEnter, runsAsRoot, type ServerUser } from './server-user.js';

/** Superuser and only role of an embedded server. */
export const role = 'veldwerk';

/**
 * The folder of an existing cluster behind `DATA_DIR/postgres`, which is a link when the data live elsewhere.
 * @throws StartFault when it is there and cannot be reached: a new, empty cluster must not take its place.
 */
export async function findCluster(link: string): Promise<string | undefined> {
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) return undefined;
  return realpath(link).catch(() => {
    throw new StartFault(
      `${link} points to a folder that cannot be reached: put it back, or remove the link to begin anew.`,
    );
  });
}

export interface ClusterPlace {
  /** `DATA_DIR/postgres`. */
  readonly link: string;
  readonly user: ServerUser;
  readonly binaries: Binaries;
}

/** The folder of the cluster, made at the first start. Call it only while holding the folder's lock. */
export async function ensureCluster({ link, user, binaries }: ClusterPlace): Promise<string> {
  await removeDrafts(link);
  const folder = (await findCluster(link)) ?? (await makeCluster({ link, user, binaries }));
  await refuseOtherMajor(folder, binaries.major);
  await writeAccessRules(folder, user);
  return folder;
}

/** A cluster appears under its name only when it is complete: an interrupted start leaves a draft behind. */
async function makeCluster({ link, user, binaries }: ClusterPlace): Promise<string> {
  const draft = await mkdtemp(`${await placeFor(link, user)}.draft-`);
  if (runsAsRoot()) await chown(draft, user.uid, user.gid);
  await runInitdb(binaries.initdb, draft, user);
  if (dirname(draft) === dirname(link)) {
    await rename(draft, link);
    return link;
  }
  const folder = draft.replace('.draft-', '-');
  await rename(draft, folder);
  await symlink(folder, link);
  return folder;
}

/** Beside the link, unless the server's account cannot enter there. */
async function placeFor(link: string, user: ServerUser): Promise<string> {
  if (canEnter(user, dirname(link))) return link;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  await chmod(sharedFolder, 0o755);
  return join(sharedFolder, 'data');
}

async function removeDrafts(link: string): Promise<void> {
  const drafts = (await readdir(dirname(link))).filter((name) => name.startsWith(`${basename(link)}.draft-`));
  for (const name of drafts) await rm(join(dirname(link), name), { recursive: true, force: true });
}

async function runInitdb(program: string, folder: string, user: ServerUser): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const options = [`--username=${role}`, '--auth=reject', ...locale, '--no-instructions', '--pgdata', folder];
  const child = spawn(program, options, {
    ...asUser(user),
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const status = await new Promise<number | null>((done, fail) =>
    child.once('error', fail).once('close', done),
  );
  if (status !== 0)
    throw new StartFault(`The embedded PostgreSQL could not be set up: ${lastLine(complaint)}`);
}

const lastLine = (text: string): string =>
  text
    .trim()
    .split('\n')
    .findLast((line) => line.includes('error') || line.includes('FATAL')) ?? 'initdb failed.';

async function refuseOtherMajor(folder: string, major: string): Promise<void> {
  const made = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartFault(`${folder} cannot be read (${error.code}): it may belong to another user.`);
  });
  if (made.trim() === major) return;
  throw new StartFault(
    `${folder} was made by PostgreSQL ${made.trim()}, and this is PostgreSQL ${major}: move the data over first.`,
  );
}

/** Only the account that this program runs under gets in, through the socket, and no password exists. */
async function writeAccessRules(folder: string, user: ServerUser): Promise<void> {
  const rules = 'local all all peer map=app\n';
  const names = `app "${userInfo().username}" ${role}\n`;
  for (const [file, content] of [
    ['pg_hba.conf', rules],
    ['pg_ident.conf', names],
  ] as const) {
    const path = join(folder, file);
    await writeFile(path, content, { mode: 0o600 });
    if (runsAsRoot()) await chown(path, user.uid, user.gid);
  }
}
