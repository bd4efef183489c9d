import { createHash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../kernel/config/config.token.js';
import type { Config } from '../../kernel/config/env.js';
import { newId } from '../../kernel/database/new-id.js';
import { Clock } from '../../kernel/time/clock.js';
import { assertSendable } from '../itip/check-outgoing.js';
import { writePublished } from '../itip/write-calendar-object.js';
import { eventOf } from '../itip/write-feed.js';
import { entryOf, type FeedItem } from './domain/feed-item.js';
import { FeedEntry } from './feed-entry.entity.js';

/** Keeps what feeds show. Joins the caller's transaction, which holds the subject's row, and leaves the flush to it. */
@Injectable()
export class FeedEntries {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailFrom'>,
  ) {}

  /** The first entries of a subject that was made in this transaction. */
  add(studyId: string, items: readonly FeedItem[]): void {
    for (const item of items) this.write(studyId, item, []);
  }

  /**
   * Makes the entries of one subject say this; the rest of its entries stay as they are. What says the same already is
   * left alone. So is what was called off: as it was then, or not at all when it never stood in a feed.
   */
  async put(studyId: string, items: readonly FeedItem[]): Promise<void> {
    const [first] = items;
    if (!first) return;
    const stored = await this.em.find(FeedEntry, { studyId, subjectId: first.subjectId });
    for (const item of items) this.write(studyId, item, stored);
  }

  private write(studyId: string, item: FeedItem, stored: FeedEntry[]): void {
    const known = stored.find(({ holderId }) => holderId === item.holderId);
    const digest = this.digest(item);
    const isOff = item.isCancelled && (!known || known.cancelledAt);
    if (isOff || known?.digest === digest) return;
    const { audience, holderId, siteId, subject, subjectId, isCancelled } = item;
    const changedAt = this.clock.now();
    const revision = 1 + Math.max(-1, ...stored.map((entry) => entry.revision));
    const event = this.render(item, { revision, changedAt });
    const cancelledAt = isCancelled ? changedAt : null;
    const columns = { audience, holderId, siteId, event, digest, revision, changedAt, cancelledAt };
    if (known) this.em.assign(known, columns);
    else {
      const row = { ...columns, id: newId(), studyId, subject, subjectId };
      stored.push(this.em.create(FeedEntry, row, { persist: true }));
    }
  }

  private render(item: FeedItem, version: { readonly revision: number; readonly changedAt: Date }): string {
    const object = writePublished(entryOf(item, { ...version, organizer: this.organizer() }));
    assertSendable(object, 'PUBLISH');
    return eventOf(object);
  }

  private digest(item: FeedItem): string {
    return createHash('sha256')
      .update(JSON.stringify([item, this.organizer()]))
      .digest('hex');
  }

  private organizer() {
    const { name = '', address } = this.config.mailFrom;
    return { name, address };
  }
}
