import type {
  AppointmentsPageQuery,
  AppointmentView,
} from '../../../src/appointments/appointments.schema.js';
import type { Choice, PlanningOptions } from '../../../src/appointments/planning-choices.read-model.js';
import { AgendaList } from '../../partials/agenda-list.js';
import { LinkButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { EmptyState } from '../../partials/empty-state.js';
import { FilterForm } from '../../partials/filter-form.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { WeekCalendar } from '../../partials/week-calendar.js';
import { FeedsLink } from '../feeds/feeds-link.js';
import { useAppointmentsPath, useEvent, useStudyTime } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';

export interface AppointmentsPageProps {
  readonly now: Date;
  readonly monday: string;
  /** Of the week. */
  readonly items: readonly AppointmentView[];
  readonly upcoming: readonly AppointmentView[];
  readonly options: Pick<PlanningOptions, 'sites' | 'interviewers'>;
  readonly filter: AppointmentsPageQuery;
  readonly mayPlan: boolean;
}

export const appointmentsPage = (props: AppointmentsPageProps) => <AppointmentsBody {...props} />;

function AppointmentsBody(props: AppointmentsPageProps) {
  const texts = useTexts(appointmentsTexts);
  const base = useAppointmentsPath();
  const toEvent = useEvent();
  const { zone } = useStudyTime();
  const { now, monday, items, filter, mayPlan } = props;
  const actions = (
    <>
      <FeedsLink />
      {mayPlan ? <LinkButton href={`${base}/new`}>{texts.book}</LinkButton> : null}
    </>
  );
  return (
    <Stack>
      <PageHead title={texts.title} intro={texts.intro} actions={actions} />
      <Filters {...props} />
      <section aria-labelledby="week">
        <h2 class="vh" id="week">
          {texts.week}
        </h2>
        <WeekCalendar
          monday={monday}
          zone={zone}
          now={now}
          events={items.map(toEvent)}
          hrefOfWeek={(week) => `${base}?${queryOf({ ...filter, week })}`}
        />
      </section>
      <Upcoming {...props} />
    </Stack>
  );
}

function Upcoming({ upcoming }: AppointmentsPageProps) {
  const texts = useTexts(appointmentsTexts);
  const toEvent = useEvent();
  const { zone } = useStudyTime();
  return (
    <Card title={texts.upcoming}>
      {upcoming.length === 0 ? (
        <EmptyState title={texts.noneTitle}>{texts.none}</EmptyState>
      ) : (
        <AgendaList events={upcoming.map(toEvent)} zone={zone} />
      )}
    </Card>
  );
}

const statuses = ['scheduled', 'completed', 'no-show', 'cancelled'] as const;

function Filters({ options, filter, monday }: AppointmentsPageProps) {
  const texts = useTexts(appointmentsTexts);
  const { site, interviewer, status } = filter;
  const words = statuses.map((value) => ({ value, label: texts.statuses[value] }));
  return (
    <FilterForm action={useAppointmentsPath()} isFiltered={Boolean(site ?? interviewer ?? status)}>
      <input type="hidden" name="week" value={monday} />
      <Filter
        name="interviewer"
        label={texts.interviewer}
        options={options.interviewers}
        value={interviewer}
      />
      <Filter name="site" label={texts.site} options={options.sites} value={site} />
      <Filter name="status" label={texts.status} options={words} value={status} />
    </FilterForm>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly value: string | undefined;
}

function Filter({ name, label, options, value }: FilterProps) {
  const texts = useTexts(appointmentsTexts);
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{texts.all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function queryOf(filter: AppointmentsPageQuery): string {
  const set = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(set).toString();
}
