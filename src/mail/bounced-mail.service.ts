import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { oneLine } from './header-text.js';

/** What a bounce says about the mail that came back. */
export interface Bounce {
  readonly messageIds: readonly string[];
  /** UIDs of calendar objects in it; they count when no Message-ID is ours. */
  readonly calendarUids: readonly string[];
  /** Enhanced status code (RFC 3463). */
  readonly status: string | null;
}

/** Which mail it was. */
export interface BouncedMessage {
  readonly id: string;
  readonly studyId: string | null;
  readonly subjectId: string | null;
  readonly calendarUid: string | null;
}

const columns = ['id', 'studyId', 'subjectId', 'calendarUid', 'status'] as const;

/** Mail that a server took and another gave back. Joins the caller's transaction. */
@Injectable()
export class BouncedMail {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: Ledger,
  ) {}

  /** Marks the mail as bounced; null when it is none of ours. The same bounce again changes nothing. */
  async mark(bounce: Bounce): Promise<BouncedMessage | null> {
    const message = (await this.byMessageId(bounce)) ?? (await this.byCalendar(bounce));
    return message && this.bounced(message, bounce);
  }

  private byMessageId({ messageIds }: Bounce) {
    if (messageIds.length === 0) return null;
    return this.em.findOne(OutboxMessage, { messageId: { $in: [...messageIds] } }, { fields: columns });
  }

  /** An invitation goes out under one UID several times: the newest that left is the one that came back. */
  private byCalendar({ calendarUids }: Bounce) {
    if (calendarUids.length === 0) return null;
    const wanted = { calendarUid: { $in: [...calendarUids] }, status: { $in: ['sent', 'bounced'] } } as const;
    return this.em.findOne(OutboxMessage, wanted as object, { fields: columns, orderBy: { id: 'desc' } });
  }

  private async bounced(
    message: Pick<OutboxMessage, (typeof columns)[number]>,
    { status }: Bounce,
  ): Promise<BouncedMessage> {
    const { id, studyId = null, subjectId = null, calendarUid = null } = message;
    const lastError = status ? oneLine(`550 ${status}`).slice(0, 500) : '550';
    const changed = await this.em.nativeUpdate(
      OutboxMessage,
      { id, status: { $in: ['sent', 'sending', 'queued'] } },
      { status: 'bounced', lastError },
    );
    if (changed > 0)
      this.ledger.append({
        studyId,
        kind: 'mail.bounced',
        subjectId: subjectId ?? id,
        data: { mail: id, status },
      });
    return { id, studyId, subjectId, calendarUid };
  }
}
