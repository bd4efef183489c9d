import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/database/new-id.js';
import { Jobs } from '../../kernel/jobs/jobs.js';
import { Clock } from '../../kernel/time/clock.js';
import { FeedRefresh } from './feed-refresh.entity.js';
import { FeedSources, type FeedSource } from './feed-sources.js';

export const feedRefreshJob = 'feeds.refresh';

/** Longer than any batch takes; a process that dies leaves its study to the others after this. */
const LEASE_MS = 120_000;

interface Claim {
  readonly studyId: string;
  readonly requestId: string;
}

/** Makes the entries of whole studies again, outside the request that asked for it and in short transactions. */
@Injectable()
export class FeedRefreshes {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    private readonly sources: FeedSources,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that changed what entries are made of. */
  async request(studyId: string): Promise<void> {
    await this.em.execute(
      `insert into feed_refresh (study_id, request_id) values (?, ?)
       on conflict (study_id) do update set request_id = excluded.request_id, leased_until = null`,
      [studyId, newId()],
    );
    await this.jobs.wake(feedRefreshJob);
  }

  /** Until nothing is left to do. In several processes at once each takes other studies; twice does no harm. */
  async run(): Promise<void> {
    for (let claim = await this.claim(); claim; claim = await this.claim()) {
      for (const source of this.sources.all()) await this.refresh(source, claim);
      await this.em.fork().nativeDelete(FeedRefresh, claim);
    }
  }

  private async refresh(source: FeedSource, claim: Claim): Promise<void> {
    let after: string | null = null;
    do {
      after = await this.batch(source, claim.studyId, after);
      await this.em.fork().nativeUpdate(FeedRefresh, claim, { leasedUntil: this.leaseEnd() });
    } while (after !== null);
  }

  private batch(source: FeedSource, studyId: string, after: string | null): Promise<string | null> {
    return this.em.fork().transactional(() => source.refreshFeed(studyId, after));
  }

  private async claim(): Promise<Claim | undefined> {
    const [claim] = await this.em.fork().execute<Claim[]>(
      `update feed_refresh set leased_until = ?
        where study_id = (select study_id from feed_refresh where leased_until is null or leased_until <= ?
                          limit 1 for update skip locked)
        returning study_id as "studyId", request_id as "requestId"`,
      [this.leaseEnd(), this.clock.now()],
    );
    return claim;
  }

  private readonly leaseEnd = (): Date => new Date(this.clock.now().getTime() + LEASE_MS);
}
