import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import { Badge } from '../../partials/badge.js';
import { SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { formatShortDateTime } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import type { InboxPageProps } from './inbox-page.js';
import { inboxTexts } from './inbox.texts.js';
import { answerIn, answerTone, outcomeTone, useWho } from './inbox-words.js';
import { reasonTexts } from './reason.texts.js';
import { SubjectLink } from './subject-link.js';

type HandledProps = Pick<InboxPageProps, 'handled' | 'code' | 'zone'>;

interface CellProps extends Pick<InboxPageProps, 'code' | 'zone'> {
  readonly message: InboxMessage;
}

/** What the product did itself, and what people made of the rest. */
export function HandledMessages({ handled, code, zone }: HandledProps) {
  const texts = useTexts(inboxTexts);
  const { language } = usePageContext();
  return (
    <Card title={texts.handled} aside={<span class="muted">{texts.handledHint}</span>}>
      <DataTable
        caption={texts.handled}
        hideCaption
        rows={handled}
        rowKey={({ id }) => id}
        empty={<p class="muted">{texts.handledNone}</p>}
        columns={[
          {
            header: texts.who,
            isRowHeader: true,
            cell: (message) => <WhoAndWhat message={message} code={code} zone={zone} />,
          },
          { header: texts.outcome, cell: (message) => <OutcomeBadge message={message} /> },
          { header: texts.what, cell: (message) => <WhatHappened message={message} code={code} /> },
          {
            header: texts.received,
            cell: ({ receivedAt }) => (
              <time dateTime={receivedAt.toISOString()}>
                {formatShortDateTime(receivedAt, { language, zone })}
              </time>
            ),
          },
        ]}
      />
    </Card>
  );
}

function WhoAndWhat({ message, code, zone }: CellProps) {
  const texts = useTexts(inboxTexts);
  const who = useWho()(message);
  const { about, belongsToStudy } = message;
  return (
    <>
      {who ?? (belongsToStudy ? texts.somebody : texts.notOurs)}
      {about ? (
        <small>
          <SubjectLink about={about} code={code} zone={zone} look="brief" />
        </small>
      ) : null}
    </>
  );
}

/** The answer itself, where it counted. */
function OutcomeBadge({ message }: Pick<CellProps, 'message'>) {
  const texts = useTexts(inboxTexts);
  const { outcome } = message;
  const answer = outcome === 'applied' ? answerIn(message) : undefined;
  if (answer) return <Badge tone={answerTone(answer)}>{texts.answers[answer]}</Badge>;
  return <Badge tone={outcomeTone(outcome)}>{texts.outcomes[outcome]}</Badge>;
}

function WhatHappened({ message, code }: Omit<CellProps, 'zone'>) {
  const texts = useTexts(inboxTexts);
  const reasons = useTexts(reasonTexts);
  const { reason, status, settledBy, can, id } = message;
  const settled = texts.statuses[status];
  return (
    <div>
      {reasons[reason]}
      {settled ? <b class="note-line">{settledBy ? texts.by(settled, settledBy) : settled}.</b> : null}
      {can.reopen ? (
        <PostForm action={`/studies/${code}/inbox/${id}/reopen`} class="inline-form">
          <SubmitButton variant="second" small>
            {texts.reopen}
          </SubmitButton>
        </PostForm>
      ) : null}
    </div>
  );
}
