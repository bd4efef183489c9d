import { Injectable } from '@nestjs/common';

/** A higher room whose appointments or meetings stand in feeds. */
export interface FeedSource {
  /**
   * Writes the entries of the study's next subjects after `after` (in the order of their ids; null: from the first) as
   * they are now, in the caller's transaction, holding each subject so that nobody changes it meanwhile. Answers the
   * last one's id; null when none were left.
   */
  refreshFeed(studyId: string, after: string | null): Promise<string | null>;
}

/** Where higher rooms announce what they have for feeds. */
@Injectable()
export class FeedSources {
  private readonly sources: FeedSource[] = [];

  register(source: FeedSource): void {
    this.sources.push(source);
  }

  all(): readonly FeedSource[] {
    return this.sources;
  }
}
