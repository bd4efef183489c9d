import type { RespondBooking, RespondView } from '../../../src/appointments/respond.read-model.js';
import { Badge, Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { RadioCards } from '../../partials/choices.js';
import { formatDateTime } from '../../partials/format.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { LanguageField } from './choose-page.js';
import { HelpNote } from './help-note.js';
import { groupsByDay, MomentFacts, useTimeStyle } from './moment-words.js';
import { respondTexts } from './respond.texts.js';

export interface BookedPageProps {
  readonly token: string;
  readonly view: RespondView;
  readonly booking: RespondBooking;
}

/** Proof that it worked, and what can still be changed. */
export const bookedPage = (props: BookedPageProps) => <BookedBody {...props} />;

function BookedBody(props: BookedPageProps) {
  const texts = useTexts(respondTexts);
  const { token, view, booking } = props;
  return (
    <>
      <PageHead title={texts.titles.booked} />
      <Note tone="ok">
        <p>{texts.bookedIntro}</p>
      </Note>
      <Card>
        <MomentFacts moment={booking} reference={booking.reference} />
        <Actions>
          <LinkButton href={`/r/${token}/appointment.ics`}>{texts.addToCalendar}</LinkButton>
          {booking.routeUrl ? (
            <a href={booking.routeUrl} rel="noreferrer noopener">
              {texts.route}
            </a>
          ) : null}
        </Actions>
      </Card>
      <Card title={texts.nextTitle}>
        <p>{texts.nextSteps(booking.interviewer, booking.mode)}</p>
      </Card>
      <Change {...props} />
      <ConsentCopy view={view} />
      <HelpNote contact={view.contact} />
    </>
  );
}

function Change({ token, view, booking }: BookedPageProps) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  const until = formatDateTime(booking.changeUntil, style);
  if (!booking.canChange)
    return (
      <Card title={texts.changeTitle}>
        <p>{texts.tooLate(until)}</p>
      </Card>
    );
  return (
    <Card title={texts.changeTitle}>
      <p>{texts.changeUntil(until)}</p>
      {view.moments.length === 0 ? <p>{texts.noOther}</p> : <MoveForm token={token} view={view} />}
      <Actions>
        <LinkButton href={`/r/${token}/cancel`} variant="danger">
          {texts.cancel}
        </LinkButton>
      </Actions>
    </Card>
  );
}

function MoveForm({ token, view }: Pick<BookedPageProps, 'token' | 'view'>) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  return (
    <form method="get" action={`/r/${token}/check`} noValidate>
      <LanguageField />
      <RadioCards
        name="slot"
        label={texts.moveWhich}
        hint={texts.zone(style.zone)}
        groups={groupsByDay(view.moments, style)}
      />
      <Actions>
        <SubmitButton variant="second">{texts.moveNext}</SubmitButton>
      </Actions>
    </form>
  );
}

function ConsentCopy({ view: { answered } }: Pick<BookedPageProps, 'view'>) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  if (answered.length === 0) return null;
  return (
    <Card title={texts.consentGiven}>
      <ul class="todo" role="list">
        {answered.map(({ code, text, answer, language }) => (
          <li key={code}>
            <span lang={language}>{text}</span>
            <Badge tone={answer === 'given' ? 'ok' : 'neutral'}>{texts.answers[answer]}</Badge>
          </li>
        ))}
      </ul>
      <p class="muted">{texts.consentOn(formatDateTime(answered[0]!.at, style))}</p>
    </Card>
  );
}
