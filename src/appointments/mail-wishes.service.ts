import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { MailStop } from './mail-stop.entity.js';

/**
 * Whether a respondent wants offers and reminders by mail. Saying no ends nothing else: an open offer stays open, a
 * booked interview stands and its changes are still told, because a mail program's button, or a machine that presses it,
 * must not decline or cancel for anybody. The team sees it, and can call.
 */
@Injectable()
export class MailWishes {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** No more offers and reminders; harmless when repeated. */
  stop(respondentId: string): Promise<void> {
    return this.changing(respondentId, async ({ studyId }, stopped) => {
      if (stopped) return;
      const row = { studyId, respondentId, createdAt: this.clock.now() };
      this.em.create(MailStop, row, { persist: true });
      this.ledger.append({ studyId, kind: 'respondent.mail-stopped', subjectId: respondentId });
    });
  }

  /** Offers and reminders again; harmless when repeated. */
  resume(respondentId: string): Promise<void> {
    return this.changing(respondentId, async ({ studyId }, stopped) => {
      if (!stopped) return;
      this.em.remove(stopped);
      this.ledger.append({ studyId, kind: 'respondent.mail-resumed', subjectId: respondentId });
    });
  }

  async isStopped(respondentId: string): Promise<boolean> {
    const { studyId } = await this.em.findOneOrFail(Respondent, { id: respondentId });
    return (await this.em.count(MailStop, { studyId, respondentId })) > 0;
  }

  private changing(
    id: string,
    change: (respondent: Respondent, stopped: MailStop | null) => Promise<void>,
  ): Promise<void> {
    return this.em.transactional(async () => {
      const respondent = (await lockRespondent(this.em, { id }))!;
      const { studyId } = respondent;
      await change(respondent, await this.em.findOne(MailStop, { studyId, respondentId: id }));
    });
  }
}
