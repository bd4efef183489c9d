import type { RespondView } from '../../../src/appointments/respond.read-model.js';
import { Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { HelpNote } from './help-note.js';
import { respondMailTexts } from './mail.texts.js';

export interface MailPageProps {
  readonly token: string;
  readonly view: Pick<RespondView, 'standing' | 'contact'>;
  readonly isStopped: boolean;
}

/** Where the button for less mail leads: opening it changes nothing. */
export const mailPage = (props: MailPageProps) => <MailBody {...props} />;

function MailBody({ token, view, isStopped }: MailPageProps) {
  const texts = useTexts(respondMailTexts);
  const own = `/r/${token}`;
  const canDecline = ['open', 'proposed', 'booked'].includes(view.standing);
  return (
    <>
      <PageHead title={texts.title} />
      {isStopped ? (
        <Note tone="ok">
          <p>{texts.stopped}</p>
        </Note>
      ) : null}
      <Card>
        {isStopped ? null : <p>{texts.wanted}</p>}
        <p>{texts.stillTold}</p>
        <PostForm action={`${own}/mail`}>
          <input type="hidden" name="mail" value={isStopped ? 'resume' : 'stop'} />
          <Actions>
            <SubmitButton variant={isStopped ? 'second' : 'primary'}>
              {isStopped ? texts.resume : texts.stop}
            </SubmitButton>
            <LinkButton href={own} variant="second">
              {texts.home}
            </LinkButton>
          </Actions>
        </PostForm>
      </Card>
      {canDecline ? (
        <Card title={texts.declineTitle}>
          <Actions>
            <LinkButton href={`${own}/decline`} variant="second">
              {texts.decline}
            </LinkButton>
          </Actions>
        </Card>
      ) : null}
      <HelpNote contact={view.contact} />
    </>
  );
}
