import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from '../start/start-fault.js';

/**
 * The secret of an embedded installation: made once in `DATA_DIR/secret-key`, readable by its owner only, and read
 * back at every later start. Without it nothing in the vault can be read again.
 */
export async function findOrMakeSecretKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret-key');
  const found = await readIfThere(file);
  if (found !== undefined) return checked(found, file);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  // A link, unlike a rename, never replaces the key that another start made meanwhile.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return checked(await readFile(file, 'utf8'), file);
}

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StartFault(`${file} cannot be read (${error.code}).`);
  });

function checked(content: string, file: string): string {
  const key = content.trim();
  if (key.length < 32) throw new StartFault(`${file} is damaged: put the original key back.`);
  return key;
}
