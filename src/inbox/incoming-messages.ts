import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { answeringComponent, type RankedProposal } from '../calendar/itip/decide-answer.js';
import type { IncomingMail } from '../calendar/itip/incoming-mail.js';
import { outcomeOf, waitsForPerson, type OutcomeReason } from '../calendar/itip/mail-outcome.js';
import { MOST_BYTES } from '../calendar/itip/read-incoming-mail.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { newId } from '../kernel/database/new-id.js';
import { Clock } from '../kernel/time/clock.js';
import { DAY, dayOfDate, zoneClock } from '../kernel/time/zone.js';
import { Study } from '../studies/study.entity.js';
import type { About } from './attribution.read-model.js';
import { IncomingMessage } from './incoming-message.entity.js';
import { rawContext, summaryContext, type MailSummary } from './mail-summary.js';

export interface MessageRecord {
  readonly mail: IncomingMail;
  readonly raw: Uint8Array;
  readonly about: About;
  readonly reason: OutcomeReason;
  readonly proposal: RankedProposal | undefined;
  readonly receivedAt: Date;
}

/** How long a mail is kept that belongs to no study. */
const UNKNOWN_DAYS = 90;

/** The mails that came in, each once. Joins the caller's transaction. */
@Injectable()
export class IncomingMessages {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /**
   * A new row for a message that was never seen; null when it was, also by another process at this moment, whose end
   * is waited for.
   */
  async claim(fingerprint: string): Promise<{ id: string; receivedAt: Date } | null> {
    const [id, receivedAt] = [newId(), this.clock.now()];
    const [row] = await this.em.execute<{ id: string }[]>(
      `insert into incoming_message (id, fingerprint, received_at, outcome, reason, status, keep_until, created_at)
       values (?, ?, ?, 'ignored', '', 'handled', ?, ?) on conflict (fingerprint) do nothing returning id`,
      [id, fingerprint, receivedAt, receivedAt, receivedAt],
    );
    return row ? { id, receivedAt } : null;
  }

  async known(fingerprint: string): Promise<{ waits: boolean; about: About }> {
    // Without its bytes, which can be many.
    const message = await this.em.findOneOrFail(
      IncomingMessage,
      { fingerprint },
      { exclude: ['raw', 'summary'], disableIdentityMap: true },
    );
    return { waits: message.status === 'waiting', about: aboutMessage(message) };
  }

  /** Completes the claimed row. */
  async record(id: string, { mail, raw, about, reason, proposal, receivedAt }: MessageRecord): Promise<void> {
    await this.em.nativeUpdate(
      IncomingMessage,
      { id },
      {
        studyId: about.studyId,
        outcome: outcomeOf(reason),
        reason,
        status: waitsForPerson(reason) ? 'waiting' : 'handled',
        invitationId: about.invitationId ?? null,
        subject: about.subject ?? null,
        subjectId: about.subjectId ?? null,
        participantKind: about.participantKind ?? null,
        participantId: about.participantId ?? null,
        proposedStart: proposal?.start ?? null,
        proposedEnd: proposal?.end ?? null,
        summary: this.cipher.sealJson('inbox', summaryContext(id), summaryOf(mail, proposal)),
        raw: this.kept(id, raw),
        keepUntil: await this.keepUntil(about.studyId, receivedAt),
      },
    );
  }

  /** What nobody reads is not kept. */
  private kept(id: string, raw: Uint8Array): Buffer | null {
    if (raw.byteLength > MOST_BYTES) return null;
    return this.cipher.seal('inbox', rawContext(id), Buffer.from(raw));
  }

  /** The end of the day until which the study keeps contact details. */
  private async keepUntil(studyId: string | null, receivedAt: Date): Promise<Date> {
    const study = studyId && (await this.em.findOne(Study, { id: studyId }));
    if (!study) return new Date(receivedAt.getTime() + UNKNOWN_DAYS * DAY);
    return new Date(zoneClock(study.timezone).startOfDay(dayOfDate(study.contactDataUntil) + 1));
  }
}

/** Null becomes absent. */
export function aboutMessage(message: Pick<IncomingMessage, keyof About>): About {
  const { studyId = null, invitationId, subject, subjectId, participantKind, participantId } = message;
  return {
    studyId,
    ...(invitationId && { invitationId }),
    ...(subject && { subject }),
    ...(subjectId && { subjectId }),
    ...(participantKind && { participantKind }),
    ...(participantId && { participantId }),
  };
}

export function summaryOf(
  { from, subject, words, content }: IncomingMail,
  proposal: RankedProposal | undefined,
): MailSummary {
  const component = content.kind === 'calendar' ? answeringComponent(content.components) : undefined;
  return {
    from,
    subject,
    words: component?.comment ?? words,
    method: content.kind === 'calendar' ? content.method : null,
    partstat: component?.attendees.find(({ partstat }) => partstat)?.partstat ?? null,
    ...(proposal && {
      rank: { sequence: proposal.sequence, stampedAt: proposal.stampedAt.toISOString() },
    }),
  };
}
