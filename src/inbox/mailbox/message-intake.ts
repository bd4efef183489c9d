import { RequestContext, type MikroORM } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import type { ReceiveMail } from '../receive-mail.js';
import { folderNames, type Filing } from './filing-folders.js';
import type { ImapMailbox } from './imap-mailbox.js';
import type { MailboxFigures } from './mailbox-figures.js';
import type { Attempt, OpenAttempts } from './open-attempts.js';
import { OutageLog } from './outage-log.js';

/** Nothing can be taken in before the database answers again. */
export class DatabaseAway extends Error {}

export interface IntakeParts {
  readonly orm: MikroORM;
  readonly receiver: ReceiveMail;
  readonly figures: MailboxFigures;
  readonly attempts: OpenAttempts;
}

/** A message, where it lies, and its name among the attempts. */
interface Found {
  readonly mailbox: ImapMailbox;
  readonly uid: number;
  readonly key: string;
}

/** Takes in one message after the other and puts each away; what fails stays where it is, for a later try. */
export class MessageIntake {
  private readonly logger = new Logger('Mailbox');
  private readonly filing = new OutageLog(this.logger, 'Messages are moved out of the mailbox again.');

  constructor(private readonly parts: IntakeParts) {}

  /**
   * Everything that is due, oldest first, until `signal` fires; the message under way is finished.
   * @throws DatabaseAway, or an `ImapFailure`.
   */
  async takeInDue(mailbox: ImapMailbox, signal: AbortSignal): Promise<void> {
    const { attempts } = this.parts;
    const uids = await mailbox.list();
    const keyOf = (uid: number): string => `${mailbox.uidValidity}:${uid}`;
    attempts.keepOnly(new Set(uids.map(keyOf)));
    for (const uid of uids) {
      if (signal.aborted) return;
      const key = keyOf(uid);
      if (attempts.isDue(key, performance.now())) await this.takeIn({ mailbox, uid, key });
    }
  }

  private async takeIn(found: Found): Promise<void> {
    const { attempts } = this.parts;
    const attempt = attempts.begin(found.key, performance.now());
    try {
      attempt.filing ??= await this.decide(found, attempt);
    } catch (error) {
      if (error instanceof DatabaseAway) attempts.takeBack(found.key);
      throw error;
    }
    if (attempt.filing) await this.putAway(found, attempt.filing);
  }

  /** Undefined when it has gone, or is to be tried later. */
  private async decide({ mailbox, uid }: Found, attempt: Attempt): Promise<Filing | undefined> {
    const { mostTries } = this.parts.attempts;
    if (attempt.tries > mostTries) return this.giveUp(attempt);
    const message = await mailbox.fetch(uid);
    if (!message) return undefined;
    try {
      const { outcome, waits } = await this.receive(message.raw);
      this.parts.figures.count(outcome);
      return waits || !message.isWhole ? 'waiting' : 'handled';
    } catch (error) {
      await this.assertDatabase();
      this.logger.warn(
        `A message could not be taken in (${nameOf(error)}), try ${attempt.tries} of ${mostTries}.`,
      );
      return attempt.tries === mostTries ? this.giveUp(attempt) : undefined;
    }
  }

  private receive(raw: Uint8Array) {
    const { orm, receiver } = this.parts;
    return RequestContext.create(orm.em, () => receiver.receive(raw));
  }

  private giveUp(attempt: Attempt): Filing {
    this.parts.figures.count('given-up');
    this.logger.warn(
      `A message could not be taken in after ${attempt.tries} tries: a person finds it in ${folderNames.waiting}.`,
    );
    return 'waiting';
  }

  private async putAway({ mailbox, uid, key }: Found, filing: Filing): Promise<void> {
    const refusal = await mailbox.file(uid, filing);
    if (refusal !== null) {
      this.filing.begin(
        `The mail server refuses to move messages to ${folderNames[filing]} (${refusal}): what was taken in stays where it is until that works.`,
      );
      return;
    }
    this.parts.attempts.end(key);
    this.filing.end();
  }

  /** A database that is away says nothing about the message. */
  private async assertDatabase(): Promise<void> {
    await this.parts.orm.em
      .fork()
      .execute('select 1')
      .catch(() => {
        throw new DatabaseAway();
      });
  }
}

/** The kind of error only: its words may hold what was being handled. */
const nameOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  return `${error instanceof Error ? error.name : typeof error}${code}`;
};
