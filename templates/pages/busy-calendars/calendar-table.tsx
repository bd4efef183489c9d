import type { BusyCalendarView } from '../../../src/calendar/busy/busy-calendars.read-model.js';
import { Badge } from '../../partials/badge.js';
import { DataTable } from '../../partials/data-table.js';
import { formatDate, formatShortDateTime, isoDay } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { busyCalendarsTexts } from './busy-calendars.texts.js';
import { busyFaultTexts } from './busy-faults.texts.js';
import { Age, useCalendarName } from './calendar-words.js';

export interface CalendarTableProps {
  readonly calendars: readonly BusyCalendarView[];
  /** Of the member's calendars. */
  readonly base: string;
  readonly zone: string;
}

/** Every calendar with how old its copy is, and what to do where that is too old. */
export function CalendarTable({ calendars, base, zone }: CalendarTableProps) {
  const texts = useTexts(busyCalendarsTexts);
  return (
    <DataTable
      caption={texts.caption}
      hideCaption
      rows={calendars}
      rowKey={({ id }) => id}
      empty={<p class="muted">{texts.none}</p>}
      columns={[
        {
          header: texts.calendar,
          cell: (calendar) => <Name calendar={calendar} base={base} />,
          isRowHeader: true,
        },
        { header: texts.state, cell: (calendar) => <State calendar={calendar} zone={zone} /> },
        {
          header: texts.upcoming,
          cell: ({ upcoming }) => <span class="nowrap">{texts.count(upcoming)}</span>,
        },
        {
          header: texts.action,
          cell: (calendar) =>
            calendar.kind === 'address' ? <FetchForm calendar={calendar} base={base} /> : texts.file,
        },
      ]}
    />
  );
}

interface CellProps {
  readonly calendar: BusyCalendarView;
  readonly base: string;
}

function Name({ calendar, base }: CellProps) {
  const href = useHref();
  const nameOf = useCalendarName();
  const { id, label, host } = calendar;
  return (
    <>
      <a href={href(`${base}/${id}`)}>{nameOf(calendar)}</a>
      {label && host ? <span class="note-line muted">{host}</span> : null}
    </>
  );
}

function State({ calendar, zone }: Pick<CalendarTableProps, 'zone'> & { calendar: BusyCalendarView }) {
  const texts = useTexts(busyCalendarsTexts);
  const faults = useTexts(busyFaultTexts);
  const { language } = usePageContext();
  const { minutesOld, nextFetchAt, coversUntil, error, skipped } = calendar;
  const unread = (skipped?.broken ?? 0) + (skipped?.tooOften ?? 0);
  return (
    <div>
      {error ? <Badge tone="bad">{texts.failing}</Badge> : null}{' '}
      {minutesOld === null ? null : <Age minutes={minutesOld} />}
      {error ? (
        <span class="note-line">
          {faults[error]} {texts.kept}
        </span>
      ) : null}
      {unread > 0 ? <span class="note-line">{texts.notRead(unread)}</span> : null}
      <span class="note-line muted">
        {nextFetchAt
          ? texts.next(formatShortDateTime(nextFetchAt, { language, zone }))
          : coversUntil && texts.covers(formatDate(isoDay(coversUntil, zone), language))}
      </span>
    </div>
  );
}

function FetchForm({ calendar, base }: CellProps) {
  const texts = useTexts(busyCalendarsTexts);
  const nameOf = useCalendarName();
  return (
    <PostForm action={`${base}/${calendar.id}/fetch`}>
      <button class="btn second small nowrap" type="submit" aria-label={texts.fetchName(nameOf(calendar))}>
        {texts.fetchNow}
      </button>
    </PostForm>
  );
}
