import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { CapabilityLinks } from '../../auth/capability-links.service.js';
import { CONFIG } from '../../kernel/config/config.token.js';
import type { Config } from '../../kernel/config/env.js';
import { newId } from '../../kernel/database/new-id.js';
import { Ledger } from '../../kernel/ledger/ledger.js';
import { Clock } from '../../kernel/time/clock.js';
import type { FeedKind } from './domain/feed-kinds.js';
import { Feed } from './feed.entity.js';

/** Which feed is meant, and whose it is. */
export interface FeedRef {
  readonly ownerId: string;
  /** The account itself, a study, a site, or the board member. */
  readonly scopeId: string;
}

export interface FeedRequest extends FeedRef {
  readonly kind: FeedKind;
  readonly studyId: string | null;
  /** What calendars call it. */
  readonly name: string;
}

/** Addresses of feeds: each is made when it is asked for, and closed by who has it. What a feed shows is read elsewhere. */
@Injectable()
export class Feeds {
  constructor(
    private readonly em: EntityManager,
    private readonly links: CapabilityLinks,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** The addresses that somebody has, by scope. */
  async addresses(ownerId: string, scopeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const feeds = await this.em.find(Feed, { ownerId, scopeId: { $in: [...scopeIds] } });
    const live = await this.links.live(
      'feed',
      feeds.map(({ id }) => id),
    );
    return new Map(
      feeds.flatMap(({ id, scopeId }) => {
        const link = live.get(id);
        return link ? [[scopeId, this.address(link.token)] as const] : [];
      }),
    );
  }

  /** The address of this feed, made if there is none yet; `isNew` in place of the older one, which stops at once. */
  open(request: FeedRequest, { isNew = false } = {}): Promise<string> {
    return this.em.transactional(async () => {
      const { id: subjectId, studyId } = await this.ensure(request);
      const known = (await this.links.live('feed', [subjectId])).get(subjectId);
      if (known && !isNew) return this.address(known.token);
      const { token } = await this.links.replace({
        purpose: 'feed',
        subjectId,
        studyId: studyId ?? null,
      });
      this.record(known ? 'feed.replaced' : 'feed.opened', request, subjectId);
      return this.address(token);
    });
  }

  /** The address stops at once. Nothing happens when there is none. */
  close(ref: FeedRef): Promise<void> {
    return this.em.transactional(async () => {
      const feed = await this.em.findOne(Feed, { ownerId: ref.ownerId, scopeId: ref.scopeId });
      const live = feed && (await this.links.live('feed', [feed.id])).has(feed.id);
      if (!live) return;
      await this.links.revokeAll({ purpose: 'feed', subjectId: feed.id });
      this.record('feed.closed', { ...ref, ...feed, studyId: feed.studyId ?? null }, feed.id);
    });
  }

  /** What the feeds of a study or site are called from now on. */
  async rename(studyId: string, names: ReadonlyMap<string, string>): Promise<void> {
    const feeds = await this.em.find(Feed, { studyId, scopeId: { $in: [...names.keys()] } });
    for (const feed of feeds) {
      const name = names.get(feed.scopeId)!;
      if (name !== feed.name) this.em.assign(feed, { name, changedAt: this.clock.now() });
    }
  }

  /** The feed's row, which two that ask at once wait for. */
  private async ensure({ kind, ownerId, scopeId, studyId, name }: FeedRequest): Promise<Feed> {
    const now = this.clock.now();
    await this.em.execute(
      `insert into feed (id, kind, owner_id, scope_id, study_id, name, created_at, changed_at)
       values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (owner_id, scope_id) do update
         set name = excluded.name,
             changed_at = case when feed.name = excluded.name then feed.changed_at else excluded.changed_at end`,
      [newId(), kind, ownerId, scopeId, studyId, name, now, now],
    );
    return this.em.findOneOrFail(Feed, { ownerId, scopeId }, { refresh: true });
  }

  private address(token: string): string {
    return `${this.config.publicUrl}/calendars/${token}.ics`;
  }

  private record(kind: string, { ownerId, kind: of, studyId }: FeedRequest, subjectId: string): void {
    const actorId = of === 'board-member' ? null : ownerId;
    this.ledger.append({ studyId, kind, actorId, subjectId, data: { feed: of } });
  }
}
