import { setTimeout as pause } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../kernel/crypto/cipher.js';
import { newId } from '../kernel/database/new-id.js';
import { Conflict } from '../kernel/http/domain-error.js';
import { Clock } from '../kernel/time/clock.js';
import { KeyReused } from './auth.errors.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** A request that may come twice; the hashes are SHA-256. */
export interface RepeatableRequest {
  readonly accountId: string;
  readonly keyHash: Buffer;
  readonly requestHash: Buffer;
}

export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Either the request is ours to handle, under this id, or it was answered before. */
export type Claim = { readonly id: string; readonly answer?: undefined } | { readonly answer: KeptAnswer };

const keptHours = 24;
const leaseSeconds = 120;
const longestWaitMs = 10_000;
const pauseMs = 100;

// Takes over a key whose day has passed, or whose handler died: its lease ended without an answer.
const claimKey = `
  insert into idempotency_key as k (id, account_id, key_hash, request_hash, leased_until, created_at, expires_at)
  values (?, ?, ?, ?, ?, ?, ?)
  on conflict (account_id, key_hash) do update set id = excluded.id, request_hash = excluded.request_hash,
    leased_until = excluded.leased_until, created_at = excluded.created_at, expires_at = excluded.expires_at,
    sealed_answer = null
  where k.expires_at <= excluded.created_at or (k.sealed_answer is null and k.leased_until <= excluded.created_at)
  returning id`;

/** Keeps first answers for a day, sealed. Works on its own connection, beside the transaction of the handler. */
@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Waits for a handler that has the same request under way, ten seconds at most.
   * @throws KeyReused when the key belongs to another request; Conflict when the first is still not answered.
   */
  async claim(request: RepeatableRequest): Promise<Claim> {
    for (let waited = 0; waited <= longestWaitMs; waited += pauseMs) {
      const claim = (await this.claimFree(request)) ?? (await this.findAnswer(request));
      if (claim) return claim;
      await pause(pauseMs);
    }
    throw new Conflict(
      'still-being-handled',
      'The first request with this Idempotency-Key is still being handled.',
      {
        retryAfter: 5,
      },
    );
  }

  async keep(id: string, answer: KeptAnswer): Promise<void> {
    const sealedAnswer = this.cipher.sealJson('idempotency', contextOf(id), answer);
    await this.em.fork().nativeUpdate(IdempotencyKey, { id }, { sealedAnswer });
  }

  /** Frees the key of a request that was refused or failed: it changed nothing, so it may be tried again. */
  async release(id: string): Promise<void> {
    await this.em.fork().nativeDelete(IdempotencyKey, { id, sealedAnswer: null });
  }

  async deleteExpired(): Promise<number> {
    return this.em.fork().nativeDelete(IdempotencyKey, { expiresAt: { $lte: this.clock.now() } });
  }

  private async claimFree({
    accountId,
    keyHash,
    requestHash,
  }: RepeatableRequest): Promise<Claim | undefined> {
    const now = this.clock.now();
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const values = [
      newId(),
      accountId,
      keyHash,
      requestHash,
      later(leaseSeconds),
      now,
      later(keptHours * 3600),
    ];
    const [claimed] = await this.em.fork().execute<{ id: string }[]>(claimKey, values);
    return claimed;
  }

  private async findAnswer({
    accountId,
    keyHash,
    requestHash,
  }: RepeatableRequest): Promise<Claim | undefined> {
    const row = await this.em.fork().findOne(IdempotencyKey, { accountId, keyHash });
    if (!row) return undefined;
    if (!requestHash.equals(row.requestHash)) throw new KeyReused();
    if (!row.sealedAnswer) return undefined;
    return { answer: this.cipher.openJson<KeptAnswer>('idempotency', contextOf(row.id), row.sealedAnswer) };
  }
}

const contextOf = (id: string): string => `idempotency_key:${id}`;
