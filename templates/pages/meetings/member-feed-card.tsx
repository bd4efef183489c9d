import type { MemberFeed } from '../../../src/meetings/board-feed.service.js';
import { Card } from '../../partials/card.js';
import { useTexts } from '../../partials/page-context.js';
import { FeedAddress } from '../feeds/feed-address.js';
import { feedsTexts } from '../feeds/feeds.texts.js';
import { ProgramSteps } from '../feeds/subscribe-help.js';
import { memberTexts } from './member.texts.js';

/** The member's meetings as a calendar to subscribe to. */
export function MemberFeedCard({ feed, token }: { readonly feed: MemberFeed; readonly token: string }) {
  const texts = useTexts(memberTexts);
  const { how, howOften } = useTexts(feedsTexts);
  return (
    <Card title={texts.feed} id="feed">
      <p>{texts.feedText}</p>
      <FeedAddress {...feed} action={`/m/${token}/feed`} />
      <details>
        <summary>{how}</summary>
        <ProgramSteps />
        <p>{howOften}</p>
      </details>
    </Card>
  );
}
