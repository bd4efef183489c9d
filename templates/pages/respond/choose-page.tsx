import type { RespondView } from '../../../src/appointments/respond.read-model.js';
import { Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { RadioCards } from '../../partials/choices.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { Facts } from '../../partials/facts.js';
import { formatDateTime, formatDuration } from '../../partials/format.js';
import { FormStateProvider, type FormState } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { HelpNote } from './help-note.js';
import { groupsByDay, useTimeStyle } from './moment-words.js';
import { ProposalForm } from './proposal-form.js';
import { respondTexts } from './respond.texts.js';

export interface RespondPageProps {
  readonly token: string;
  readonly view: RespondView;
  readonly state?: FormState | undefined;
}

/** Step 1: who asks what, and the moments to choose from. */
export const choosePage = (props: RespondPageProps) => <ChooseBody {...props} />;

function ChooseBody(props: RespondPageProps) {
  const texts = useTexts(respondTexts);
  const { view, state } = props;
  const { title } = view.study;
  return (
    <>
      <PageHead title={texts.titles.choose} step={texts.step(1)} />
      {state ? <ErrorSummary faults={state.faults ?? []} /> : null}
      <News view={view} />
      <p>{texts.intro(title)}</p>
      <About view={view} />
      {view.moments.length > 0 ? <Moments {...props} /> : <NoMoments {...props} />}
      <HelpNote contact={view.contact} />
    </>
  );
}

function News({ view }: Pick<RespondPageProps, 'view'>) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  if (view.standing === 'proposed')
    return (
      <Note tone="ok" title={texts.proposedTitle}>
        <p>{view.moments.length > 0 ? texts.proposed : texts.proposedNone}</p>
      </Note>
    );
  if (!view.wasCancelled || !view.booking) return null;
  return (
    <Note tone="ok" title={texts.cancelledTitle}>
      <p>{texts.cancelledChoose(formatDateTime(view.booking.start, style))}</p>
    </Note>
  );
}

function About({ view }: Pick<RespondPageProps, 'view'>) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  const names = [...new Set(view.moments.map(({ interviewer }) => interviewer))];
  const places = [...new Set(view.moments.map(({ place }) => place))];
  return (
    <Card>
      <Facts
        facts={[
          { label: texts.duration, value: texts.about(formatDuration(view.durationMinutes, style.language)) },
          { label: texts.who, value: names.join(', ') },
          { label: texts.where, value: places.length === 1 ? places[0] : null },
          {
            label: texts.answerBy,
            value: view.deadline && texts.until(formatDateTime(view.deadline, style)),
          },
        ]}
      />
    </Card>
  );
}

function Moments({ token, view, state }: RespondPageProps) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  const none = {
    heading: texts.otherwise,
    options: [{ value: 'none', label: texts.noneFits, note: texts.noneFitsNote }],
  };
  return (
    <form method="get" action={`/r/${token}/check`} noValidate>
      <LanguageField />
      <FormStateProvider value={state ?? {}}>
        <RadioCards
          name="slot"
          label={texts.which}
          hint={texts.zone(style.zone)}
          legendSize="large"
          groups={[...groupsByDay(view.moments, style), none]}
        />
        <Actions>
          <SubmitButton>{texts.next}</SubmitButton>
          <LinkButton href={`/r/${token}/decline`} variant="second">
            {texts.decline}
          </LinkButton>
        </Actions>
      </FormStateProvider>
    </form>
  );
}

/** A form that gets replaces the query of its action. */
export function LanguageField() {
  const { language, languageInAddress } = usePageContext();
  return languageInAddress ? <input type="hidden" name="lang" value={language} /> : null;
}

function NoMoments(props: RespondPageProps) {
  const texts = useTexts(respondTexts);
  const href = useHref();
  const { token, view } = props;
  return (
    <>
      {view.standing === 'proposed' ? null : (
        <>
          <Note tone="warn">
            <p>{texts.noMoments}</p>
          </Note>
          <ProposalForm {...props} />
        </>
      )}
      <p>
        <a class="btn second" href={href(`/r/${token}/decline`)}>
          {texts.decline}
        </a>
      </p>
    </>
  );
}
