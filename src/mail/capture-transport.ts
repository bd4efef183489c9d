import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../kernel/time/clock.js';
import type { Cipher } from '../kernel/crypto/cipher.js';
import { CapturedMessage } from './captured-message.entity.js';
import { MailTransport, type Dispatch, type SendResult } from './mail-transport.js';

export interface CaptureParts {
  readonly em: EntityManager;
  readonly cipher: Cipher;
  readonly clock: Clock;
}

/** Keeps messages in the database, for an installation without a mail server; a repeated one is kept once. */
export class CaptureTransport extends MailTransport {
  readonly lanes = 1;

  constructor(private readonly parts: CaptureParts) {
    super();
  }

  async send({ id, raw }: Dispatch): Promise<SendResult> {
    const { em, cipher, clock } = this.parts;
    const row = { id, createdAt: clock.now(), sealed: cipher.seal('mailbox', capturedContext(id), raw) };
    await em.fork().upsert(CapturedMessage, row, { onConflictAction: 'ignore' });
    return { outcome: 'sent' };
  }

  async verify(): Promise<boolean> {
    return true;
  }

  close(): void {
    // Nothing is held open.
  }
}

/** What the seal of a captured message is bound to. */
export const capturedContext = (id: string): string => `captured_message:${id}`;
