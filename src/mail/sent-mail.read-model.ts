import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { OutboxMessage } from './outbox-message.entity.js';

/** A mail that went out, as an answer to it needs to know it. */
export interface SentMail {
  readonly studyId: string | null;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly calendarUid: string | null;
}

/** Finds the mail that somebody answers. */
@Injectable()
export class SentMailReadModel {
  constructor(private readonly em: EntityManager) {}

  /** The first of these Message-IDs (with angle brackets) that is ours. */
  async find(messageIds: readonly string[]): Promise<SentMail | null> {
    if (messageIds.length === 0) return null;
    const found = await this.em.find(
      OutboxMessage,
      { messageId: { $in: [...messageIds] } },
      { fields: ['messageId', 'studyId', 'kind', 'subjectId', 'calendarUid'], disableIdentityMap: true },
    );
    const [nearest] = found.toSorted(
      (a, b) => messageIds.indexOf(a.messageId) - messageIds.indexOf(b.messageId),
    );
    if (!nearest) return null;
    const { studyId = null, kind, subjectId = null, calendarUid = null } = nearest;
    return { studyId, kind, subjectId, calendarUid };
  }
}
