import type { AppointmentView } from '../../../src/appointments/appointments.schema.js';
import { Badge, type Tone } from '../../partials/badge.js';
import type { CalendarEvent } from '../../partials/calendar-event.js';
import { Facts } from '../../partials/facts.js';
import { formatDay, formatTimeRange, type TimeStyle } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { appointmentsTexts } from './appointments.texts.js';

/** The clock of the study. */
export function useStudyTime(): TimeStyle {
  const { language, study } = usePageContext();
  return { language, zone: study?.timezone ?? 'UTC' };
}

/** Where the appointments of the page's study are. */
export function useAppointmentsPath(): string {
  return `/studies/${encodeURIComponent(usePageContext().study?.code ?? '')}/appointments`;
}

const tones: Readonly<Record<AppointmentView['status'], Tone>> = {
  scheduled: 'info',
  completed: 'ok',
  'no-show': 'warn',
  cancelled: 'neutral',
};

export function AppointmentStatusBadge({ status }: Pick<AppointmentView, 'status'>) {
  return <Badge tone={tones[status]}>{useTexts(appointmentsTexts).statuses[status]}</Badge>;
}

/** Its status, and beside it that somebody declined or may not come. */
export function AppointmentBadges({ appointment }: { readonly appointment: AppointmentView }) {
  const texts = useTexts(appointmentsTexts);
  const doubt = certainty(appointment);
  return (
    <span class="badges">
      <AppointmentStatusBadge status={appointment.status} />
      {doubt === 'declined' ? <Badge tone="bad">{texts.doubts.declined}</Badge> : null}
      {doubt === 'tentative' ? <Badge tone="warn">{texts.doubts.tentative}</Badge> : null}
    </span>
  );
}

/** `Interview ZWO-SW-01`, `Observatie Sociaal team Zeewolde`. */
export function useWhat(): (
  appointment: Pick<AppointmentView, 'kind' | 'respondent' | 'siteName'>,
) => string {
  const { kinds } = useTexts(appointmentsTexts);
  return ({ kind, respondent, siteName }) => `${kinds[kind]} ${respondent?.pseudonym ?? siteName}`;
}

export function AppointmentFacts({ appointment }: { readonly appointment: AppointmentView }) {
  const texts = useTexts(appointmentsTexts);
  const style = useStudyTime();
  const href = useHref();
  const { study } = usePageContext();
  const { respondent, siteName, interviewer, mode, place, reason } = appointment;
  const [start, end] = [new Date(appointment.start), new Date(appointment.end)];
  const link =
    respondent && href(`/studies/${encodeURIComponent(study?.code ?? '')}/respondents/${respondent.id}`);
  return (
    <Facts
      facts={[
        { label: texts.when, value: `${formatDay(start, style)}, ${formatTimeRange(start, end, style)}` },
        { label: texts.respondent, value: link && <a href={link}>{respondent.pseudonym}</a> },
        { label: texts.site, value: siteName },
        { label: texts.interviewer, value: interviewer.name },
        { label: texts.how, value: texts.modes[mode] },
        { label: texts.where, value: place },
        { label: texts.cancelReason, value: reason },
      ]}
    />
  );
}

/** An appointment as an entry of the week, with what the calendars of those who were invited said of it. */
export function useEvent(): (appointment: AppointmentView) => CalendarEvent {
  const base = useAppointmentsPath();
  const what = useWhat();
  return (appointment) => {
    const { id, start, end, kind, siteName, interviewer } = appointment;
    return {
      id,
      start: new Date(start),
      end: new Date(end),
      title: what(appointment),
      place: kind === 'observation' ? interviewer.name : `${siteName}, ${interviewer.name}`,
      href: `${base}/${id}`,
      kind,
      status: certainty(appointment),
    };
  };
}

/** Whoever declined makes it uncertain; a doubt counts when it is the respondent's. */
function certainty({ status, participants }: AppointmentView): CalendarEvent['status'] {
  if (status === 'cancelled') return 'cancelled';
  if (status !== 'scheduled') return 'confirmed';
  if (participants.some(({ answer }) => answer === 'declined')) return 'declined';
  const isUnsure = participants.some(({ kind, answer }) => kind === 'respondent' && answer === 'tentative');
  return isUnsure ? 'tentative' : 'confirmed';
}
