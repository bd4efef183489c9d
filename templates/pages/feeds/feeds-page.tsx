import type { FeedView } from '../../../src/appointments/feeds.schema.js';
import { Card, Stack } from '../../partials/card.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { FeedAddress } from './feed-address.js';
import { feedsTexts } from './feeds.texts.js';
import { SubscribeHelp } from './subscribe-help.js';

export interface FeedsPageProps {
  readonly feeds: readonly FeedView[];
  /** Of the study. */
  readonly code: string;
  /** An observer sees meetings only. */
  readonly seesAppointments: boolean;
}

export const feedsPage = (props: FeedsPageProps) => <FeedsBody {...props} />;

function FeedsBody(props: FeedsPageProps) {
  const texts = useTexts(feedsTexts);
  const { code, feeds, seesAppointments } = props;
  const base = `/studies/${code}`;
  const home = seesAppointments
    ? { label: texts.appointments, href: `${base}/appointments` }
    : { label: texts.board, href: `${base}/board` };
  const ofSites = feeds.filter(({ kind }) => kind === 'site');
  return (
    <Stack>
      <PageHead title={texts.title} intro={texts.intro} breadcrumb={[home]} />
      <FeedCard {...props} kind="account" title={texts.own}>
        {seesAppointments ? texts.ownText : texts.ownMeetings}
      </FeedCard>
      <FeedCard {...props} kind="study" title={texts.study}>
        {texts.studyText}
      </FeedCard>
      {ofSites.length > 0 ? <SiteFeeds code={code} feeds={ofSites} /> : null}
      <SubscribeHelp />
      <p class="muted">{texts.privacy}</p>
    </Stack>
  );
}

interface FeedCardProps extends FeedsPageProps {
  readonly kind: FeedView['kind'];
  readonly title: string;
  readonly children: string;
}

function FeedCard({ feeds, code, kind, title, children }: FeedCardProps) {
  const feed = feeds.find((one) => one.kind === kind);
  if (!feed) return null;
  return (
    <Card title={title} id={feed.id}>
      <p>{children}</p>
      <FeedAddress name={feed.name} url={feed.url} action={`/studies/${code}/feeds`} feed={feed.id} />
    </Card>
  );
}

function SiteFeeds({ feeds, code }: Pick<FeedsPageProps, 'feeds' | 'code'>) {
  const texts = useTexts(feedsTexts);
  return (
    <Card title={texts.sites}>
      <p>{texts.sitesText}</p>
      {feeds.map(({ id, name, siteName, url }) => (
        <section key={id} id={id} class="feed">
          <h3>{siteName}</h3>
          <FeedAddress name={name} url={url} action={`/studies/${code}/feeds`} feed={id} />
        </section>
      ))}
    </Card>
  );
}
