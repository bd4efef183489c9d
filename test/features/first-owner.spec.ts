import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Account } from '../../src/auth/account.entity.js';
import { Accounts } from '../../src/auth/accounts.service.js';
import { FirstOwner } from '../../src/auth/first-owner.js';
import { SmallApp } from '../support/small-app.js';

describe('the first owner', () => {
  let dataDir: string;
  let app: SmallApp;
  const start = async (config: Parameters<typeof SmallApp.start>[0] = {}) => {
    app = await SmallApp.start({ config: { dataDir, ...config.config } });
    return app.get(FirstOwner);
  };
  const accounts = () => app.database.orm.em.fork().findAll(Account);

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'first-owner-'));
  });
  afterEach(async () => {
    await app.stop();
    await rm(dataDir, { recursive: true });
  });

  it('of an embedded installation is made once, and every start can say how to sign in', async () => {
    const owner = await start({ config: { embedded: true } });
    const first = await owner.ensure();
    expect(first).toMatchObject({
      email: 'owner@example.org',
      password: expect.stringMatching(/^\w{4}(-\w{4}){4}$/),
    });
    expect(await owner.ensure()).toEqual(first);
    expect(await accounts()).toHaveLength(1);
    expect((await app.post('/sign-in', { email: first!.email, password: first!.password! })).statusCode).toBe(
      303,
    );
  });

  it('has a password that only the user of the process can read', async () => {
    const signIn = await (await start({ config: { embedded: true } })).ensure();
    const file = join(dataDir, 'owner-sign-in.txt');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe(`${signIn!.email} ${signIn!.password}\n`);
  });

  it('is not told a password that no longer works', async () => {
    const owner = await start({ config: { embedded: true } });
    const { accountId } = (await owner.ensure())!;
    await app.within(() => app.get(Accounts).setPassword(accountId, 'een zelf gekozen wachtwoord'));
    expect(await owner.ensure()).toEqual({ accountId, email: 'owner@example.org' });
  });

  it('of another installation is the one of the environment, and a later password changes nothing', async () => {
    const config = { adminEmail: 'Chief@Example.org', adminPassword: 'from the environment' };
    const owner = await start({ config });
    expect(await owner.ensure()).toEqual({ accountId: expect.any(String), email: 'chief@example.org' });
    const [before] = await accounts();
    await owner.ensure();
    expect(await accounts()).toEqual([before]);
    expect(before).toMatchObject({ mayCreateStudies: true });
    expect(
      (await app.post('/sign-in', { email: 'chief@example.org', password: config.adminPassword })).statusCode,
    ).toBe(303);
  });

  it('is nobody without an address and password', async () => {
    expect(await (await start()).ensure()).toBeUndefined();
    expect(await accounts()).toEqual([]);
  });
});
