import type { WeekEntry } from '../../../src/reports/week.read-model.js';
import type { CalendarEvent } from '../../partials/calendar-event.js';
import { Card } from '../../partials/card.js';
import { Select } from '../../partials/choices.js';
import { FilterForm } from '../../partials/filter-form.js';
import { useHref, useTexts } from '../../partials/page-context.js';
import { WeekCalendar } from '../../partials/week-calendar.js';
import type { OverviewProps } from './overview-page.js';
import { overviewTexts } from './overview.texts.js';

/** The week, of everybody or of one interviewer. */
export function OverviewCalendar(props: OverviewProps) {
  const texts = useTexts(overviewTexts);
  const href = useHref();
  const { code, zone, now, week, may, weekName } = props;
  const { monday, interviewer } = week;
  const kept = interviewer ? `&interviewer=${interviewer}` : '';
  return (
    <Card
      id="calendar"
      title={texts.calendar}
      aside={may.see ? <a href={href(`/studies/${code}/appointments`)}>{texts.allAppointments}</a> : null}
    >
      {may.see ? <InterviewerFilter {...props} /> : <p class="muted">{texts.calendarObserver}</p>}
      <WeekCalendar
        monday={monday}
        zone={zone}
        now={now}
        events={week.entries.map((entry) => toEvent(entry, { code, texts }))}
        hrefOfWeek={(of) => `/studies/${code}?week=${weekName(of)}${kept}#calendar`}
      />
    </Card>
  );
}

function InterviewerFilter({ code, week, weekName }: OverviewProps) {
  const texts = useTexts(overviewTexts);
  const { monday, interviewer, interviewers } = week;
  if (interviewers.length < 2) return null;
  return (
    <FilterForm action={`/studies/${code}`} isFiltered={interviewer !== undefined}>
      <input type="hidden" name="week" value={weekName(monday)} />
      <Select
        name="interviewer"
        label={texts.interviewer}
        placeholder={texts.everybody}
        value={interviewer}
        options={interviewers.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FilterForm>
  );
}

interface EventStyle {
  readonly code: string;
  readonly texts: (typeof overviewTexts)['nl'];
}

function toEvent(entry: WeekEntry, { code, texts }: EventStyle): CalendarEvent {
  const { id, start, end, kind, answer } = entry;
  const place = [entry.place, entry.interviewer].filter((part) => part !== null).join(' · ');
  const page = kind === 'meeting' ? `board/meetings/${id}` : `appointments/${id}`;
  return {
    id,
    start,
    end,
    kind,
    status: answer,
    title: titleOf(entry, texts),
    href: `/studies/${code}/${page}`,
    ...(place && { place }),
  };
}

function titleOf({ kind, name }: WeekEntry, texts: EventStyle['texts']): string {
  if (kind === 'interview') return texts.interview(name ?? '');
  return kind === 'observation' ? texts.observation : (name ?? '');
}
