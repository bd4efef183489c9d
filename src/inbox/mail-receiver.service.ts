import { EntityManager, MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { IncomingMail } from '../calendar/itip/incoming-mail.js';
import { outcomeOf, waitsForPerson, type OutcomeReason } from '../calendar/itip/mail-outcome.js';
import { readIncomingMail } from '../calendar/itip/read-incoming-mail.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import type { About } from './attribution.read-model.js';
import { IncomingMessages } from './incoming-messages.js';
import { JudgeMail } from './judge-mail.service.js';
import { ReceiveMail, type Reception } from './receive-mail.js';

/** A reception with what it is about, for whoever may see that study. */
export interface FullReception extends Reception {
  readonly reason: OutcomeReason;
  readonly about: About;
}

/** PostgreSQL: a deadlock was broken here, or a serialisation failed. Nothing was done. */
const passing = new Set(['40P01', '40001']);
const tries = 4;

/** Takes in mail, whoever brings it: each message once, in one transaction with everything that follows from it. */
@Injectable()
export class MailReceiver extends ReceiveMail {
  constructor(
    private readonly orm: MikroORM,
    private readonly em: EntityManager,
    private readonly messages: IncomingMessages,
    private readonly judge: JudgeMail,
    @Inject(CONFIG) private readonly config: Pick<Config, 'authservId'>,
  ) {
    super();
  }

  /** As `receive`, with its reason. A dry run tells what would become of the message and leaves no trace. */
  async take(raw: Uint8Array, { dryRun = false } = {}): Promise<FullReception> {
    const mail = await readIncomingMail(raw, { authservId: this.config.authservId });
    return this.inTransaction(async () => {
      const reception = await this.handle(mail, raw);
      if (dryRun) throw new DryRun(reception);
      return reception;
    });
  }

  receive(raw: Uint8Array): Promise<Reception> {
    return this.take(raw);
  }

  private async handle(mail: IncomingMail, raw: Uint8Array): Promise<FullReception> {
    const claimed = await this.messages.claim(mail.fingerprint);
    if (!claimed) return this.again(mail.fingerprint);
    const { id, receivedAt } = claimed;
    const { reason, proposal, ...about } = await this.judge.judge(mail, receivedAt);
    await this.em.flush();
    await this.messages.record(id, { mail, raw, about, reason, proposal, receivedAt });
    return { reason, outcome: outcomeOf(reason), waits: waitsForPerson(reason), about };
  }

  private async again(fingerprint: string): Promise<FullReception> {
    const { waits, about } = await this.messages.known(fingerprint);
    return { reason: 'same-message', outcome: 'duplicate', waits, about };
  }

  /** With an identity map of its own, and again when another transaction stood in the way. */
  private async inTransaction(work: () => Promise<FullReception>, left = tries): Promise<FullReception> {
    try {
      return await RequestContext.create(this.orm.em, () => this.em.transactional(work));
    } catch (error) {
      if (error instanceof DryRun) return error.reception;
      const { code } = Object(error) as { code?: unknown };
      if (left > 1 && passing.has(String(code))) return this.inTransaction(work, left - 1);
      throw error;
    }
  }
}

/** Takes everything back that was done to find out. */
class DryRun extends Error {
  constructor(readonly reception: FullReception) {
    super('dry run');
  }
}
