import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartFault } from './start-fault.js';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'that disk is read-only',
  ENOSPC: 'that disk is full',
  ENOENT: 'no folder can be made there',
  EEXIST: 'a file stands in its place',
  ENOTDIR: 'a file stands in its place',
};

/**
 * Makes the data folder when it is not there and tries to write in it.
 * @throws StartFault when that cannot be done.
 */
export async function ensureDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await rmdir(await mkdtemp(join(folder, '.write-test-')));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new StartFault(
      `DATA_DIR ${folder} cannot be written: ${reasons[code] ?? code}. Set DATA_DIR to another folder.`,
    );
  }
}

/** One level at a time: Node's own recursive `mkdir` never ends where a folder exists and still refuses (`/proc`). */
async function makeFolder(folder: string): Promise<void> {
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  });
}
