import { setTimeout as pause } from 'node:timers/promises';
import { Logger, type LoggerService } from '@nestjs/common';
import { ReceiveMail, type Reception } from '../../src/inbox/receive-mail.js';
import { MailboxFigures } from '../../src/inbox/mailbox/mailbox-figures.js';
import type { MailboxPace } from '../../src/inbox/mailbox/mailbox-pace.js';
import { MailboxReader } from '../../src/inbox/mailbox/mailbox-reader.service.js';
import { parseImapAddress } from '../../src/kernel/config/imap-address.js';
import { Metrics } from '../../src/kernel/http/metrics.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { Dovecot, type DovecotSettings } from './dovecot.js';

/** Remembers what it was handed. A subject that begins with a question mark waits for a person. */
export class RecordingReceiver extends ReceiveMail {
  /** Subjects, as often as they came. */
  readonly handed: string[] = [];
  readonly sizes: number[] = [];
  readonly #taken = new Map<string, Reception>();
  /** Happens before a message is taken in, and may fail. */
  before: (subject: string) => Promise<unknown> = async () => undefined;
  /** Happens when a message has been taken in, before that is answered. */
  after: (subject: string) => Promise<unknown> = async () => undefined;

  /** Subjects of what was taken in, each once. */
  get taken(): readonly string[] {
    return [...this.#taken.keys()];
  }

  async receive(raw: Uint8Array): Promise<Reception> {
    const subject = /^Subject: (.*)\r$/m.exec(Buffer.from(raw).toString('latin1'))?.[1] ?? '';
    this.handed.push(subject);
    this.sizes.push(raw.length);
    await this.before(subject);
    const earlier = this.#taken.get(subject);
    if (earlier) return { outcome: 'duplicate', waits: earlier.waits };
    const waits = subject.startsWith('?');
    const reception: Reception = { outcome: waits ? 'stranger' : 'applied', waits };
    this.#taken.set(subject, reception);
    await this.after(subject);
    return reception;
  }
}

/** Nothing in a test takes minutes; but for IDLE and retries a test would have to wait for `look`. */
export const testPace: MailboxPace = {
  look: 60_000,
  lookWithoutIdle: 200,
  turn: 200,
  reconnect: [100, 200],
  repair: [300],
  message: [60_000],
  patience: 5_000,
  connect: 2_000,
  silence: 60_000,
};

export interface ReadingOptions {
  readonly url?: string;
  readonly pace?: Partial<MailboxPace>;
}

/** A mailbox on a real server, a real database, and readers of it. */
export class MailboxScene {
  readonly receiver = new RecordingReceiver();
  readonly metrics = new Metrics();
  readonly figures = new MailboxFigures(this.metrics);
  readonly #readers: MailboxReader[] = [];
  readonly #lines: string[] = [];

  private constructor(
    readonly server: Dovecot,
    readonly database: TestDatabase,
  ) {
    const keep = (line: unknown) => void this.#lines.push(String(line));
    const logger: LoggerService = { log: keep, warn: keep, error: keep };
    Logger.overrideLogger(logger);
  }

  static async start(settings: DovecotSettings = {}): Promise<MailboxScene> {
    return new MailboxScene(await Dovecot.start(settings), await createTestDatabase());
  }

  read({ url = this.server.url(), pace = {} }: ReadingOptions = {}): MailboxReader {
    const { receiver, figures } = this;
    const { orm } = this.database;
    const address = parseImapAddress(url)!;
    const reader = new MailboxReader({ address, orm, receiver, figures, pace: { ...testPace, ...pace } });
    this.#readers.push(reader);
    reader.onApplicationBootstrap();
    return reader;
  }

  /** What was logged so far. */
  get log(): readonly string[] {
    return this.#lines;
  }

  /** Subjects in a folder, in its order; null when there is no such folder. */
  async subjects(path: string): Promise<readonly string[] | null> {
    return (await this.server.contents(path))?.map(({ subject }) => subject) ?? null;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.onModuleDestroy()));
    await this.server.remove();
    await this.database.drop();
  }
}

/** A mail with hardly anything in it. */
export const mailOf = (subject: string, body = 'Tot dan.'): string =>
  `Message-ID: <${Buffer.from(subject).toString('hex')}@example.org>\r\nSubject: ${subject}\r\n\r\n${body}\r\n`;

/** Fails when it does not come to be in time. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = 10_000,
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${patienceMs / 1_000} seconds: ${what}`);
    await pause(20);
  }
}
