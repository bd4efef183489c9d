import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:net';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process; undefined when another process has it. The lock is a name in Linux' abstract socket
 * space, which the kernel frees however the process ends: no stale lock, and no process id to mistake for another's.
 */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  const key = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  const taken = await new Promise<boolean>((done, fail) => {
    server.once('listening', () => done(true));
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : fail(error),
    );
    server.listen(`\0veldwerk-${key}`);
  });
  if (!taken) return undefined;
  server.unref();
  return { release: () => new Promise((done) => void server.close(() => done())) };
}
