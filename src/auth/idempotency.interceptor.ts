import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { hashToken } from '../kernel/crypto/link-token.js';
import { Malformed } from '../kernel/http/domain-error.js';
import { IdempotencyKeys, type RepeatableRequest } from './idempotency-keys.service.js';

/**
 * A POST under /api/v1 that comes again with the same `Idempotency-Key` gets its first answer again, marked
 * `Idempotency-Replayed: true`, and nothing happens twice. Keys are the account's own and last a day. Answers that
 * refuse or fail are not kept. A process that dies between its commit and keeping the answer leaves the key without
 * one: after two minutes a repeat is then handled anew.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Idempotency');

  constructor(private readonly keys: IdempotencyKeys) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const repeatable = repeatableOf(http.getRequest<FastifyRequest>());
    if (!repeatable) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const claim = await this.keys.claim(repeatable);
    if (!claim.answer) return of(await this.handle(claim.id, reply, next));
    void reply.status(claim.answer.status).header('idempotency-replayed', 'true');
    return of(claim.answer.body);
  }

  private async handle(id: string, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const body = await this.firstAnswer(id, next);
    // The work is done and committed: an answer that can't be kept is still the answer.
    await this.keys.keep(id, { status: reply.statusCode, body }).catch((error: Error) => {
      this.logger.error(`an answer could not be kept: ${error.name}`);
    });
    return body;
  }

  private async firstAnswer(id: string, next: CallHandler): Promise<unknown> {
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.keys.release(id);
      throw error;
    }
  }
}

/** What is asked again, or undefined where repeating has no meaning: without a key, a session or a change. */
function repeatableOf(request: FastifyRequest): RepeatableRequest | undefined {
  const key = request.headers['idempotency-key'];
  const { method, url, signedIn, body } = request;
  if (key === undefined || !signedIn || method !== 'POST' || !url.startsWith('/api/v1/')) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Malformed(
      'malformed-idempotency-key',
      'An Idempotency-Key has 1 to 255 visible ASCII characters.',
    );
  const requestHash = createHash('sha256').update(`${url}\n`).update(bytesOf(body)).digest();
  return { accountId: signedIn.actor.accountId, keyHash: hashToken(key), requestHash };
}

function bytesOf(body: unknown): Buffer | string {
  return Buffer.isBuffer(body) || typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
}
