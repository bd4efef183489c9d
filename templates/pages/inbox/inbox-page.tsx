import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import { Badge } from '../../partials/badge.js';
import { Card, Stack } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { EmptyState } from '../../partials/empty-state.js';
import { formatShortDateTime } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { inboxTexts } from './inbox.texts.js';
import { outcomeTone, useWho } from './inbox-words.js';
import { reasonTexts } from './reason.texts.js';
import { WaitingMessage } from './waiting-message.js';

export interface InboxPageProps {
  readonly code: string;
  readonly zone: string;
  readonly waiting: readonly InboxMessage[];
  readonly handled: readonly InboxMessage[];
}

export const inboxPage = (props: InboxPageProps) => <InboxBody {...props} />;

function InboxBody({ code, zone, waiting, handled }: InboxPageProps) {
  const texts = useTexts(inboxTexts);
  return (
    <Stack>
      <PageHead title={texts.title} intro={texts.intro} />
      <h2 class="section-title">{texts.waiting(waiting.length)}</h2>
      {waiting.length === 0 ? (
        <Card>
          <EmptyState title={texts.nothingTitle}>{texts.nothing}</EmptyState>
        </Card>
      ) : null}
      {waiting.map((message) => (
        <WaitingMessage key={message.id} message={message} code={code} zone={zone} />
      ))}
      <Handled zone={zone} handled={handled} />
    </Stack>
  );
}

function Handled({ handled, zone }: Pick<InboxPageProps, 'handled' | 'zone'>) {
  const texts = useTexts(inboxTexts);
  const reasons = useTexts(reasonTexts);
  const { language } = usePageContext();
  const who = useWho();
  return (
    <Card title={texts.handled} aside={<span class="muted">{texts.handledHint}</span>}>
      <DataTable
        caption={texts.handled}
        hideCaption
        rows={handled}
        rowKey={({ id }) => id}
        empty={<p class="muted">{texts.handledNone}</p>}
        columns={[
          { header: texts.who, isRowHeader: true, cell: (message) => who(message) },
          {
            header: texts.outcome,
            cell: ({ outcome }) => <Badge tone={outcomeTone(outcome)}>{texts.outcomes[outcome]}</Badge>,
          },
          {
            header: texts.what,
            cell: ({ reason, status }) =>
              [reasons[reason], texts.statuses[status] && `(${texts.statuses[status]})`]
                .filter(Boolean)
                .join(' '),
          },
          {
            header: texts.received,
            cell: ({ receivedAt }) => formatShortDateTime(receivedAt, { language, zone }),
          },
        ]}
      />
    </Card>
  );
}
