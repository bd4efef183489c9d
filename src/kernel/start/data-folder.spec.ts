import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDataFolder } from './data-folder.js';

describe('the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-data-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made with the folders above it, and kept when it is there', async () => {
    const deep = join(folder, 'a', 'b');
    await ensureDataFolder(deep);
    await ensureDataFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });

  it('cannot be where a file stands', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(ensureDataFolder(file)).rejects.toThrow('a file stands in its place');
    await expect(ensureDataFolder(join(file, 'below'))).rejects.toThrow('a file stands in its place');
  });

  it('is refused, not waited for, where the system makes no folders', async () => {
    await expect(ensureDataFolder('/proc/veldwerk/data')).rejects.toThrow(
      'DATA_DIR /proc/veldwerk/data cannot be written',
    );
  });
});
