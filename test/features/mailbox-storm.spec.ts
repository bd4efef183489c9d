import { setTimeout as pause } from 'node:timers/promises';
import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Invitation } from '../../src/calendar/invitation.entity.js';
import { describeWithDovecot, Dovecot } from '../support/dovecot.js';
import { givenInvited, replyTo, type Invited } from '../support/given-replies.js';
import { until } from '../support/mailbox-scene.js';
import { freePort, Product } from '../support/product.js';
import { testConfig } from '../support/small-app.js';
import { StudyApp } from '../support/study-app.js';

const count = 200;
const kills = 3;
const patience = 60_000;

/** One of the processes, which comes back on its port when it was killed. */
class Installation {
  #product!: Product;
  readonly #env: Readonly<Record<string, string>>;
  readonly #origin: string;

  private constructor(env: Readonly<Record<string, string>>, port: number) {
    this.#env = { ...env, PORT: String(port) };
    this.#origin = `http://127.0.0.1:${port}`;
    this.begin();
  }

  static async start(env: Readonly<Record<string, string>>): Promise<Installation> {
    return new Installation(env, await freePort());
  }

  begin(): void {
    this.#product = new Product(this.#env);
  }

  untilReady(): Promise<void> {
    return this.#product.untilReady(`${this.#origin}/health/ready`);
  }

  async reads(): Promise<boolean> {
    const answer = await fetch(`${this.#origin}/metrics`).catch(() => undefined);
    return (await answer?.text())?.includes('\nmailbox_connected 1\n') ?? false;
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    return this.#product.kill(signal);
  }
}

describeWithDovecot('a storm of answers', () => {
  let app: StudyApp;
  let server: Dovecot;
  let invited: readonly Invited[];
  const installations: Installation[] = [];
  const answerOf = (index: number) => (['accepted', 'declined'] as const)[index % 2]!;

  const messageIds = async (path: string) =>
    (await server.contents(path))?.map(({ messageId }) => messageId) ?? null;

  /** Whoever has the turn to read. */
  const reader = async (): Promise<Installation> => {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const one of installations) if (await one.reads()) return one;
      await pause(20);
    }
    throw new Error('Nobody reads the mailbox');
  };

  beforeAll(async () => {
    app = await StudyApp.start(AppointmentsModule);
    invited = await givenInvited(app, count);
    // What it knows is in the database; from here on others work on that.
    await app.app.close();
    server = await Dovecot.start({ tls: true });
    const { secretKey } = testConfig('');
    const env = {
      DATABASE_URL: app.database.clientUrl,
      SECRET_KEY: secretKey,
      HOST: '127.0.0.1',
      IMAP_URL: server.url({ protocol: 'imaps' }),
      NODE_EXTRA_CA_CERTS: server.authority,
    };
    installations.push(await Installation.start(env), await Installation.start(env));
    await Promise.all(installations.map((one) => one.untilReady()));
  }, 2 * patience);

  afterAll(async () => {
    await Promise.all(installations.map((one) => one.end('SIGKILL')));
    await server?.remove();
    await app?.database.drop();
  });

  it(
    `of ${count}, while the process that reads is killed ${kills} times: each is applied once`,
    async () => {
      const feeding = server.append(...invited.map((one, index) => replyTo(one, answerOf(index))));
      const putAwayAtKill: number[] = [];
      for (let kill = 1; kill <= kills; kill += 1) {
        const enough = (kill - 0.5) * (count / (kills + 1));
        await until('many are put away', () => server.count('Verwerkt') >= enough, patience);
        const victim = await reader();
        await victim.end('SIGKILL');
        putAwayAtKill.push(server.count('Verwerkt'));
        victim.begin();
      }
      await feeding;
      await until('all are put away', () => server.count('Verwerkt') >= count, patience);

      expect(Math.max(...putAwayAtKill)).toBeLessThan(count);
      const em = app.database.orm.em.fork();
      const facts = await em.execute<{ subject: string; facts: number }[]>(
        `select subject_id as subject, count(*)::int as facts from ledger_entry
        where kind = 'invitation.answered' group by subject_id`,
      );
      expect(facts.filter((fact) => fact.facts !== 1)).toEqual([]);
      expect(facts).toHaveLength(count);
      const rows = await em.find(Invitation, { uid: { $in: invited.map(({ uid }) => uid) } });
      const answers = new Map(rows.map(({ uid, answer }) => [uid, answer]));
      expect(invited.map(({ uid }) => answers.get(uid))).toEqual(invited.map((_, index) => answerOf(index)));

      const sent = invited.map(({ uid }, index) => `<${uid}-${answerOf(index)}@calendar.example.org>`);
      expect((await messageIds('Verwerkt'))?.toSorted()).toEqual(sent.toSorted());
      expect(await messageIds('INBOX')).toEqual([]);
      expect(await messageIds('Te beoordelen')).toEqual([]);
    },
    5 * patience,
  );

  it('ends in order when it is over', async () => {
    await Promise.all(installations.map((one) => one.untilReady()));
    expect(await Promise.all(installations.map((one) => one.end('SIGTERM')))).toEqual([0, 0]);
  });
});
