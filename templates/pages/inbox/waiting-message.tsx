import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import { Badge, Note } from '../../partials/badge.js';
import { Actions, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { Facts } from '../../partials/facts.js';
import { formatDay, formatShortDateTime, formatTimeRange } from '../../partials/format.js';
import { TextArea } from '../../partials/inputs.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { inboxTexts } from './inbox.texts.js';
import { outcomeTone, useWho } from './inbox-words.js';
import { reasonTexts } from './reason.texts.js';

export interface WaitingMessageProps {
  readonly message: InboxMessage;
  readonly code: string;
  readonly zone: string;
}

/** What arrived, from whom, what it would do, and the buttons. */
export function WaitingMessage({ message, code, zone }: WaitingMessageProps) {
  const texts = useTexts(inboxTexts);
  const reasons = useTexts(reasonTexts);
  const who = useWho();
  return (
    <Card
      id={`message-${message.id}`}
      title={who(message)}
      aside={<Badge tone={outcomeTone(message.outcome)}>{texts.outcomes[message.outcome]}</Badge>}
    >
      <p>{reasons[message.reason]}</p>
      <MessageFacts message={message} code={code} zone={zone} />
      {message.proposed ? <ProposalNote message={message} /> : null}
      <MessageForms message={message} code={code} />
    </Card>
  );
}

function MessageFacts({ message, code, zone }: WaitingMessageProps) {
  const texts = useTexts(inboxTexts);
  const { language } = usePageContext();
  const style = { language, zone };
  const { summary, about, proposed, receivedAt } = message;
  const span = ({ start, end }: { start: Date; end: Date }) =>
    `${formatDay(start, style)}, ${formatTimeRange(start, end, style)}`;
  const partstat = summary?.partstat as keyof typeof texts.answers | undefined;
  return (
    <Facts
      facts={[
        { label: texts.proposed, value: proposed && <strong>{span(proposed)}</strong> },
        {
          label: about?.subject === 'meeting' ? texts.meeting : texts.now,
          value: about && <SubjectLink about={about} code={code} span={span} />,
        },
        { label: texts.answer, value: partstat && texts.answers[partstat] },
        { label: texts.from, value: summary ? senderText(summary.from) || texts.nobody : texts.removed },
        { label: texts.subject, value: summary?.subject },
        { label: texts.words, value: summary?.words && <span class="pre-line">{summary.words}</span> },
        { label: texts.received, value: formatShortDateTime(receivedAt, style) },
      ]}
    />
  );
}

const senderText = (from: { name: string; address: string } | null): string =>
  from ? [from.name, `<${from.address}>`].filter(Boolean).join(' ') : '';

function SubjectLink({
  about,
  code,
  span,
}: {
  readonly about: NonNullable<InboxMessage['about']>;
  readonly code: string;
  readonly span: (moment: { start: Date; end: Date }) => string;
}) {
  const texts = useTexts(inboxTexts);
  const href = useHref();
  const { subject, id, title, start, end } = about;
  const path = subject === 'meeting' ? `board/meetings/${id}` : `appointments/${id}`;
  const moment = start && end ? span({ start, end }) : texts.appointment;
  return <a href={href(`/studies/${code}/${path}`)}>{title ? `${title}, ${moment}` : moment}</a>;
}

/** Whether everybody could make the proposed time. */
function ProposalNote({ message: { obstacle, reason } }: Pick<WaitingMessageProps, 'message'>) {
  const texts = useTexts(inboxTexts);
  const { language } = usePageContext();
  if (reason === 'other-time-passed') return <Note tone="warn">{texts.passed}</Note>;
  if (!obstacle) return <Note tone="ok">{texts.free}</Note>;
  return <Note tone={obstacle.canSetAside ? 'warn' : 'bad'}>{obstacle.texts[language]}</Note>;
}

function MessageForms({ message, code }: Omit<WaitingMessageProps, 'zone'>) {
  const texts = useTexts(inboxTexts);
  const own = `/studies/${code}/inbox/${message.id}`;
  const { can, obstacle } = message;
  return (
    <>
      {can.accept ? (
        <PostForm action={`${own}/accept`}>
          {obstacle ? <input type="hidden" name="regardless" value="yes" /> : null}
          <p class="muted">{texts.acceptHint}</p>
          <Actions>
            <SubmitButton>{obstacle ? texts.acceptAnyway : texts.accept}</SubmitButton>
          </Actions>
        </PostForm>
      ) : null}
      {can.recognise ? (
        <PostForm action={`${own}/recognise`}>
          <p class="muted">{texts.recogniseHint}</p>
          <Actions>
            <SubmitButton>{texts.recognise}</SubmitButton>
          </Actions>
        </PostForm>
      ) : null}
      {can.refuse ? <RefuseForms own={own} id={message.id} /> : null}
      {can.refuse ? null : (
        <PostForm action={`${own}/dismiss`}>
          <Actions>
            <SubmitButton variant="second">{texts.dismiss}</SubmitButton>
          </Actions>
        </PostForm>
      )}
    </>
  );
}

/** One press refuses; who wants to explain can do that first. */
function RefuseForms({ own, id }: { readonly own: string; readonly id: string }) {
  const texts = useTexts(inboxTexts);
  return (
    <>
      <PostForm action={`${own}/refuse`}>
        <Actions>
          <SubmitButton variant="second">{texts.refuse}</SubmitButton>
          <SubmitButton variant="second" formAction={`${own}/dismiss`}>
            {texts.dismiss}
          </SubmitButton>
        </Actions>
      </PostForm>
      <details>
        <summary>{texts.refuseTitle}</summary>
        <PostForm action={`${own}/refuse`} state={{ scope: id }}>
          <TextArea
            name="words"
            label={texts.refuseWords}
            hint={texts.refuseWordsHint}
            rows={3}
            maxLength={1000}
            optional
          />
          <Actions>
            <SubmitButton variant="second">{texts.refuseSend}</SubmitButton>
          </Actions>
        </PostForm>
      </details>
    </>
  );
}
