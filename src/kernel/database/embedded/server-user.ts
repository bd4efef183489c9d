import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The account the server runs under. PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * Who runs the server: ourselves, or when we are root the owner of the existing data, else `postgres`, else `nobody`.
 */
export function chooseServerUser(existingData: string | undefined): ServerUser {
  if (!runsAsRoot()) return { uid: userInfo().uid, gid: userInfo().gid };
  const owner = existingData === undefined ? undefined : statSync(existingData);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findAccount('postgres') ?? findAccount('nobody') ?? { uid: 65534, gid: 65534 };
}

function findAccount(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** How a child process takes on the account; empty when that is our own. */
export const asUser = (user: ServerUser): Partial<ServerUser> => (runsAsRoot() ? user : {});

/** Whether the account can enter a folder. Tried rather than reckoned, so that access lists count too. */
export function canEnter(user: ServerUser, folder: string): boolean {
  const attempt = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...asUser(user),
    cwd: '/',
    stdio: 'ignore',
  });
  return attempt.status === 0;
}
