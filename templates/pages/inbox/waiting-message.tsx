import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import { Badge, Note } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { Comparison } from '../../partials/comparison.js';
import { Facts } from '../../partials/facts.js';
import { formatShortDateTime } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { inboxTexts } from './inbox.texts.js';
import { answerIn, mailtoOf, useTitle } from './inbox-words.js';
import { MessageActions } from './message-actions.js';
import { reasonTexts } from './reason.texts.js';
import { MomentLines, SubjectLink } from './subject-link.js';

export interface WaitingMessageProps {
  readonly message: InboxMessage;
  readonly code: string;
  readonly zone: string;
}

/** What arrived, from whom, what it would do, and the buttons. */
export function WaitingMessage(props: WaitingMessageProps) {
  const texts = useTexts(inboxTexts);
  const title = useTitle();
  const { message } = props;
  return (
    <Card
      id={`message-${message.id}`}
      level={3}
      title={title(message)}
      aside={message.belongsToStudy ? null : <Badge tone="warn">{texts.notOurs}</Badge>}
    >
      <FromAndWhen {...props} />
      <Explanation message={message} />
      <WhatChanges {...props} />
      {message.proposed ? <ProposalNote message={message} /> : null}
      {message.summary?.words ? <blockquote class="pre-line">{message.summary.words}</blockquote> : null}
      <MessageFacts {...props} />
      <MessageActions {...props} />
    </Card>
  );
}

/** Left out where the title says it all. */
function Explanation({ message: { reason, outcome } }: Pick<WaitingMessageProps, 'message'>) {
  const reasons = useTexts(reasonTexts);
  return outcome === 'proposal' || reason === 'words' ? null : <p>{reasons[reason]}</p>;
}

/** The proposed time beside the current one, or who answered beside who was invited. */
function WhatChanges({ message, code, zone }: WaitingMessageProps) {
  const texts = useTexts(inboxTexts);
  const { about, proposed, summary, invited, can } = message;
  if (proposed && about) {
    return (
      <Comparison
        is={{ label: texts.now, value: <SubjectLink about={about} code={code} zone={zone} look="lines" /> }}
        becomes={{ label: texts.proposed, value: <MomentLines moment={proposed} zone={zone} /> }}
      />
    );
  }
  if (!can.recognise) return null;
  return (
    <Comparison
      is={{ label: texts.invited, value: <Person person={invited} /> }}
      becomes={{ label: texts.answering, value: <Person person={summary?.from ?? null} /> }}
    />
  );
}

function Person({
  person,
}: {
  readonly person: { readonly name: string; readonly address?: string; readonly email?: string } | null;
}) {
  const texts = useTexts(inboxTexts);
  if (!person) return <span class="muted">{texts.gone}</span>;
  return (
    <>
      {person.name}
      <span class="note-line muted">{person.address ?? person.email}</span>
    </>
  );
}

/** The sender stands in the comparison where there is one of people. */
function FromAndWhen({ message: { summary, receivedAt, can }, zone }: WaitingMessageProps) {
  const texts = useTexts(inboxTexts);
  const { language } = usePageContext();
  return (
    <p class="muted">
      {can.recognise ? null : <Sender summary={summary} />}
      {can.recognise ? null : ' · '}
      {texts.received}{' '}
      <time dateTime={receivedAt.toISOString()}>{formatShortDateTime(receivedAt, { language, zone })}</time>
    </p>
  );
}

function Sender({ summary }: Pick<InboxMessage, 'summary'>) {
  const texts = useTexts(inboxTexts);
  if (!summary) return <>{texts.removed}</>;
  const { from } = summary;
  if (!from) return <>{texts.unknown}</>;
  return (
    <>
      {from.name ? `${from.name}, ` : null}
      <a href={mailtoOf(from.address)}>{from.address}</a>
    </>
  );
}

/** What no other part of the card says. */
function MessageFacts({ message, code, zone }: WaitingMessageProps) {
  const texts = useTexts(inboxTexts);
  const { summary, about, proposed } = message;
  const answer = answerIn(message);
  if (proposed) return null;
  return (
    <Facts
      facts={[
        { label: texts.answer, value: answer && texts.answers[answer] },
        {
          label: about?.subject === 'meeting' ? texts.meeting : texts.appointment,
          value: about && <SubjectLink about={about} code={code} zone={zone} />,
        },
        { label: texts.subject, value: !summary?.method && summary?.subject },
      ]}
    />
  );
}

/** Whether everybody could make the proposed time. */
function ProposalNote({ message: { about, obstacle, reason } }: Pick<WaitingMessageProps, 'message'>) {
  const texts = useTexts(inboxTexts);
  const { language } = usePageContext();
  if (!about?.isOpen) return <Note tone="warn">{texts.closed}</Note>;
  if (reason === 'other-time-passed') return <Note tone="warn">{texts.passed}</Note>;
  if (!obstacle) return <Note tone="ok">{texts.free}</Note>;
  return <Note tone={obstacle.canSetAside ? 'warn' : 'bad'}>{obstacle.texts[language]}</Note>;
}
