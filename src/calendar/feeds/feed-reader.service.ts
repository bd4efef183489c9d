import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CapabilityLinks } from '../../auth/capability-links.service.js';
import { Clock } from '../../kernel/time/clock.js';
import { FEED_FOOT, feedHead } from '../itip/write-feed.js';
import { cancelledShownSince } from './domain/cancelled-entries.js';
import type { Validators } from './domain/conditional-request.js';
import { feedValidators } from './domain/feed-validators.js';
import { FeedEntryReader } from './feed-entries.read-model.js';
import { FeedRights } from './feed-rights.read-model.js';

export type FoundFeed = 'unknown' | 'closed' | (Validators & { readonly stream: () => Readable });

/** A feed by its address: first what it is known by, and its bytes only if they are wanted. */
@Injectable()
export class FeedReader {
  constructor(
    private readonly links: CapabilityLinks,
    private readonly rights: FeedRights,
    private readonly entries: FeedEntryReader,
    private readonly clock: Clock,
  ) {}

  async find(token: string): Promise<FoundFeed> {
    const link = await this.links.find('feed', token);
    if (!link) return 'unknown';
    if (link.expired || link.revoked) return 'closed';
    const feed = await this.rights.of(link.subjectId);
    const view = { parts: feed.parts, cancelledSince: cancelledShownSince(this.clock.now()) };
    const validators = feedValidators(feed, await this.entries.version(view));
    // One piece waits in the stream, and goes as text to the socket.
    const stream = () => Readable.from(this.write(feed.name, view), { highWaterMark: 1 });
    return { ...validators, stream };
  }

  private async *write(name: string, view: Parameters<FeedEntryReader['events']>[0]) {
    yield feedHead(name);
    yield* this.entries.events(view);
    yield FEED_FOOT;
  }
}
