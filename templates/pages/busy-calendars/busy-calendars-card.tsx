import type { FormState } from '../../partials/form-state.js';
import { useTexts } from '../../partials/page-context.js';
import { busyCalendarsTexts } from './busy-calendars.texts.js';
import { CalendarTable, type CalendarTableProps } from './calendar-table.js';
import { ConnectForm, UploadForm } from './connect-forms.js';

export interface BusyFormStates {
  readonly connectState?: FormState | undefined;
  readonly uploadState?: FormState | undefined;
}

export interface BusyCalendarsProps extends BusyFormStates {
  /** Of the study. */
  readonly code: string;
  readonly zone: string;
  readonly accountId: string;
  readonly calendars: CalendarTableProps['calendars'];
}

/** The calendars of one member of the team, and how to connect another. */
export function BusyCalendarsCard(props: BusyCalendarsProps) {
  const texts = useTexts(busyCalendarsTexts);
  const { code, accountId, calendars, zone, connectState, uploadState } = props;
  const base = `/studies/${code}/team/${accountId}/calendars`;
  return (
    <section class="card stack" id="calendars">
      <h2>{texts.title}</h2>
      <p>{texts.intro}</p>
      <CalendarTable calendars={calendars} base={base} zone={zone} />
      <div class="connect-calendars">
        <ConnectForm base={base} state={connectState} />
        <UploadForm base={base} state={uploadState} />
      </div>
      <WhereToFind />
    </section>
  );
}

const programs = ['outlook', 'google', 'apple', 'nextcloud'] as const;

function WhereToFind() {
  const texts = useTexts(busyCalendarsTexts);
  return (
    <details class="where-to-find">
      <summary>{texts.helpTitle}</summary>
      <dl>
        {programs.map((program) => (
          <div key={program}>
            <dt>{texts.help[program].name}</dt>
            <dd>{texts.help[program].steps}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
