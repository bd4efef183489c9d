import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { FeedPart } from './domain/feed-parts.js';
import type { FeedVersion } from './domain/feed-validators.js';

export interface FeedView {
  readonly parts: readonly FeedPart[];
  /** Entries that were called off before this are not shown. */
  readonly cancelledSince: Date;
}

/** Read and held in memory at a time: some 120 KB, which a driver takes in with less work than larger pieces. */
export const entriesPerBatch = 200;

interface VersionRow {
  readonly count: number;
  readonly sum: string;
  readonly changedAt: string | null;
  readonly goneCancelledAt: string | null;
}

interface BatchRow {
  readonly events: string | null;
  readonly last: string;
  readonly count: number;
}

const conditions: Readonly<Record<FeedPart['by'], string>> = {
  holder: 'study_id = ? and holder_id = ?',
  site: `study_id = ? and site_id = ? and audience = 'interviewer'`,
  team: `study_id = ? and audience in ('interviewer', 'team')`,
};

const valuesOf = ({ by, studyId, id }: FeedPart): readonly string[] =>
  by === 'team' ? [studyId] : [studyId, id];

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** The entries of feeds, as they were kept. */
@Injectable()
export class FeedEntryReader {
  constructor(private readonly em: EntityManager) {}

  /** Tells whether anything of a feed changed, without reading what it says. */
  async version({ parts, cancelledSince }: FeedView): Promise<FeedVersion> {
    if (parts.length === 0) return { count: 0, sum: '0', changedAt: null, goneCancelledAt: null };
    const where = parts.map(({ by }) => `(${conditions[by]})`).join(' or ');
    const [row] = await this.em.execute<[VersionRow]>(
      `select count(*) filter (where shown)::int as count,
              coalesce(sum(uuid_hash_extended(id, revision)) filter (where shown), 0)::text as sum,
              max(changed_at) as "changedAt",
              max(cancelled_at) filter (where not shown) as "goneCancelledAt"
       from (select id, revision, changed_at, cancelled_at,
                    cancelled_at is null or cancelled_at > ? as shown
             from feed_entry where ${where}) as entry`,
      [cancelledSince, ...parts.flatMap(valuesOf)],
    );
    const { count, sum, changedAt, goneCancelledAt } = row;
    return { count, sum, changedAt: toDate(changedAt), goneCancelledAt: toDate(goneCancelledAt) };
  }

  /**
   * The events as text, a batch at a time and the next one when it is asked for: no more than one is in memory, and no
   * connection waits for a slow reader. In the order of what never changes, so that an entry that is moved meanwhile
   * is neither left out nor there twice.
   */
  async *events({ parts, cancelledSince }: FeedView): AsyncGenerator<string, void, void> {
    for (const part of parts) {
      let after: string | null = beforeAll;
      while (after !== null) {
        const batch: BatchRow = await this.batch(part, cancelledSince, after);
        if (batch.events !== null) yield batch.events;
        after = batch.count < entriesPerBatch ? null : batch.last;
      }
    }
  }

  private async batch(part: FeedPart, cancelledSince: Date, after: string): Promise<BatchRow> {
    const [row] = await this.em.fork().execute<[BatchRow]>(
      `select string_agg(event, '' order by subject_id) as events, max(subject_id::text collate "C") as last,
              count(*)::int as count
       from (select subject_id, event from feed_entry
             where ${conditions[part.by]} and (cancelled_at is null or cancelled_at > ?) and subject_id > ?
             order by subject_id limit ?) as entry`,
      [...valuesOf(part), cancelledSince, after, entriesPerBatch],
    );
    return row;
  }
}

const toDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
