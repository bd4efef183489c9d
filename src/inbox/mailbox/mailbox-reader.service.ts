import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ImapAddress } from '../../kernel/config/imap-address.js';
import type { ReceiveMail } from '../receive-mail.js';
import { explainMailboxFault, type ImapFailure, type MailboxFault } from './explain-mailbox-fault.js';
import { ImapMailbox } from './imap-mailbox.js';
import type { MailboxFigures } from './mailbox-figures.js';
import { pauseAfter, type MailboxPace } from './mailbox-pace.js';
import { DatabaseAway, MessageIntake } from './message-intake.js';
import { OpenAttempts } from './open-attempts.js';
import { OutageLog } from './outage-log.js';
import { ReadingTurn } from './reading-turn.js';

/** A connection that lasted so long was a good one: its end is the first failure, not one more. */
const steadyMs = 60_000;

const databaseFault: MailboxFault = {
  needsRepair: false,
  words: 'The database does not answer, so no mail is taken in.',
};

export interface ReaderParts {
  readonly address: ImapAddress;
  readonly orm: MikroORM;
  readonly receiver: ReceiveMail;
  readonly figures: MailboxFigures;
  readonly pace: MailboxPace;
}

/**
 * Reads the mailbox for as long as the application runs, in the one process that has the turn; whatever fails, it comes
 * back to it. Requests do not depend on it, so the application is ready without a mailbox.
 */
export class MailboxReader implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly outage = new OutageLog(new Logger('Mailbox'), 'The mailbox of IMAP_URL is read again.');
  private readonly intake: MessageIntake;
  private readonly attempts: OpenAttempts;
  private readonly stop = new AbortController();
  private running: Promise<void> | undefined;
  private failures = 0;

  constructor(private readonly parts: ReaderParts) {
    this.attempts = new OpenAttempts(parts.pace.message);
    this.intake = new MessageIntake({ ...parts, attempts: this.attempts });
  }

  onApplicationBootstrap(): void {
    this.running ??= this.run();
  }

  /** Lets the message under way end. */
  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await Promise.race([this.running, pause(this.parts.pace.patience, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      const rest = await this.takeTurn().catch((error: unknown) => this.failed(error));
      await pause(rest, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Reads until that ends; resolves to the milliseconds to wait then. */
  private async takeTurn(): Promise<number> {
    const { orm, pace } = this.parts;
    const turn = await ReadingTurn.take(orm).catch(() => {
      throw new DatabaseAway();
    });
    if (turn) {
      try {
        await this.read(AbortSignal.any([this.stop.signal, turn.lost]));
      } finally {
        turn.end();
      }
    }
    return pace.turn * (0.5 + Math.random() / 2);
  }

  /** @throws when the connection cannot be made, or ends before `signal` fires. */
  private async read(signal: AbortSignal): Promise<void> {
    const { address, figures, pace } = this.parts;
    const mailbox = await ImapMailbox.open(address, pace, signal);
    const since = performance.now();
    figures.connected();
    try {
      while (!signal.aborted) await this.look(mailbox, signal);
    } catch (error) {
      throw mailbox.gone.aborted ? new ConnectionLost() : error;
    } finally {
      if (performance.now() - since > steadyMs) this.failures = 0;
      figures.disconnected();
      await mailbox.close();
    }
  }

  private async look(mailbox: ImapMailbox, signal: AbortSignal): Promise<void> {
    await this.intake.takeInDue(mailbox, signal);
    this.outage.end();
    this.parts.figures.succeeded(new Date());
    const { look, lookWithoutIdle } = this.parts.pace;
    const next = this.attempts.untilNext(performance.now());
    await mailbox.untilNews(
      { idling: Math.min(look, next), otherwise: Math.min(lookWithoutIdle, next) },
      signal,
    );
    if (mailbox.gone.aborted && !signal.aborted) throw new ConnectionLost();
  }

  private failed(error: unknown): number {
    if (this.stop.signal.aborted) return 0;
    const { pace } = this.parts;
    const fault = error instanceof DatabaseAway ? databaseFault : explainMailboxFault(error as ImapFailure);
    this.failures += 1;
    // Servers close quiet connections now and then; that is an outage only when no new one can be made.
    const passes = error instanceof ConnectionLost && this.failures === 1;
    if (!passes) this.outage.begin(fault.words);
    return pauseAfter(this.failures, fault.needsRepair ? pace.repair : pace.reconnect, Math.random());
  }
}

class ConnectionLost extends Error {
  readonly code = 'connection lost';
}
