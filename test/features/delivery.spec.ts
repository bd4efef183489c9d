import { simpleParser } from 'mailparser';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import type { Config } from '../../src/kernel/config/env.js';
import { Jobs } from '../../src/kernel/jobs/jobs.js';
import { Ledger } from '../../src/kernel/ledger/ledger.js';
import { Clock } from '../../src/kernel/time/clock.js';
import { CaptureTransport } from '../../src/mail/capture-transport.js';
import { CapturedMailReadModel } from '../../src/mail/captured-mail.read-model.js';
import { Delivery } from '../../src/mail/delivery.service.js';
import type { MailTransport } from '../../src/mail/mail-transport.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { OutboxQueue } from '../../src/mail/outbox-message.repository.js';
import { OutboxReadModel } from '../../src/mail/outbox.read-model.js';
import { Outbox } from '../../src/mail/outbox.service.js';
import type { OutgoingMail } from '../../src/mail/outgoing-mail.js';
import { ResendMail } from '../../src/mail/resend-mail.service.js';
import { SmtpTransport } from '../../src/mail/smtp-transport.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { SmtpInbox } from '../support/smtp-inbox.js';

class FixedClock extends Clock {
  at = new Date('2027-01-04T09:00:00Z');
  override now = (): Date => this.at;
  pass(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

const studyId = '01990a4e-7b00-7000-8000-00000000abcd';
const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
const mailTo = (local: string, changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  studyId,
  kind: 'offer',
  about: 'ZWO-SW-01',
  to: { name: 'Jolanda Wiersma', address: `${local}@example.org` },
  language: 'nl',
  document: {
    subject: 'Kies een moment, Jolanda Wiersma',
    blocks: [{ kind: 'paragraph', text: 'Beste Jolanda Wiersma, kunt u dinsdag?' }],
    footer: [],
  },
  ...changes,
});

const until = async (condition: () => boolean): Promise<void> => {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('delivery', () => {
  let database: TestDatabase;
  let inbox: SmtpInbox;
  let url: string;
  let clock: FixedClock;
  let jobs: Jobs;
  let woken: number;
  let outbox: Outbox;
  const cipher = new Cipher('a secret of the tests, long enough to be one');
  const workers: Delivery[] = [];

  const transactionally = <T>(work: () => Promise<T>): Promise<T> =>
    database.orm.em.transactional(() => work());
  const enqueue = (...mails: OutgoingMail[]) => transactionally(() => outbox.enqueueAll(mails));
  const workerOver = (transport: MailTransport): Delivery => {
    const worker = new Delivery(new OutboxQueue(database.orm.em), transport, cipher, clock);
    workers.push(worker);
    return worker;
  };
  const worker = (): Delivery => workerOver(new SmtpTransport(url));
  const rows = () => database.orm.em.fork().find(OutboxMessage, {}, { orderBy: { id: 'asc' } });
  const row = async () => (await rows())[0]!;

  beforeEach(async () => {
    database = await createTestDatabase();
    inbox = new SmtpInbox();
    url = await inbox.start();
    clock = new FixedClock();
    woken = 0;
    const { orm, clientUrl } = database;
    jobs = new Jobs({ databaseUrl: clientUrl } as Config, orm, orm.em);
    jobs.register({ name: 'deliver-mail', handler: async () => (woken += 1) });
    await jobs.onApplicationBootstrap();
    const mailFrom = { name: 'Planning', address: 'planning@veldwerk.example.org' };
    outbox = new Outbox({ mailFrom }, orm.em, cipher, clock, jobs);
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((each) => each.onModuleDestroy()));
    await jobs.beforeApplicationShutdown();
    await inbox.stop();
    await database.drop();
  });

  it('sends a queued mail once, from the address that is also the organizer', async () => {
    const [queued] = await enqueue(mailTo('jw', { calendar: { method: 'REQUEST', content: calendar } }));
    await worker().deliverDue();
    await worker().deliverDue();
    expect(inbox.received).toHaveLength(1);
    expect(inbox.received[0]).toMatchObject({ to: 'jw@example.org', messageId: queued!.messageId });
    const parsed = await simpleParser(inbox.received[0]!.raw);
    expect(parsed.from?.text).toBe('"Planning" <planning@veldwerk.example.org>');
    expect(parsed.attachments.map(({ content }) => content.toString())).toEqual([calendar, calendar]);
    expect(await row()).toMatchObject({ status: 'sent', attempts: 1, sentAt: clock.at, leasedBy: null });
  });

  it('wakes the worker when the transaction has committed', async () => {
    await enqueue(mailTo('jw'));
    await until(() => woken > 0);
  });

  it('sends nothing of what was rolled back', async () => {
    const rolledBack = transactionally(async () => {
      await outbox.enqueue(mailTo('jw'));
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await worker().deliverDue();
    expect(inbox.received).toHaveLength(0);
    expect(await rows()).toHaveLength(0);
    await enqueue(mailTo('other'));
    await until(() => woken > 0);
    expect(woken).toBe(1);
  });

  it('queues many mails in the order given', async () => {
    const queued = await enqueue(...Array.from({ length: 40 }, (_, n) => mailTo(`r${n}`)));
    await worker().deliverDue();
    expect(inbox.received).toHaveLength(40);
    const ids = new Map(inbox.received.map(({ to, messageId }) => [to, messageId]));
    expect(queued.map(({ messageId }) => messageId)).toEqual(
      Array.from({ length: 40 }, (_, n) => ids.get(`r${n}@example.org`)),
    );
    expect(inbox.connections).toBeLessThanOrEqual(5);
  });

  it('tries again later what the server puts off, with the same bytes', async () => {
    inbox.verdict = () => ({ code: 451, words: 'Greylisted jw@example.org' });
    await enqueue(mailTo('jw'));
    const sender = worker();
    await sender.deliverDue();
    expect(await row()).toMatchObject({
      status: 'queued',
      attempts: 1,
      nextAttemptAt: new Date('2027-01-04T09:01:00Z'),
    });
    expect((await row()).lastError).toContain('451');
    expect((await row()).lastError).not.toContain('@');
    await sender.deliverDue();
    expect(inbox.attempts).toBe(1);
    inbox.verdict = () => undefined;
    clock.pass(1);
    await sender.deliverDue();
    expect(inbox.received).toHaveLength(1);
    expect(await row()).toMatchObject({ status: 'sent', attempts: 2, lastError: null });
  });

  it('gives up after two days of being put off', async () => {
    inbox.verdict = () => ({ code: 451, words: 'later' });
    await enqueue(mailTo('jw'));
    const sender = worker();
    for (let n = 0; n < 20 && (await row()).status === 'queued'; n += 1) {
      clock.at = (await row()).nextAttemptAt;
      await sender.deliverDue();
    }
    expect(await row()).toMatchObject({ status: 'failed', attempts: 9 });
    expect(clock.at.getTime()).toBeLessThanOrEqual(new Date('2027-01-06T09:00:00Z').getTime());
  });

  it('gives up at once on what the server refuses, and keeps its words without the address', async () => {
    inbox.verdict = (to) => ({ code: 550, words: `5.1.1 <${to}>: no jolanda.w here` });
    await enqueue(mailTo('jolanda.w'));
    await worker().deliverDue();
    const { status, attempts, lastError } = await row();
    expect([status, attempts]).toEqual(['failed', 1]);
    expect(lastError).toMatch(/550 5\.1\.1 …: no … here$/);
  });

  it('sends a failed mail again when a person asks, and no other', async () => {
    const { em } = database.orm;
    const resending = new ResendMail(em, clock, jobs, new Ledger(em, clock));
    const request = { studyId, actorId: studyId };
    inbox.verdict = () => ({ code: 550, words: 'no' });
    const [queued] = await enqueue(mailTo('jw'));
    const again = (changes = {}) =>
      database.orm.em.transactional(() => resending.resend({ ...request, id: queued!.id, ...changes }));
    await expect(again()).rejects.toMatchObject({ kind: 'conflict' });
    await worker().deliverDue();
    await expect(again({ studyId: queued!.id })).rejects.toMatchObject({ kind: 'not-found' });
    inbox.verdict = () => undefined;
    await again();
    await worker().deliverDue();
    expect(inbox.received.map(({ messageId }) => messageId)).toEqual([queued!.messageId]);
    const facts = await database.orm.em.execute(`select kind from ledger_entry`);
    expect(facts).toEqual([{ kind: 'mail.queued-again' }]);
  });

  it('lets two workers share the work without sending anything twice', async () => {
    await enqueue(...Array.from({ length: 60 }, (_, n) => mailTo(`r${n}`)));
    inbox.beforeAccepting = () => new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([worker().deliverDue(), worker().deliverDue(), worker().deliverDue()]);
    expect(inbox.received).toHaveLength(60);
    expect(new Set(inbox.received.map(({ to }) => to)).size).toBe(60);
    expect(inbox.connections).toBeGreaterThan(5);
  });

  it('sends again what a worker that died was sending: same Message-ID, same bytes', async () => {
    const [queued] = await enqueue(mailTo('jw', { calendar: { method: 'REQUEST', content: calendar } }));
    const answer = Promise.withResolvers<void>();
    inbox.beforeAccepting = () => answer.promise;
    // The first worker hangs after the server has the message, as one does that is killed before it can say so.
    const dying = worker().deliverDue();
    await until(() => inbox.received.length === 1);
    inbox.beforeAccepting = async () => undefined;
    const successor = worker();
    await successor.deliverDue();
    expect(inbox.received).toHaveLength(1);
    clock.pass(1);
    await successor.deliverDue();
    expect(inbox.received.map(({ messageId }) => messageId)).toEqual([queued!.messageId, queued!.messageId]);
    expect(inbox.received[0]!.raw.equals(inbox.received[1]!.raw)).toBe(true);
    answer.resolve();
    await dying;
    expect(await row()).toMatchObject({ status: 'sent' });
  });

  it('leaves a server that is down alone, without using up the attempts of any mail', async () => {
    await inbox.stop();
    await enqueue(...Array.from({ length: 30 }, (_, n) => mailTo(`r${n}`)));
    const sender = worker();
    for (let n = 0; n < 10; n += 1) {
      await sender.deliverDue();
      clock.pass(6);
    }
    const waiting = await rows();
    expect(waiting.every(({ status, attempts }) => status === 'queued' && attempts === 0)).toBe(true);
    await inbox.start(Number(new URL(url).port));
    await sender.deliverDue();
    expect(new Set(inbox.received.map(({ to }) => to)).size).toBe(30);
    expect((await rows()).every(({ status }) => status === 'sent')).toBe(true);
  });

  it('finishes what is under way when the product stops, and hands back the rest', async () => {
    await enqueue(...Array.from({ length: 40 }, (_, n) => mailTo(`r${n}`)));
    inbox.beforeAccepting = () => new Promise((resolve) => setTimeout(resolve, 30));
    const stopping = worker();
    const delivering = stopping.deliverDue();
    await until(() => inbox.received.length >= 3);
    await stopping.onModuleDestroy();
    await delivering;
    const [sent, queued] = ['sent', 'queued'].map(async (status) =>
      (await rows()).filter((message) => message.status === status),
    );
    expect(await sent).toHaveLength(inbox.received.length);
    expect((await sent)!.length + (await queued)!.length).toBe(40);
    expect((await queued)!.length).toBeGreaterThan(0);
    await worker().deliverDue();
    expect(inbox.received).toHaveLength(40);
  });

  it('keeps captured mail once, sealed, and reads it back as a mail program would', async () => {
    const { em } = database.orm;
    const [queued] = await enqueue(mailTo('jw', { calendar: { method: 'REQUEST', content: calendar } }));
    const capture = new CaptureTransport({ em, cipher, clock });
    await workerOver(capture).deliverDue();
    await em.execute(`update outbox_message set status = 'queued'`);
    await workerOver(capture).deliverDue();
    const mailbox = new CapturedMailReadModel(em, cipher);
    const { messages } = await mailbox.list({ limit: 10 });
    expect(messages).toHaveLength(1);
    const mail = await mailbox.get(queued!.id);
    expect(mail).toMatchObject({ subject: 'Kies een moment, Jolanda Wiersma', hasCalendar: true, calendar });
    expect(mail.to).toBe('"Jolanda Wiersma" <jw@example.org>');
    expect(mail.text).toContain('kunt u dinsdag?');
    expect(mail.html).toContain('<html lang="nl">');
    const { from, text, html } = await simpleParser(mail.raw, { skipHtmlToText: true, skipTextLinks: true });
    expect(mail).toMatchObject({ from: from?.text, text, html });
  });

  it('stores no name, address or word of a mail readably', async () => {
    const { em } = database.orm;
    await enqueue(mailTo('jwiersma'));
    await workerOver(new CaptureTransport({ em, cipher, clock })).deliverDue();
    for (const table of ['outbox_message', 'captured_message']) {
      const [stored] = await em.execute<{ plain: string; bytes: string }[]>(
        `select t::text as plain, encode(sealed, 'escape') as bytes from ${table} t`,
      );
      for (const word of ['Jolanda', 'Wiersma', 'jwiersma', 'dinsdag', 'Kies een moment']) {
        expect(stored!.plain).not.toContain(word);
        expect(stored!.bytes).not.toContain(word);
      }
    }
  });

  it('lists the mail of one study, newest first, page by page', async () => {
    const outboxOf = new OutboxReadModel(database.orm.em, cipher);
    const queued = await enqueue(...['a', 'b', 'c'].map((local) => mailTo(local)));
    await enqueue(mailTo('d', { studyId: null }));
    const ids = queued
      .map(({ id }) => id)
      .toSorted()
      .toReversed();
    const first = await outboxOf.list({ studyId, limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await outboxOf.listAddressed({ studyId, limit: 2, cursor: first.nextCursor! });
    expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second).toMatchObject({ nextCursor: null, rows: [{ to: { name: 'Jolanda Wiersma' } }] });
    expect(await outboxOf.countByStatus(studyId)).toMatchObject({ queued: 3, failed: 0 });
    expect(JSON.stringify(first)).not.toContain('Jolanda');
  });
});
