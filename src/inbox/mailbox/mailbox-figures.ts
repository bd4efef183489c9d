import { Injectable } from '@nestjs/common';
import { Metrics } from '../../kernel/http/metrics.js';
import type { Reception } from '../receive-mail.js';

/** `given-up`: it could not be taken in, however often that was tried. */
export type MessageOutcome = Reception['outcome'] | 'given-up';

/** How this process is doing with the mailbox, for `/metrics`. */
@Injectable()
export class MailboxFigures {
  readonly #outcomes = new Map<MessageOutcome, number>();
  #isConnected = false;
  #lastSuccess = 0;

  constructor(metrics: Metrics) {
    metrics.registerGauge({
      name: 'mailbox_connected',
      help: 'Whether this process reads the mailbox; one of several does.',
      read: () => Number(this.#isConnected),
    });
    metrics.registerGauge({
      name: 'mailbox_last_success_timestamp_seconds',
      help: 'When this process last had nothing left to take in; 0 for never.',
      read: () => this.#lastSuccess,
    });
    metrics.registerCounter({
      name: 'mailbox_messages_total',
      help: 'Messages that this process took in, by outcome.',
      label: 'outcome',
      read: () => this.#outcomes,
    });
  }

  connected(): void {
    this.#isConnected = true;
  }

  disconnected(): void {
    this.#isConnected = false;
  }

  succeeded(now: Date): void {
    this.#lastSuccess = now.getTime() / 1_000;
  }

  count(outcome: MessageOutcome): void {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  }
}
