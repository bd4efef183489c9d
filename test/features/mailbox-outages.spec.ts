import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../../src/kernel/database/mikro-orm.config.js';
import { describeWithDovecot, mailboxUser } from '../support/dovecot.js';
import { mailOf, MailboxScene, until } from '../support/mailbox-scene.js';

/** A line between reader and server that can fail. */
class Line {
  readonly #server: Server;
  readonly #sockets: Socket[] = [];
  /** What breaks it when it comes from the server. */
  poison: string | undefined;

  private constructor(target: number | null) {
    this.#server = createServer((near) => {
      this.#sockets.push(near.on('error', () => undefined));
      if (target === null) return;
      const far = connect(target, '127.0.0.1').on('error', () => undefined);
      this.#sockets.push(far);
      far.on('data', (chunk: Buffer) => {
        if (this.poison !== undefined && chunk.includes(this.poison)) near.destroy();
      });
      near.pipe(far).pipe(near);
    });
  }

  /** To a port, or to nobody. */
  static async to(target: number | null): Promise<Line> {
    const line = new Line(target);
    await once(line.#server.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  url(like: string): string {
    const url = new URL(like);
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** Neither side hears of it: from now on nothing comes through what is open; new connections work. */
  hang(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

describeWithDovecot('a mailbox in trouble', () => {
  let scene: MailboxScene;
  const lines: Line[] = [];
  const start = async (...[settings]: Parameters<typeof MailboxScene.start>) =>
    (scene = await MailboxScene.start(settings));
  const emptied = () => until('the mailbox is empty', () => scene.server.count() === 0);
  const said = (words: RegExp | string) =>
    until(`the log says ${String(words)}`, () => scene.log.some((line) => line.match(words)));
  const aWhile = (ms = 1_000) => new Promise((resolve) => setTimeout(resolve, ms));

  afterEach(async () => {
    await scene.stop();
    for (const line of lines.splice(0)) line.close();
  });

  it('is read again when its server comes back, and says both once', async () => {
    await start();
    scene.read();
    await scene.server.append(mailOf('een'));
    await emptied();
    await scene.server.stop();
    scene.server.deliver('1.twee', mailOf('twee'));
    await said(/cannot be read \(ECONNREFUSED\)/);
    await aWhile();
    await scene.server.restart();
    await emptied();
    expect(scene.receiver.handed).toEqual(['een', 'twee']);
    await said(/is read again/);
    // While it stops, a server may also reset a connection.
    expect(scene.log.filter((line) => !line.includes('(ECONNRESET)'))).toEqual([
      'The mailbox of IMAP_URL cannot be read (ECONNREFUSED).',
      'The mailbox of IMAP_URL is read again.',
    ]);
  });

  it('says nothing of a connection that was closed and can be made again', async () => {
    await start();
    scene.read();
    await scene.server.append(mailOf('een'));
    await emptied();
    await scene.server.restart();
    await scene.server.append(mailOf('twee'));
    await emptied();
    expect(scene.log.filter((line) => !/\(ECONN|again/.test(line))).toEqual([]);
  });

  it('tells which variable holds a wrong password, and tries it seldom', async () => {
    await start();
    scene.read({ url: scene.server.url({ password: 'not this one' }), pace: { repair: [60_000] } });
    await said('IMAP_URL: the mail server refuses this user or password.');
    await aWhile();
    expect(scene.log).toHaveLength(1);
    expect(scene.log.join()).not.toMatch(/not this one|planning/);
    expect(scene.server.log.match(/auth failed/g)).toHaveLength(1);
  });

  it('waits for the folder that it is to read, and never makes that', async () => {
    await start();
    scene.read({ url: scene.server.url({ folder: 'Antwoorden' }) });
    await said('IMAP_URL names a folder that is not in the mailbox.');
    expect(await scene.subjects('Antwoorden')).toBeNull();
    expect(await scene.subjects('Verwerkt')).toBeNull();
    await scene.server.as((client) => client.mailboxCreate('Antwoorden'));
    await said(/is read again/);
  });

  it('does not read the folder that it moves messages to', async () => {
    await start();
    await scene.server.as((client) => client.mailboxCreate('Verwerkt'));
    scene.read({ url: scene.server.url({ folder: 'Verwerkt' }) });
    await said(/^IMAP_URL names a folder into which handled messages go/);
  });

  it('sets a message aside that cannot be taken in, and gives it to a person in the end', async () => {
    await start();
    scene.receiver.before = async (subject) => {
      if (subject === 'kapot') throw new TypeError('jw@example.org');
    };
    await scene.server.append(mailOf('kapot'), mailOf('een'), mailOf('twee'));
    scene.read({ pace: { message: [300, 300] } });
    await until('the others are in', () => scene.receiver.taken.length === 2);
    expect(scene.receiver.handed).toEqual(['kapot', 'een', 'twee']);
    await emptied();
    expect(scene.receiver.handed).toEqual(['kapot', 'een', 'twee', 'kapot', 'kapot']);
    expect(await scene.subjects('Te beoordelen')).toEqual(['kapot']);
    expect(await scene.subjects('Verwerkt')).toEqual(['een', 'twee']);
    expect(scene.log).toEqual([
      'A message could not be taken in (TypeError), try 1 of 3.',
      'A message could not be taken in (TypeError), try 2 of 3.',
      'A message could not be taken in (TypeError), try 3 of 3.',
      'A message could not be taken in after 3 tries: a person finds it in Te beoordelen.',
    ]);
    expect(await scene.metrics.write()).toContain('mailbox_messages_total{outcome="given-up"} 1');
  });

  it('sets a message aside too whose fetching breaks the connection every time', async () => {
    await start();
    const line = await Line.to(scene.server.port);
    lines.push(line);
    line.poison = 'Subject: kapot';
    await scene.server.append(mailOf('kapot'), mailOf('een'));
    scene.read({ url: line.url(scene.server.url()), pace: { message: [50, 50] } });
    await emptied();
    expect(scene.receiver.handed).toEqual(['een']);
    expect(await scene.subjects('Te beoordelen')).toEqual(['kapot']);
  });

  it('holds nothing against a message while the database is away', async () => {
    await start();
    const { orm } = scene.database;
    const database = orm.config.get('dbName');
    scene.receiver.before = () => orm.em.fork().execute('select 1');
    const server = await MikroORM.init(
      ormOptions({ clientUrl: process.env['TEST_SERVER_URL']!, entities: [] }),
    );
    const allow = (allowed: boolean) =>
      server.em.execute(`alter database ${database} allow_connections ${allowed}`);
    try {
      scene.read({ pace: { message: [10, 10] } });
      await until('it reads', async () => (await scene.subjects('Verwerkt')) !== null);
      await allow(false);
      await server.em.execute(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
      );
      await scene.server.append(mailOf('een'));
      await said('The database does not answer, so no mail is taken in.');
      await aWhile();
      expect(await scene.subjects('INBOX')).toEqual(['een']);
      await allow(true);
      await emptied();
      expect(await scene.subjects('Verwerkt')).toEqual(['een']);
      expect(scene.log.filter((line) => line.includes('could not be taken in'))).toEqual([]);
    } finally {
      await server.close(true);
    }
  });

  it('moves what was taken in before the connection broke, without taking it in again', async () => {
    await start();
    scene.receiver.after = async () => {
      scene.receiver.after = async () => undefined;
      await scene.server.stop();
    };
    await scene.server.append(mailOf('? een'));
    scene.read({ pace: { message: [300] } });
    await until('it was taken in', () => scene.receiver.taken.length === 1);
    await aWhile(500);
    await scene.server.restart();
    await emptied();
    expect(scene.receiver.handed).toEqual(['? een']);
    expect(await scene.subjects('Te beoordelen')).toEqual(['? een']);
    expect(await scene.subjects('Verwerkt')).toEqual([]);
  });

  it('gives the same message to a reader that comes after one that died, which then only moves it', async () => {
    await start();
    await scene.receiver.receive(Buffer.from(mailOf('? een')));
    await scene.server.append(mailOf('? een'));
    scene.read();
    await emptied();
    expect(scene.receiver.handed).toEqual(['? een', '? een']);
    expect(await scene.subjects('Te beoordelen')).toEqual(['? een']);
    expect(await scene.metrics.write()).toContain('mailbox_messages_total{outcome="duplicate"} 1');
  });

  it('leaves a message that cannot be moved where it is, and says so once', async () => {
    await start();
    await scene.server.as((client) => client.mailboxCreate('Verwerkt'));
    const closed = ['cur', 'new', 'tmp'].map((part) => join(scene.server.maildir('Verwerkt'), part));
    for (const folder of closed) chmodSync(folder, 0o000);
    await scene.server.append(mailOf('een'), mailOf('twee'), mailOf('? drie'));
    scene.read({ pace: { message: [100, 200] } });
    await said(/^The mail server refuses to move messages to Verwerkt \(\w+\)/);
    await aWhile();
    expect(await scene.subjects('INBOX')).toEqual(['een', 'twee']);
    expect(await scene.subjects('Te beoordelen')).toEqual(['? drie']);
    for (const folder of closed) chmodSync(folder, 0o700);
    await emptied();
    expect(scene.receiver.handed).toEqual(['een', 'twee', '? drie']);
    expect(await scene.subjects('Verwerkt')).toEqual(['een', 'twee']);
  });

  it('reads messages that got the UIDs of others, when the mailbox was made anew', async () => {
    await start();
    scene.receiver.before = async (subject) => {
      if (subject === 'kapot') throw new Error('no');
    };
    await scene.server.append(mailOf('kapot'));
    scene.read();
    await said(/try 1 of 2/);
    await scene.server.stop();
    for (const name of readdirSync(scene.server.maildir()))
      if (name.startsWith('dovecot')) rmSync(join(scene.server.maildir(), name));
    for (const part of ['cur', 'new']) rmSync(join(scene.server.maildir(), part), { recursive: true });
    await scene.server.restart();
    await scene.server.append(mailOf('heel'));
    await emptied();
    expect(scene.receiver.handed).toEqual(['kapot', 'heel']);
  });

  it('gives up a connection through which nothing comes any more', async () => {
    await start();
    const line = await Line.to(scene.server.port);
    lines.push(line);
    scene.read({ url: line.url(scene.server.url()), pace: { look: 500, silence: 1_000 } });
    await scene.server.append(mailOf('een'));
    await emptied();
    line.hang();
    await scene.server.append(mailOf('twee'));
    await emptied();
    expect(scene.receiver.taken).toEqual(['een', 'twee']);
  });

  it('gives up a server that says nothing, and stops while it waits for one', async () => {
    await start();
    const line = await Line.to(null);
    lines.push(line);
    const reader = scene.read({ url: line.url(scene.server.url()), pace: { connect: 500, repair: [10] } });
    await said(/cannot be read \(\w+TIMEOUT\)/);
    const since = performance.now();
    await reader.onModuleDestroy();
    expect(performance.now() - since).toBeLessThan(400);
  });

  describe('with TLS', () => {
    const authorities = getCACertificates('default');
    const trust = () =>
      setDefaultCACertificates([...authorities, readFileSync(scene.server.authority, 'utf8')]);
    const viaStartTls = () => scene.server.url().replace('127.0.0.1', 'localhost');

    beforeEach(() => start({ tls: true }));
    afterEach(() => setDefaultCACertificates(authorities));

    it.each([
      ['imaps', () => scene.server.url({ protocol: 'imaps' })],
      ['STARTTLS', viaStartTls],
    ])('goes through %s to a server whose authority is known', async (_what, url) => {
      trust();
      scene.read({ url: url() });
      await scene.server.append(mailOf('een'));
      await until('it was taken in', () => scene.receiver.taken.length === 1);
      expect(scene.server.log).toMatch(/Login: user=.*, TLS, /);
    });

    it.each([
      ['imaps', () => scene.server.url({ protocol: 'imaps' })],
      ['STARTTLS', viaStartTls],
    ])('sends no password by %s to a server of an unknown authority', async (_what, url) => {
      scene.read({ url: url() });
      await said(/^IMAP_URL: the certificate of the mail server is not trusted \(.+NODE_EXTRA_CA_CERTS/);
      expect(scene.server.log).not.toContain(`user=<${mailboxUser.user}>`);
    });

    it('sends no password to another machine that offers no TLS', async () => {
      await scene.server.restart();
      // An address of this machine that does not look like one.
      scene.read({ url: scene.server.url().replace('127.0.0.1', '0.0.0.0') });
      await said(/^IMAP_URL: the mail server is on another machine and offers no STARTTLS/);
      expect(scene.server.log).not.toContain(`user=<${mailboxUser.user}>`);
    });
  });
});
