import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvFaults } from './env-faults.js';
import { describeVariables, readEnv } from './env.js';

const secret = 'a-secret-of-at-least-32-characters!';

const faultsOf = (source: Record<string, string>): readonly string[] => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvFaults) return error.lines;
    throw error;
  }
  return [];
};

describe('the environment', () => {
  it('needs nothing: then the database is embedded and the example is loaded', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      embedded: true,
      exampleStudy: true,
      mailFrom: { name: 'Veldwerk', address: 'planning@localhost' },
      logLevel: 'info',
    });
  });

  it('listens everywhere and loads no example when a database is given', () => {
    const environment = readEnv({ DATABASE_URL: 'postgres://db/veldwerk', SECRET_KEY: secret });
    expect(environment).toMatchObject({ host: '0.0.0.0', embedded: false, exampleStudy: false });
  });

  it('believes the addresses and networks of the proxy it is told of', () => {
    expect(readEnv({ TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8,::1' }).trustedProxy).toBe(
      '127.0.0.1, 10.0.0.0/8,::1',
    );
  });

  it('knows the hosts within that calendars may be fetched from', () => {
    const names = 'Cloud.intra, cloud.intra:8444,[fd00::1]:443';
    expect(readEnv({ BUSY_CALENDAR_INTERNAL_HOSTS: names }).busyCalendarInternalHosts).toEqual([
      'cloud.intra',
      'cloud.intra:8444',
      '[fd00::1]:443',
    ]);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ port: 3000, smtpUrl: undefined });
  });

  it('lists every fault at once', () => {
    const faults = faultsOf({
      PORT: 'web',
      DATABASE_URL: 'postgres://db/veldwerk',
      SMTP_URL: 'mail.example.org',
    });
    expect(faults).toEqual([
      'PORT must be a whole number from 1 to 65535.',
      'SMTP_URL must look like smtp://user:password@host:587.',
      'SECRET_KEY is required when DATABASE_URL is given.',
    ]);
  });

  it.each([
    ['PORT', '70000'],
    ['BUSY_CALENDAR_INTERNAL_HOSTS', 'https://hunter2.intra/'],
    ['PUBLIC_URL', 'hunter2'],
    ['DATABASE_URL', 'mysql://hunter2@db/veldwerk'],
    ['DATABASE_URL', 'postgres://hunter2@db'],
    ['SECRET_KEY', 'hunter2'],
    ['MAIL_FROM', 'hunter2'],
    ['IMAP_URL', 'https://hunter2@host'],
    ['TRUSTED_PROXY', 'hunter2'],
    ['TRUSTED_PROXY', '10.0.0.0/33'],
    ['ADMIN_EMAIL', 'hunter2'],
    ['ADMIN_PASSWORD', 'hunter2'],
    ['EXAMPLE_STUDY', 'hunter2'],
    ['LOG_LEVEL', 'hunter2'],
  ])('refuses a wrong %s without repeating it', (variable, value) => {
    const faults = faultsOf({ SECRET_KEY: secret, [variable]: value });
    expect(faults).toEqual([expect.stringContaining(`${variable} must`)]);
    expect(faults.join()).not.toContain(value);
  });

  it.each([
    ['Planning <p@example.org>', { name: 'Planning', address: 'p@example.org' }],
    ['"Veldwerk, Utrecht" <p@example.org>', { name: 'Veldwerk, Utrecht', address: 'p@example.org' }],
    ['p@example.org', { name: '', address: 'p@example.org' }],
  ])('reads the sender %s', (text, mailbox) => {
    expect(readEnv({ MAIL_FROM: text }).mailFrom).toEqual(mailbox);
  });

  it('wants the first owner complete when a database is given', () => {
    const faults = faultsOf({
      DATABASE_URL: 'postgres://db/v',
      SECRET_KEY: secret,
      ADMIN_EMAIL: 'a@example.org',
    });
    expect(faults).toEqual(['ADMIN_EMAIL and ADMIN_PASSWORD must be given together.']);
  });

  describe('about DKIM', () => {
    const pemOf = (type: 'rsa' | 'ed25519', modulusLength: number) => {
      const { privateKey } =
        type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength }) : generateKeyPairSync('ed25519');
      return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim();
    };
    const pem = pemOf('rsa', 1024);
    const complete = {
      MAIL_FROM: 'Planning <p@mail.example.org>',
      DKIM_DOMAIN: 'Example.org',
      DKIM_SELECTOR: 'veldwerk2027',
      DKIM_PRIVATE_KEY: pem,
    };
    const dkim = { domain: 'example.org', selector: 'veldwerk2027', privateKey: pem };

    it('signs nothing when nothing is said', () => {
      expect(readEnv({}).dkim).toBeUndefined();
    });

    it('takes the key with its line ends as they are, on one line, or from a file', () => {
      expect(readEnv(complete).dkim).toEqual(dkim);
      expect(readEnv({ ...complete, DKIM_PRIVATE_KEY: pem.replaceAll('\n', '\\n') }).dkim).toEqual(dkim);
      const folder = mkdtempSync(join(tmpdir(), 'veldwerk-dkim-'));
      const DKIM_PRIVATE_KEY_FILE = join(folder, 'key.pem');
      writeFileSync(DKIM_PRIVATE_KEY_FILE, pem);
      expect(readEnv({ ...complete, DKIM_PRIVATE_KEY: '', DKIM_PRIVATE_KEY_FILE }).dkim).toEqual(dkim);
      rmSync(folder, { recursive: true });
    });

    it.each<readonly [Readonly<Record<string, string>>, string]>([
      [
        { DKIM_SELECTOR: '' },
        'DKIM_DOMAIN and DKIM_SELECTOR and DKIM_PRIVATE_KEY (or DKIM_PRIVATE_KEY_FILE) must',
      ],
      [
        { DKIM_DOMAIN: '' },
        'DKIM_DOMAIN and DKIM_SELECTOR and DKIM_PRIVATE_KEY (or DKIM_PRIVATE_KEY_FILE) must',
      ],
      [
        { DKIM_PRIVATE_KEY: '' },
        'DKIM_DOMAIN and DKIM_SELECTOR and DKIM_PRIVATE_KEY (or DKIM_PRIVATE_KEY_FILE) must',
      ],
      [{ DKIM_DOMAIN: 'example.net' }, 'DKIM_DOMAIN must be the domain of MAIL_FROM or one above it'],
      [{ DKIM_DOMAIN: 'ample.org' }, 'DKIM_DOMAIN must be the domain of MAIL_FROM or one above it'],
      [{ DKIM_DOMAIN: 'a.mail.example.org' }, 'DKIM_DOMAIN must be the domain of MAIL_FROM or one above it'],
      [{ DKIM_DOMAIN: 'org' }, 'DKIM_DOMAIN must be a domain like example.org'],
      [{ DKIM_DOMAIN: 'hunter2; x=y.org' }, 'DKIM_DOMAIN must be a domain like example.org'],
      [{ DKIM_SELECTOR: 'hunter2;' }, 'DKIM_SELECTOR must be one word'],
      [{ DKIM_PRIVATE_KEY: 'hunter2' }, 'DKIM_PRIVATE_KEY must be a private key in PEM'],
      [{ DKIM_PRIVATE_KEY: pem.slice(0, 300) }, 'DKIM_PRIVATE_KEY must be a private key in PEM'],
      [{ DKIM_PRIVATE_KEY: pemOf('ed25519', 0) }, 'DKIM_PRIVATE_KEY must be an RSA key'],
      [{ DKIM_PRIVATE_KEY: pemOf('rsa', 768) }, 'DKIM_PRIVATE_KEY must be an RSA key of at least 1024 bits'],
      [
        { DKIM_PRIVATE_KEY: '', DKIM_PRIVATE_KEY_FILE: '/hunter2/key.pem' },
        'DKIM_PRIVATE_KEY_FILE must name a file that can be read (ENOENT)',
      ],
      [
        { DKIM_PRIVATE_KEY: '', DKIM_PRIVATE_KEY_FILE: import.meta.filename },
        'DKIM_PRIVATE_KEY_FILE must be a private key in PEM',
      ],
      [{ DKIM_PRIVATE_KEY_FILE: '/dev/null' }, 'DKIM_PRIVATE_KEY_FILE must be a private key in PEM'],
    ])('refuses %j without repeating it', (change, start) => {
      const faults = faultsOf({ ...complete, ...change });
      expect(faults).toEqual([expect.stringContaining(start)]);
      expect(faults.join()).not.toMatch(/hunter2|BEGIN|MII/);
    });

    it('refuses two keys at once, beside other faults', () => {
      const folder = mkdtempSync(join(tmpdir(), 'veldwerk-dkim-'));
      const DKIM_PRIVATE_KEY_FILE = join(folder, 'key.pem');
      writeFileSync(DKIM_PRIVATE_KEY_FILE, pem);
      expect(faultsOf({ ...complete, DKIM_PRIVATE_KEY_FILE, PORT: 'web' })).toEqual([
        'PORT must be a whole number from 1 to 65535.',
        'DKIM_PRIVATE_KEY_FILE must not be given beside DKIM_PRIVATE_KEY.',
      ]);
      rmSync(folder, { recursive: true });
    });
  });

  it('describes every variable', () => {
    for (const { name, description } of describeVariables())
      expect([name, description]).toEqual([name, expect.stringMatching(/\.$/)]);
  });
});
