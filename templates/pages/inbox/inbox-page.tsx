import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import { Card, Stack } from '../../partials/card.js';
import { EmptyState } from '../../partials/empty-state.js';
import { useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { HandledMessages } from './handled-messages.js';
import { inboxTexts } from './inbox.texts.js';
import { WaitingMessage } from './waiting-message.js';

export interface InboxPageProps {
  readonly code: string;
  readonly zone: string;
  readonly waiting: readonly InboxMessage[];
  /** More may wait than are shown. */
  readonly isFull: boolean;
  readonly handled: readonly InboxMessage[];
}

export const inboxPage = (props: InboxPageProps) => <InboxBody {...props} />;

function InboxBody(props: InboxPageProps) {
  const texts = useTexts(inboxTexts);
  return (
    <Stack>
      <PageHead title={texts.title} intro={texts.intro} />
      <Waiting {...props} />
      <HandledMessages {...props} />
    </Stack>
  );
}

function Waiting({ code, zone, waiting, isFull }: InboxPageProps) {
  const texts = useTexts(inboxTexts);
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 class="section-title" id="waiting">
        {texts.waiting(waiting.length)}
      </h2>
      {isFull ? <p class="muted">{texts.waitingMost(waiting.length)}</p> : null}
      {waiting.length === 0 ? (
        <Card>
          <EmptyState title={texts.nothingTitle}>{texts.nothing}</EmptyState>
        </Card>
      ) : null}
      {waiting.map((message) => (
        <WaitingMessage key={message.id} message={message} code={code} zone={zone} />
      ))}
    </section>
  );
}
