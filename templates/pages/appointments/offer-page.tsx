import type { OfferQuery } from '../../../src/appointments/appointments.schema.js';
import type { Proposal } from '../../../src/appointments/moment-proposals.read-model.js';
import type { PlanningOptions } from '../../../src/appointments/planning-choices.read-model.js';
import { Actions, SubmitButton } from '../../partials/buttons.js';
import { Card, Columns, Stack } from '../../partials/card.js';
import { Select } from '../../partials/choices.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import {
  formatDateRange,
  formatDay,
  formatShortDateTime,
  formatTimeRange,
  isoDay,
} from '../../partials/format.js';
import { FormStateProvider, type FieldFault } from '../../partials/form-state.js';
import { DateInput } from '../../partials/inputs.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { useStudyTime } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';
import { offerTexts } from './offer.texts.js';

export interface OfferPageProps {
  readonly pseudonym: string;
  /** Path of the respondent's page. */
  readonly back: string;
  readonly options: Pick<PlanningOptions, 'interviewers' | 'modes'>;
  /** Mondays. */
  readonly week: {
    readonly monday: string;
    readonly sunday: string;
    readonly earlier: string;
    readonly later: string;
  };
  /** Of the week. */
  readonly free: readonly Proposal[];
  readonly query: OfferQuery;
  readonly faults?: readonly FieldFault[] | undefined;
}

export const offerPage = (props: OfferPageProps) => <OfferBody {...props} />;

function OfferBody(props: OfferPageProps) {
  const texts = useTexts(offerTexts);
  const { pseudonym, back, faults } = props;
  return (
    <Stack>
      <PageHead title={texts.title(pseudonym)} breadcrumb={[{ label: pseudonym, href: back }]} />
      {faults ? <ErrorSummary faults={faults} /> : null}
      <Columns>
        <OwnChoice {...props} />
        <AutomaticChoice {...props} />
      </Columns>
    </Stack>
  );
}

function AutomaticChoice({ back, options, query }: OfferPageProps) {
  const texts = useTexts(offerTexts);
  const counts = [3, 4, 5, 6, 8, 10].map(String).map((value) => ({ value, label: value }));
  return (
    <Card title={texts.auto}>
      <p>{texts.autoHint}</p>
      <form method="get" action={`${back}/offer/preview`} noValidate>
        <Select name="count" label={texts.count} options={counts} value={String(query.count ?? 5)} />
        <Common options={options} query={query} />
        <Actions>
          <SubmitButton>{texts.preview}</SubmitButton>
        </Actions>
      </form>
    </Card>
  );
}

function Common({ options, query }: Pick<OfferPageProps, 'options' | 'query'>) {
  const texts = useTexts(offerTexts);
  const { modes } = useTexts(appointmentsTexts);
  return (
    <>
      <Select
        name="mode"
        label={texts.mode}
        options={options.modes.map((value) => ({ value, label: modes[value] }))}
        value={query.mode}
      />
      <DateInput name="until" label={texts.until} hint={texts.untilHint} value={query.until} optional />
    </>
  );
}

const valueOf = ({ start, interviewer }: OfferQuery['slot'][number]) =>
  `${start.toISOString()}|${interviewer}`;

/** One form with everything that was chosen; going to another week sends it along. */
function OwnChoice(props: OfferPageProps) {
  const texts = useTexts(offerTexts);
  const { back, options, week, query } = props;
  const { language } = useStudyTime();
  return (
    <Card title={texts.own}>
      <p>{texts.ownHint}</p>
      <form method="get" action={`${back}/offer`} noValidate>
        <FormStateProvider value={{ isFilter: true }}>
          <h3>{formatDateRange(week.monday, week.sunday, language)}</h3>
          <Actions>
            <SubmitButton name="week" value={week.earlier} variant="second" small>
              {texts.earlier}
            </SubmitButton>
            <SubmitButton name="week" value={week.later} variant="second" small>
              {texts.later}
            </SubmitButton>
          </Actions>
          <Elsewhere {...props} />
          <FreeDays {...props} />
          {/* The other card has fields of these names as well. */}
          <input type="hidden" name="mode" value={query.mode ?? options.modes[0]} />
          <DeadlineField query={query} />
          <Actions>
            <SubmitButton formAction={`${back}/offer/preview`}>{texts.preview}</SubmitButton>
          </Actions>
        </FormStateProvider>
      </form>
    </Card>
  );
}

function DeadlineField({ query }: Pick<OfferPageProps, 'query'>) {
  const texts = useTexts(offerTexts);
  return (
    <div class="field">
      <label for="own-until">{texts.until}</label>
      <p class="hint" id="own-until-hint">
        {texts.untilHint}
      </p>
      <input
        id="own-until"
        name="until"
        type="date"
        class="medium"
        value={query.until}
        aria-describedby="own-until-hint"
      />
    </div>
  );
}

/** What was ticked in other weeks. */
function Elsewhere({ free, query, options }: OfferPageProps) {
  const texts = useTexts(offerTexts);
  const style = useStudyTime();
  const here = new Set(free.map(({ start, interviewerId: interviewer }) => valueOf({ start, interviewer })));
  const others = query.slot.filter((slot) => !here.has(valueOf(slot)));
  if (others.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{texts.chosen}</legend>
      {others.map((slot) => (
        <SlotBox
          key={valueOf(slot)}
          value={valueOf(slot)}
          label={formatShortDateTime(slot.start, style)}
          note={options.interviewers.find(({ value }) => value === slot.interviewer)?.label ?? ''}
          checked
        />
      ))}
    </fieldset>
  );
}

function FreeDays({ free, query }: OfferPageProps) {
  const texts = useTexts(offerTexts);
  const style = useStudyTime();
  const ticked = new Set(query.slot.map(valueOf));
  const days = Map.groupBy(free, ({ start }) => isoDay(start, style.zone));
  if (free.length === 0) return <p class="muted">{texts.nothingFree}</p>;
  return (
    <>
      {[...days].map(([date, ofDay]) => (
        <fieldset class="field" key={date}>
          <legend>{formatDay(ofDay[0]!.start, style)}</legend>
          <div class="option-group tight">
            {ofDay.map(({ start, end, interviewerId, interviewer }) => {
              const value = valueOf({ start, interviewer: interviewerId });
              const label = formatTimeRange(start, end, style);
              return (
                <SlotBox
                  key={value}
                  value={value}
                  label={label}
                  note={interviewer}
                  checked={ticked.has(value)}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </>
  );
}

interface SlotBoxProps {
  readonly value: string;
  readonly label: string;
  readonly note: string;
  readonly checked: boolean;
}

function SlotBox({ value, label, note, checked }: SlotBoxProps) {
  return (
    <label class="option">
      <input type="checkbox" name="slot" value={value} checked={checked} />
      <span>
        <b>{label}</b>
        <small>{note}</small>
      </span>
    </label>
  );
}
