import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.js';
import { freePort, Product } from '../support/product.js';

const secret = 'a-secret-for-tests-of-at-least-32-characters';

const onTestServer = (change: (url: URL) => void): string => {
  const url = new URL(process.env.TEST_SERVER_URL ?? '');
  change(url);
  return url.href;
};

describe('starting the program', () => {
  let folder: string;
  let deafServer: Server;
  const running: Product[] = [];

  const start = (env: Readonly<Record<string, string>>): Product => {
    const product = new Product(env);
    running.push(product);
    return product;
  };

  const takenPort = (): string => String((deafServer.address() as AddressInfo).port);

  beforeAll(async () => {
    folder = await makeDataFolder();
    deafServer = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(deafServer, 'listening');
  });

  afterAll(async () => {
    await Promise.all(running.map((product) => product.kill('SIGTERM')));
    deafServer.close();
    for (const name of ['taken', 'fresh', '']) await removeDataFolder(join(folder, name));
  });

  it('lists three faults of the environment in three lines', async () => {
    const product = start({ PORT: 'web', SMTP_URL: 'hunter2', EXAMPLE_STUDY: 'perhaps', DATA_DIR: folder });
    expect(await product.exited).toBe(1);
    expect(product.faults).toEqual([
      'PORT must be a whole number from 1 to 65535.',
      'SMTP_URL must look like smtp://user:password@host:587.',
      'EXAMPLE_STUDY must be true or false.',
    ]);
  });

  it('says that the data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const product = start({ DATA_DIR: join(file, 'var'), PORT: String(await freePort()) });
    expect(await product.exited).toBe(1);
    expect(product.faults).toEqual([
      `DATA_DIR ${file}/var cannot be written: a file stands in its place. Set DATA_DIR to another folder.`,
    ]);
  });

  it.each([
    [
      'nothing listens there',
      () => 'postgres://user:hunter2@127.0.0.1:1/veldwerk',
      /cannot be reached at 127.0.0.1:1/,
    ],
    [
      'no PostgreSQL answers',
      () => `postgres://127.0.0.1:${takenPort()}/veldwerk`,
      /not a PostgreSQL server/,
    ],
    [
      'the host is unknown',
      () => 'postgres://nowhere.invalid/veldwerk',
      /cannot be reached at nowhere.invalid/,
    ],
    [
      'the database is unknown',
      () => onTestServer((url) => (url.pathname = '/nope')),
      /no database of that name/,
    ],
    ['the user is refused', () => onTestServer((url) => (url.username = 'stranger')), /refuses this user/],
  ])('says in one line that %s', async (_case, url, line) => {
    const product = start({ DATABASE_URL: url(), SECRET_KEY: secret, DATA_DIR: folder });
    expect(await product.exited).toBe(1);
    expect(product.faults).toEqual([expect.stringMatching(line)]);
    expect(product.stderr).not.toContain('hunter2');
  });

  it('says that its port is taken', async () => {
    const product = start({ PORT: takenPort(), DATA_DIR: join(folder, 'taken'), EXAMPLE_STUDY: 'false' });
    expect(await product.exited).toBe(1);
    expect(product.faults).toEqual([
      `Port ${takenPort()} is taken by another program: set PORT to a free one.`,
    ]);
  });

  it('starts from nothing, survives kill -9, refuses a second program and stops in order', async () => {
    const port = String(await freePort());
    const dataDir = join(folder, 'fresh');
    const env = { PORT: port, DATA_DIR: dataDir };
    const ready = `http://127.0.0.1:${port}/health/ready`;

    const first = start(env);
    await first.untilReady(ready);
    const key = await readFile(join(dataDir, 'secret-key'), 'utf8');
    await first.kill('SIGKILL');

    const second = start(env);
    await second.untilReady(ready);
    expect(await readFile(join(dataDir, 'secret-key'), 'utf8')).toBe(key);

    const third = start({ ...env, PORT: String(await freePort()) });
    expect(await third.exited).toBe(1);
    expect(third.faults).toEqual([`Another Veldwerk is already running on this data folder: ${dataDir}`]);

    expect(await second.kill('SIGTERM')).toBe(0);
    expect(second.stderr).toBe('');
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
