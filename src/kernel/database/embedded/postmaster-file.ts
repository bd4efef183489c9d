import { readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a running server writes in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const content = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const [pid, , , , socketFolder = '', , , status = ''] = content?.split('\n') ?? [];
  return pid ? { pid: Number(pid), socketFolder, ready: status.trim() === 'ready' } : undefined;
}

/**
 * Makes way for a new server in a folder whose lock we hold, so whose former owner is gone. That owner's server may still
 * be stopping, may have been left behind, or may have died: its process id may then be another program's by now, which
 * would keep PostgreSQL from starting.
 */
export async function clearFormerServer(folder: string): Promise<void> {
  const former = await readPostmaster(folder);
  if (former === undefined) return;
  for (let tries = 0; await isServerOf(former.pid, folder); tries++) {
    if (tries === 40) process.kill(former.pid, 'SIGINT');
    if (tries === 400) process.kill(former.pid, 'SIGQUIT');
    await pause(50);
  }
  const stale = [
    join(folder, 'postmaster.pid'),
    join(former.socketFolder, '.s.PGSQL.5432.lock'),
    join(former.socketFolder, '.s.PGSQL.5432'),
  ];
  for (const file of stale) await rm(file, { force: true });
}

/** A PostgreSQL process whose working folder is the cluster; as a postmaster's always is. */
async function isServerOf(pid: number, folder: string): Promise<boolean> {
  try {
    const [program, cwd] = await Promise.all([
      readFile(`/proc/${pid}/comm`, 'utf8'),
      readlink(`/proc/${pid}/cwd`),
    ]);
    return program.trim() === 'postgres' && (await sameFolder(cwd, folder));
  } catch {
    return false;
  }
}

async function sameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  return a.dev === b.dev && a.ino === b.ino;
}
