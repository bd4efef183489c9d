import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { formatShortDay, formatTime } from '../../partials/format.js';
import { TextArea } from '../../partials/inputs.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { inboxTexts } from './inbox.texts.js';
import { mailtoOf, useWho } from './inbox-words.js';
import { subjectPath } from './subject-link.js';
import type { WaitingMessageProps } from './waiting-message.js';

interface ActionProps extends WaitingMessageProps {
  /** The address of the message. */
  readonly own: string;
}

/** What can be done, what most people will do first; above it what follows from that. */
export function MessageActions(given: WaitingMessageProps) {
  const texts = useTexts(inboxTexts);
  const { message, code } = given;
  const { can, reason, outcome } = message;
  const isUnlikely = can.recognise && reason !== 'resembles-invitee';
  const props = { ...given, own: `/studies/${code}/inbox/${message.id}` };
  return (
    <>
      {can.accept ? <p class="muted">{texts.acceptHint}</p> : null}
      {can.recognise ? <p class="muted">{texts.recogniseHint}</p> : null}
      <Actions>
        {can.accept ? <Accept {...props} /> : null}
        {can.refuse && !can.accept ? <FindOther {...props} /> : null}
        {can.recognise && !isUnlikely ? <Recognise {...props} /> : null}
        {outcome === 'unreadable' ? <Reply {...props} /> : null}
        {can.refuse ? <Refuse {...props} /> : null}
        <Dismiss {...props} variant={isUnlikely ? 'primary' : 'second'} />
        {isUnlikely ? <Recognise {...props} variant="second" /> : null}
      </Actions>
    </>
  );
}

function Accept({ message: { proposed, obstacle }, own, zone }: ActionProps) {
  const texts = useTexts(inboxTexts);
  const { language } = usePageContext();
  const style = { language, zone };
  const { start } = proposed!;
  const moment = `${formatShortDay(start, style)}, ${texts.clock(formatTime(start, style))}`;
  return (
    <PostForm action={`${own}/accept`} class="inline-form">
      {obstacle ? <input type="hidden" name="regardless" value="yes" /> : null}
      <SubmitButton>{obstacle ? texts.acceptAnyway(moment) : texts.accept(moment)}</SubmitButton>
    </PostForm>
  );
}

/** Where the proposed time cannot be. */
function FindOther({ message: { about }, code }: ActionProps) {
  const texts = useTexts(inboxTexts);
  if (!about) return null;
  const path = subjectPath(about, code);
  return (
    <LinkButton href={about.subject === 'meeting' ? `${path}/edit` : `${path}/move`}>
      {texts.findOther}
    </LinkButton>
  );
}

interface WeighedProps extends ActionProps {
  readonly variant?: 'primary' | 'second';
}

function Recognise({ message, own, variant }: WeighedProps) {
  const texts = useTexts(inboxTexts);
  const who = useWho()(message);
  return (
    <PostForm action={`${own}/recognise`} class="inline-form">
      <SubmitButton variant={variant}>{texts.recognise(who ?? texts.unknown)}</SubmitButton>
    </PostForm>
  );
}

/** In the reader's own mail program. */
function Reply({ message: { summary } }: ActionProps) {
  const texts = useTexts(inboxTexts);
  if (!summary?.from) return null;
  const { subject, from } = summary;
  return (
    <a class="btn" href={mailtoOf(from.address, /^re:/i.test(subject) ? subject : `Re: ${subject}`)}>
      {texts.reply}
    </a>
  );
}

/** Opens first: it sends a mail, in which one may explain. */
function Refuse({ message: { id }, own }: ActionProps) {
  const texts = useTexts(inboxTexts);
  return (
    <details class="disclosure">
      <summary class="btn second">{texts.refuse}</summary>
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
          <SubmitButton>{texts.refuseSend}</SubmitButton>
        </Actions>
      </PostForm>
    </details>
  );
}

function Dismiss({ message: { can, proposed }, own, variant }: WeighedProps) {
  const texts = useTexts(inboxTexts);
  const label = labelOf({ can, proposed }, texts);
  return (
    <PostForm action={`${own}/dismiss`} class="inline-form">
      <SubmitButton variant={variant}>{label}</SubmitButton>
    </PostForm>
  );
}

function labelOf(
  { can, proposed }: Pick<InboxMessage, 'can' | 'proposed'>,
  texts: (typeof inboxTexts)['nl'],
): string {
  if (proposed && can.refuse) return texts.dismissProposal;
  return can.recognise ? texts.dismissAnswer : texts.dismiss;
}
