import type { AskedStatement } from '../../../src/consent/consent.read-model.js';
import { Badge, Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { RadioCards } from '../../partials/choices.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { formatDateTime } from '../../partials/format.js';
import { fieldId, useFormState } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import type { RespondPageProps } from './choose-page.js';
import { HelpNote } from './help-note.js';
import { groupsByDay, MomentFacts, useTimeStyle } from './moment-words.js';
import { respondTexts } from './respond.texts.js';

export interface CheckPageProps extends RespondPageProps {
  /** The chosen moment's id; absent when it has to be chosen here, because the first choice has gone. */
  readonly slot?: string | undefined;
}

/** Step 2: the chosen moment, consent, and the one button that settles it. */
export const checkPage = (props: CheckPageProps) => <CheckBody {...props} />;

function CheckBody(props: CheckPageProps) {
  const texts = useTexts(respondTexts);
  const { token, view, state } = props;
  const moves = view.standing === 'booked';
  return (
    <>
      <PageHead title={texts.titles.check} step={texts.step(2)} />
      {state ? <ErrorSummary faults={state.faults ?? []} /> : null}
      <PostForm action={`/r/${token}/accept`} state={state}>
        <Choice {...props} />
        {moves ? <MovedFrom {...props} /> : <Consent asked={view.asked} />}
        <Actions>
          <SubmitButton>{moves ? texts.move : texts.confirm}</SubmitButton>
          <LinkButton href={`/r/${token}`} variant="second">
            {texts.changeChoice}
          </LinkButton>
        </Actions>
      </PostForm>
      <HelpNote contact={view.contact} />
    </>
  );
}

function Choice({ view, slot }: CheckPageProps) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  const moment = view.moments.find(({ id }) => id === slot);
  if (!moment)
    return (
      <RadioCards
        name="slot"
        label={texts.which}
        hint={texts.zone(style.zone)}
        legendSize="large"
        groups={groupsByDay(view.moments, style)}
      />
    );
  return (
    <Card title={texts.chosen}>
      <input type="hidden" name="slot" value={moment.id} />
      <MomentFacts moment={moment} />
      <p class="muted">{texts.zone(style.zone)}</p>
    </Card>
  );
}

function MovedFrom({ view }: CheckPageProps) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  if (!view.booking) return null;
  return (
    <Note>
      <p>{texts.moveFrom(formatDateTime(view.booking.start, style))}</p>
    </Note>
  );
}

/** One box per statement, none ticked beforehand. */
function Consent({ asked }: { readonly asked: readonly AskedStatement[] }) {
  const texts = useTexts(respondTexts);
  if (asked.length === 0) return null;
  return (
    <fieldset class="field">
      <legend class="large">{texts.consent}</legend>
      <p class="hint">{texts.consentHint}</p>
      <div class="option-group">
        {asked.map((statement) => (
          <Statement key={statement.code} {...statement} />
        ))}
      </div>
    </fieldset>
  );
}

function Statement({ code, text, required, language }: AskedStatement) {
  const texts = useTexts(respondTexts);
  const { given, faults } = useFormState();
  const name = `consent.${code}`;
  const fault = faults?.find(({ path }) => path === name)?.message;
  const id = fieldId(name);
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      {fault ? (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      <label class="option check">
        <input
          type="checkbox"
          id={id}
          name="consent"
          value={code}
          checked={[given?.consent ?? []].flat().includes(code)}
          required={required}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
        <span>
          <span lang={language}>{text}</span>{' '}
          <Badge tone={required ? 'info' : 'neutral'}>{required ? texts.required : texts.optional}</Badge>
        </span>
      </label>
    </div>
  );
}
