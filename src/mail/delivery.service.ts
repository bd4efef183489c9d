import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Cipher } from '../kernel/crypto/cipher.js';
import { SealBroken } from '../kernel/crypto/seal.js';
import { newId } from '../kernel/database/new-id.js';
import { Clock } from '../kernel/time/clock.js';
import { buildMessage } from './build-message.js';
import { outboxContext } from './delivery-names.js';
import { keepLease } from './keep-lease.js';
import type { Letter } from './letter.js';
import { MailTransport, type SendResult } from './mail-transport.js';
import { OutboxQueue, type ClaimedMessage, type Settlement } from './outbox-message.repository.js';
import { outagePause } from './plan-retry.js';
import { scrubReason } from './scrub-reason.js';
import { handBack, settleAttempt } from './settle-attempt.js';

/** Per claim: few, so that little is sent twice after a crash, and one slow message holds up few others. */
const batchSize = 5;
const attemptMs = 120_000;
const shutdownMs = 20_000;

/** Empties the outbox, in any number of processes at once. Nothing here is inside a transaction while the network is used. */
@Injectable()
export class Delivery implements OnModuleDestroy {
  private readonly workerId = newId();
  private readonly shutdown = new AbortController();
  private stopping = false;
  private current?: Promise<void>;
  private asked = false;
  private failures = 0;
  private pausedUntil = new Date(0);

  constructor(
    private readonly queue: OutboxQueue,
    private readonly transport: MailTransport,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due; resolves when nothing is left that can go now. Asked again meanwhile, it looks once more. */
  deliverDue(): Promise<void> {
    this.asked = true;
    this.current ??= this.deliverWhileAsked();
    return this.current;
  }

  /** Lets what is under way end, and hands back the rest. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    const timer = setTimeout(() => this.shutdown.abort(), shutdownMs);
    await this.current?.catch(() => undefined);
    clearTimeout(timer);
    this.transport.close();
  }

  private async deliverWhileAsked(): Promise<void> {
    try {
      while (this.asked) {
        this.asked = false;
        await this.drain();
      }
    } finally {
      this.current = undefined;
    }
  }

  private async drain(): Promise<void> {
    const lease = keepLease(() => this.queue.renew(this.workerId, this.clock.now()));
    try {
      const lanes = Array.from({ length: this.transport.lanes }, () => this.runLane(lease.lost));
      const broken = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
      if (broken) throw broken.reason;
    } finally {
      lease.end();
    }
  }

  /** One message after the other, beside the other lanes, so that a slow one holds up its own lane only. */
  private async runLane(lost: AbortSignal): Promise<void> {
    while (this.mayGoOn(lost)) {
      const { workerId } = this;
      const batch = await this.queue.claim({ workerId, now: this.clock.now(), limit: batchSize });
      if (batch.length === 0) return;
      await this.queue.settle(workerId, await this.sendBatch(batch, lost));
    }
  }

  private async sendBatch(batch: readonly ClaimedMessage[], lost: AbortSignal): Promise<Settlement[]> {
    const settlements: Settlement[] = [];
    for (const message of batch) {
      const goesOn = this.mayGoOn(lost);
      settlements.push(goesOn ? await this.attempt(message, lost) : handBack(message, this.clock.now()));
    }
    return settlements;
  }

  private mayGoOn(lost: AbortSignal): boolean {
    return !this.stopping && !lost.aborted && this.clock.now() >= this.pausedUntil;
  }

  private async attempt(message: ClaimedMessage, lost: AbortSignal): Promise<Settlement> {
    const result = await this.send(message, lost);
    const now = this.clock.now();
    this.noteServer(result, now);
    return settleAttempt({ message, result, now, pausedUntil: this.pausedUntil });
  }

  private async send({ id, sealed }: ClaimedMessage, lost: AbortSignal): Promise<SendResult> {
    try {
      const letter = this.cipher.openJson<Letter>('outbox', outboxContext(id), sealed);
      const envelope = { from: letter.from.address, to: letter.to.address };
      const signal = AbortSignal.any([AbortSignal.timeout(attemptMs), lost, this.shutdown.signal]);
      const result = await this.transport.send({ id, envelope, raw: await buildMessage(letter), signal });
      return result.outcome === 'sent'
        ? result
        : { ...result, reason: scrubReason(result.reason, letter.to) };
    } catch (error) {
      if (error instanceof SealBroken) return { outcome: 'refused', reason: error.message };
      throw error;
    }
  }

  /** A server in trouble is left alone by every lane, longer each time; lanes that fail together count once. */
  private noteServer(result: SendResult, now: Date): void {
    if (result.outcome !== 'unreachable') {
      this.failures = 0;
      return;
    }
    if (now < this.pausedUntil) return;
    this.failures += 1;
    this.pausedUntil = new Date(now.getTime() + outagePause(this.failures));
  }
}
