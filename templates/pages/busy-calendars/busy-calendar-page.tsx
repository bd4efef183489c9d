import type { BusyCalendarView } from '../../../src/calendar/busy/busy-calendars.read-model.js';
import { Actions, SubmitButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { Facts } from '../../partials/facts.js';
import type { FormState } from '../../partials/form-state.js';
import { formatDate, formatDateTime, isoDay } from '../../partials/format.js';
import { TextInput } from '../../partials/inputs.js';
import { PageHead } from '../../partials/page-head.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { busyCalendarsTexts } from './busy-calendars.texts.js';
import { busyFaultTexts } from './busy-faults.texts.js';
import { useCalendarName } from './calendar-words.js';

export interface BusyCalendarProps {
  /** Of the study. */
  readonly code: string;
  readonly zone: string;
  readonly accountId: string;
  /** Of the member. */
  readonly name: string;
  readonly calendar: BusyCalendarView;
  readonly state: FormState | undefined;
}

export const busyCalendarPage = (props: BusyCalendarProps) => <BusyCalendar {...props} />;

function BusyCalendar({ code, zone, accountId, name, calendar, state }: BusyCalendarProps) {
  const texts = useTexts(busyCalendarsTexts);
  const nameOf = useCalendarName();
  const team = `/studies/${code}/team`;
  const base = `${team}/${accountId}/calendars/${calendar.id}`;
  const crumbs = [
    { label: texts.team, href: team },
    { label: name, href: `${team}/${accountId}` },
  ];
  return (
    <>
      <PageHead title={nameOf(calendar)} breadcrumb={crumbs} />
      <Stack>
        <Card>
          <CalendarFacts calendar={calendar} zone={zone} />
        </Card>
        <PostForm action={`${base}/rename`} class="card stack" state={state}>
          <ErrorSummary />
          <TextInput name="label" label={texts.label} value={calendar.label} maxLength={80} />
          <Actions>
            <SubmitButton>{texts.rename}</SubmitButton>
          </Actions>
        </PostForm>
        <PostForm action={`${base}/disconnect`} class="card stack">
          <h2>{texts.disconnectTitle}</h2>
          <p>{texts.disconnectText}</p>
          <Actions>
            <SubmitButton variant="danger">{texts.disconnect}</SubmitButton>
          </Actions>
        </PostForm>
      </Stack>
    </>
  );
}

function CalendarFacts({ calendar, zone }: Pick<BusyCalendarProps, 'calendar' | 'zone'>) {
  const texts = useTexts(busyCalendarsTexts);
  const faults = useTexts(busyFaultTexts);
  const { language } = usePageContext();
  const { host, fetchedAt, checkedAt, nextFetchAt, coversUntil, error, upcoming, skipped } = calendar;
  const at = (moment: Date | null) => moment && formatDateTime(moment, { language, zone });
  const leftOut = Object.entries(skipped ?? {}).filter(([, count]) => count > 0);
  const say = ([reason, count]: [string, number]) =>
    texts.skipped[reason as keyof typeof texts.skipped](count);
  return (
    <Facts
      facts={[
        { label: texts.facts.host, value: host },
        { label: texts.facts.problem, value: error && `${faults[error]} ${texts.kept}` },
        { label: texts.facts.checked, value: at(checkedAt) },
        { label: texts.facts.fetched, value: at(fetchedAt) },
        { label: texts.facts.next, value: at(nextFetchAt) },
        { label: texts.facts.covers, value: coversUntil && formatDate(isoDay(coversUntil, zone), language) },
        { label: texts.facts.upcoming, value: String(upcoming) },
        { label: texts.facts.skipped, value: leftOut.map(say).join(', ') },
      ]}
    />
  );
}
