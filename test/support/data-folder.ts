import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const makeDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'veldwerk-'));

/** Removes a data folder, and the database that it links to when root had to keep that elsewhere. */
export async function removeDataFolder(folder: string): Promise<void> {
  const cluster = await realpath(join(folder, 'postgres')).catch(() => undefined);
  if (cluster) await rm(cluster, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
