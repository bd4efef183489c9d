import { describeWithDovecot } from '../support/dovecot.js';
import { mailOf, MailboxScene, until } from '../support/mailbox-scene.js';

const bare = 'IMAP4rev1 LITERAL+ NAMESPACE LIST-EXTENDED';

describeWithDovecot('the mailbox', () => {
  let scene: MailboxScene;
  const start = async (...[settings]: Parameters<typeof MailboxScene.start>) =>
    (scene = await MailboxScene.start(settings));
  const emptied = () => until('the mailbox is empty', () => scene.server.count() === 0);

  afterEach(() => scene.stop());

  it('takes in what was there already, and puts away what is done and what waits', async () => {
    await start();
    await scene.server.append(mailOf('een'), mailOf('? twee'), mailOf('drie'));
    scene.read();
    await emptied();
    expect(scene.receiver.handed).toEqual(['een', '? twee', 'drie']);
    expect(await scene.server.contents('Verwerkt')).toMatchObject([
      { subject: 'een', seen: true },
      { subject: 'drie', seen: true },
    ]);
    expect(await scene.server.contents('Te beoordelen')).toMatchObject([{ subject: '? twee', seen: false }]);
    const folders = await scene.server.as((client) => client.list());
    const subscribed = folders.filter((folder) => folder.subscribed).map(({ path }) => path);
    expect(subscribed.toSorted()).toEqual(['INBOX', 'Te beoordelen', 'Verwerkt']);
    expect(scene.log).toEqual([]);
  });

  it('hears of what arrives while it waits', async () => {
    await start();
    scene.read();
    await until('it reads', async () => (await scene.metrics.write()).includes('mailbox_connected 1'));
    await scene.server.append(mailOf('toegevoegd'));
    await until('it has it', () => scene.receiver.taken.length === 1);
    await emptied();
    scene.server.deliver('1.bezorgd', mailOf('bezorgd'));
    await until('it has that too', () => scene.receiver.taken.length === 2);
    await emptied();
    expect(await scene.subjects('Verwerkt')).toEqual(['toegevoegd', 'bezorgd']);
  });

  it('looks by itself where the server cannot tell (no IDLE)', async () => {
    await start({ capability: `${bare} UIDPLUS MOVE` });
    scene.read();
    for (const subject of ['een', 'twee']) {
      await scene.server.append(mailOf(subject));
      await emptied();
    }
    expect(await scene.subjects('Verwerkt')).toEqual(['een', 'twee']);
  });

  it('copies and expunges one message where the server cannot move (no MOVE)', async () => {
    await start({ capability: `${bare} UIDPLUS` });
    await scene.server.append(mailOf('van een ander'), mailOf('een'));
    await scene.server.as(async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageFlagsAdd('1', ['\\Deleted']);
    });
    scene.read();
    await until('it has moved', async () => (await scene.subjects('Verwerkt'))?.length === 1);
    expect(await scene.subjects('INBOX')).toEqual(['van een ander']);
    expect(scene.receiver.handed).toEqual(['een']);
  });

  it('marks as deleted, and nothing more, where the server can do neither (no UIDPLUS)', async () => {
    await start({ capability: bare });
    await scene.server.append(mailOf('een'));
    scene.read();
    await scene.server.append(mailOf('twee'));
    await until('both are there', async () => (await scene.subjects('Verwerkt'))?.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(scene.receiver.handed).toEqual(['een', 'twee']);
    expect(await scene.subjects('INBOX')).toEqual(['een', 'twee']);
    expect(await scene.subjects('Verwerkt')).toEqual(['een', 'twee']);
  });

  it('makes its folders where the server keeps personal ones', async () => {
    await start({ prefix: 'INBOX.' });
    await scene.server.append(mailOf('een'), mailOf('? twee'));
    scene.read();
    await emptied();
    expect(await scene.subjects('INBOX.Verwerkt')).toEqual(['een']);
    expect(await scene.subjects('INBOX.Te beoordelen')).toEqual(['? twee']);
  });

  it('reads another folder than the inbox, and makes a folder again that somebody renamed', async () => {
    await start();
    const folder = 'Antwoorden é';
    await scene.server.as((client) => client.mailboxCreate(folder));
    scene.read({ url: scene.server.url({ folder }) });
    const send = (subject: string) => scene.server.as((client) => client.append(folder, mailOf(subject)));
    const readUpTo = (count: number) =>
      until(
        'it is read',
        async () => scene.receiver.taken.length === count && !(await scene.subjects(folder))?.length,
      );
    await send('een');
    await readUpTo(1);
    await scene.server.as((client) => client.mailboxRename('Verwerkt', 'Vorig jaar'));
    await send('twee');
    await readUpTo(2);
    expect(await scene.subjects('Vorig jaar')).toEqual(['een']);
    expect(await scene.subjects('Verwerkt')).toEqual(['twee']);
    expect(scene.log).toEqual([]);
  });

  it('fetches the whole of a message up to 10 MiB, and the beginning of a longer one, which waits', async () => {
    await start();
    const line = `${'x'.repeat(76)}\r\n`;
    const long = mailOf('lang', line.repeat(4_000));
    const tooLong = mailOf('te lang', line.repeat(140_000));
    expect(tooLong.length).toBeGreaterThan(10 * 1024 * 1024);
    await scene.server.append(long, tooLong);
    scene.read();
    await emptied();
    expect(scene.receiver.handed).toEqual(['lang', 'te lang']);
    expect(scene.receiver.sizes).toEqual([long.length, 256 * 1024]);
    expect(await scene.subjects('Verwerkt')).toEqual(['lang']);
    expect(await scene.subjects('Te beoordelen')).toEqual(['te lang']);
  });

  it('counts what became of the messages', async () => {
    await start();
    await scene.server.append(mailOf('een'), mailOf('? twee'), mailOf('een'));
    scene.read();
    await emptied();
    const written = await scene.metrics.write();
    expect(written).toContain('# TYPE mailbox_messages_total counter');
    expect(written.split('\n').filter((line) => line.startsWith('mailbox_messages_total{'))).toEqual([
      'mailbox_messages_total{outcome="applied"} 1',
      'mailbox_messages_total{outcome="stranger"} 1',
      'mailbox_messages_total{outcome="duplicate"} 1',
    ]);
    expect(written).toMatch(/^mailbox_last_success_timestamp_seconds 1\d{9}/m);
  });

  it('is read by one of two readers, each message once, and by the other when the first stops', async () => {
    await start();
    const [first] = [scene.read(), scene.read()];
    const subjects = Array.from({ length: 40 }, (_, n) => `bericht ${n}`);
    await scene.server.append(...subjects.slice(0, 20).map((subject) => mailOf(subject)));
    await emptied();
    await first.onModuleDestroy();
    await scene.server.append(...subjects.slice(20).map((subject) => mailOf(subject)));
    await emptied();
    expect(scene.receiver.handed).toEqual(subjects);
    expect(await scene.subjects('Verwerkt')).toEqual(subjects);
  });

  it('passes on when the database ends the turn of a reader that lives', async () => {
    await start();
    scene.read();
    scene.read();
    await scene.server.append(mailOf('een'));
    await emptied();
    await scene.database.orm.em.fork().execute(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`,
    );
    await scene.server.append(mailOf('twee'));
    await emptied();
    expect(scene.receiver.taken).toEqual(['een', 'twee']);
    expect(await scene.subjects('Verwerkt')).toEqual(['een', 'twee']);
  });

  it('finishes the message under way when it is stopped, and begins no other', async () => {
    await start();
    await scene.server.append(mailOf('een'), mailOf('twee'));
    const underWay = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    scene.receiver.before = () => (underWay.resolve(), release.promise);
    const reader = scene.read();
    await underWay.promise;
    const stopped = reader.onModuleDestroy();
    release.resolve();
    await stopped;
    expect(scene.receiver.handed).toEqual(['een']);
    expect(await scene.subjects('Verwerkt')).toEqual(['een']);
    expect(await scene.subjects('INBOX')).toEqual(['twee']);
  });

  it('stops at once when it waits for mail', async () => {
    await start();
    const reader = scene.read();
    await scene.server.append(mailOf('een'));
    await emptied();
    const since = performance.now();
    await reader.onModuleDestroy();
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(await scene.metrics.write()).toContain('mailbox_connected 0');
  });
});
