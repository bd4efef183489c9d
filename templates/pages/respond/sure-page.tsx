import type { RespondView } from '../../../src/appointments/respond.read-model.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { formatDateTime } from '../../partials/format.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { HelpNote } from './help-note.js';
import { MomentFacts, useTimeStyle } from './moment-words.js';
import { respondTexts } from './respond.texts.js';

export interface SurePageProps {
  readonly token: string;
  readonly view: RespondView;
  readonly about: 'decline' | 'cancel';
}

/** Asks once more before something ends: opening a link must never end anything. */
export const surePage = (props: SurePageProps) => <SureBody {...props} />;

function SureBody({ token, view, about }: SurePageProps) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  const booking = view.standing === 'booked' ? view.booking : null;
  const moment = booking && formatDateTime(booking.start, style);
  return (
    <>
      <PageHead title={texts.titles[about]} />
      <Card>
        {about === 'decline' ? <p>{texts.declineIntro}</p> : null}
        {about === 'decline' && moment ? <p>{texts.declineBooked(moment)}</p> : null}
        {about === 'cancel' && moment ? <p>{texts.cancelIntro(moment)}</p> : null}
        {booking ? <MomentFacts moment={booking} reference={booking.reference} /> : null}
      </Card>
      <PostForm action={`/r/${token}/${about}`}>
        <Actions>
          <SubmitButton variant="danger">
            {about === 'decline' ? texts.declineYes : texts.cancelYes}
          </SubmitButton>
          <LinkButton href={`/r/${token}`} variant="second">
            {texts.keep}
          </LinkButton>
        </Actions>
      </PostForm>
      <HelpNote contact={view.contact} />
    </>
  );
}
