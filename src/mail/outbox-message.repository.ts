import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Longer than the pause between renewals by far; a process that dies is found out after this. Seconds. */
export const leaseSeconds = 45;

export interface ClaimOptions {
  readonly workerId: string;
  readonly now: Date;
  readonly limit: number;
}

export interface ClaimedMessage {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly attempts: number;
  readonly queuedAt: Date;
  /** Of the attempt before. */
  readonly lastError: string | null;
}

/** How one claimed message goes on. */
export interface Settlement {
  readonly id: string;
  readonly status: 'queued' | 'sent' | 'failed';
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastError: string | null;
  readonly sentAt: Date | null;
}

interface ClaimedRow {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly attempts: number;
  readonly queued_at: string;
  readonly last_error: string | null;
}

/** The statements by which workers share the outbox: each is one short transaction, none waits for another worker. */
@Injectable()
export class OutboxQueue {
  constructor(private readonly em: EntityManager) {}

  /** Takes due messages that nobody holds, oldest first, also those whose holder let its lease pass. */
  async claim({ workerId, now, limit }: ClaimOptions): Promise<readonly ClaimedMessage[]> {
    const rows = await this.em.fork().execute<ClaimedRow[]>(
      `update outbox_message set status = 'sending', leased_by = ?, leased_until = ?
        where id in (
          select id from outbox_message
           where status in ('queued', 'sending') and next_attempt_at <= ?
             and (leased_until is null or leased_until <= ?)
           order by next_attempt_at limit ? for update skip locked)
        returning id, sealed, attempts, queued_at, last_error`,
      [workerId, leaseEnd(now), now, now, limit],
    );
    return rows.map(toClaimed);
  }

  /** Keeps everything that this worker holds. */
  async renew(workerId: string, now: Date): Promise<void> {
    await this.em
      .fork()
      .execute(`update outbox_message set leased_until = ? where leased_by = ? and status = 'sending'`, [
        leaseEnd(now),
        workerId,
      ]);
  }

  /** Writes down results; one that another worker has taken over meanwhile changes only by having been sent. */
  async settle(workerId: string, settlements: readonly Settlement[]): Promise<void> {
    if (settlements.length === 0) return;
    await this.em.fork().execute(
      `update outbox_message m
          set status = s.status, attempts = s.attempts, next_attempt_at = s."nextAttemptAt",
              last_error = s."lastError", sent_at = s."sentAt", leased_by = null, leased_until = null
         from json_to_recordset(?::json) as s(id uuid, status text, attempts int, "nextAttemptAt" timestamptz,
              "lastError" text, "sentAt" timestamptz)
        where m.id = s.id and (m.leased_by = ? or s.status = 'sent')`,
      [JSON.stringify(settlements), workerId],
    );
  }
}

const leaseEnd = (now: Date): Date => new Date(now.getTime() + leaseSeconds * 1000);

const toClaimed = ({ id, sealed, attempts, queued_at, last_error }: ClaimedRow): ClaimedMessage => ({
  id,
  sealed,
  attempts,
  queuedAt: new Date(queued_at),
  lastError: last_error,
});
