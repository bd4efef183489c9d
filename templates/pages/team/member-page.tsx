import type { Weekday } from '../../../src/kernel/time/weekday.js';
import type { WeeklyHours } from '../../../src/studies/study-parts.js';
import { Actions, SubmitButton } from '../../partials/buttons.js';
import { DataTable } from '../../partials/data-table.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { formatDate } from '../../partials/format.js';
import { DateInput, TextInput } from '../../partials/inputs.js';
import { PageHead } from '../../partials/page-head.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { FeedsLink } from '../feeds/feeds-link.js';
import { BusyCalendarsCard, type BusyCalendarsProps } from '../busy-calendars/busy-calendars-card.js';
import { teamTexts } from './team.texts.js';

export interface ExceptionRow {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly hours: readonly string[];
}

export interface MemberProps {
  readonly code: string;
  readonly zone: string;
  readonly accountId: string;
  readonly name: string;
  readonly weekly: WeeklyHours;
  readonly exceptions: readonly ExceptionRow[];
  readonly calendars: BusyCalendarsProps['calendars'];
  readonly hoursState?: FormState | undefined;
  readonly dateState?: FormState | undefined;
}

export const memberPage = (props: MemberProps) => <MemberView {...props} />;

function MemberView(props: MemberProps) {
  const texts = useTexts(teamTexts);
  const { code, zone, name } = props;
  return (
    <>
      <PageHead
        title={texts.memberTitle(name)}
        intro={texts.zone(zone)}
        actions={<FeedsLink />}
        breadcrumb={[{ label: texts.back, href: `/studies/${code}/team` }]}
      />
      <div class="cols">
        <WeeklyForm {...props} />
        <Exceptions {...props} />
      </div>
      <BusyCalendarsCard {...props} />
    </>
  );
}

function WeeklyForm({ code, accountId, weekly, hoursState }: MemberProps) {
  const texts = useTexts(teamTexts);
  return (
    <section class="card">
      <PostForm action={`/studies/${code}/team/${accountId}/hours`} class="stack" state={hoursState}>
        <h2>{texts.weeklyTitle}</h2>
        <ErrorSummary />
        <p class="hint">{texts.weeklyHint}</p>
        {(Object.keys(texts.weekdays) as Weekday[]).map((day) => (
          <TextInput
            key={day}
            name={day}
            label={texts.weekdays[day]}
            value={weekly[day]?.join(', ')}
            spellcheck={false}
            optional
          />
        ))}
        <Actions>
          <SubmitButton>{texts.saveHours}</SubmitButton>
        </Actions>
      </PostForm>
    </section>
  );
}

function Exceptions(props: MemberProps) {
  const texts = useTexts(teamTexts);
  const { code, accountId, exceptions, dateState } = props;
  const { language } = usePageContext();
  return (
    <section class="card stack">
      <h2>{texts.exceptionsTitle}</h2>
      <p>{texts.exceptionsIntro}</p>
      <DataTable
        caption={texts.exceptionsCaption}
        hideCaption
        rows={exceptions}
        rowKey={({ date }) => date}
        empty={<p class="muted">{texts.noExceptions}</p>}
        columns={[
          { header: texts.date, cell: ({ date }) => formatDate(date, language), isRowHeader: true },
          { header: texts.hours, cell: ({ hours }) => hours.join(', ') || texts.off },
          {
            header: texts.remove,
            cell: ({ date }) => <RemoveForm code={code} accountId={accountId} date={date} />,
          },
        ]}
      />
      <PostForm action={`/studies/${code}/team/${accountId}/dates`} class="stack" state={dateState}>
        <ErrorSummary />
        <DateInput name="date" label={texts.date} />
        <DateInput name="until" label={texts.until} hint={texts.untilHint} optional />
        <TextInput
          name="hours"
          label={texts.otherHours}
          hint={texts.otherHoursHint}
          spellcheck={false}
          optional
        />
        <Actions>
          <SubmitButton variant="second">{texts.add}</SubmitButton>
        </Actions>
      </PostForm>
    </section>
  );
}

function RemoveForm({ code, accountId, date }: Pick<MemberProps, 'code' | 'accountId'> & { date: string }) {
  const texts = useTexts(teamTexts);
  const { language } = usePageContext();
  return (
    <PostForm action={`/studies/${code}/team/${accountId}/dates/remove`}>
      <input type="hidden" name="date" value={date} />
      <button
        class="btn second small"
        type="submit"
        aria-label={texts.removeDate(formatDate(date, language))}
      >
        {texts.remove}
      </button>
    </PostForm>
  );
}
