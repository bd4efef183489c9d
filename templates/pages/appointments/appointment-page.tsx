import type { ReminderView } from '../../../src/appointments/reminders.read-model.js';
import type { HistoryEntry } from '../../../src/respondents/respondent-history.read-model.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Note } from '../../partials/badge.js';
import { Card, Columns, Stack } from '../../partials/card.js';
import { PageHead } from '../../partials/page-head.js';
import { useHref, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { HistoryList } from '../respondents/history-list.js';
import { AppointmentFacts, AppointmentBadges, useAppointmentsPath, useWhat } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';
import { ParticipantsCard, type ParticipantsProps } from './participants-card.js';
import { RemindersCard } from './reminders-card.js';

export interface AppointmentPageProps extends ParticipantsProps {
  readonly history: readonly HistoryEntry[];
  readonly reminders: readonly ReminderView[];
  readonly hasBegun: boolean;
  readonly mayPlan: boolean;
  readonly mayRecord: boolean;
}

export const appointmentPage = (props: AppointmentPageProps) => <AppointmentBody {...props} />;

function AppointmentBody(props: AppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  const what = useWhat();
  const { appointment, history, reminders } = props;
  return (
    <Stack>
      <PageHead
        title={what(appointment)}
        intro={<AppointmentBadges appointment={appointment} />}
        breadcrumb={[{ label: texts.title, href: useAppointmentsPath() }]}
      />
      <Columns>
        <Stack>
          <Declined {...props} />
          <Details {...props} />
          <ParticipantsCard {...props} />
          <RemindersCard reminders={reminders} />
        </Stack>
        <Stack>
          <Outcome {...props} />
          <HistoryList entries={history} />
        </Stack>
      </Columns>
    </Stack>
  );
}

function Details({ appointment, mayPlan }: AppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  const own = `${useAppointmentsPath()}/${appointment.id}`;
  const href = useHref();
  const canChange = mayPlan && appointment.status === 'scheduled';
  return (
    <Card title={texts.details}>
      <AppointmentFacts appointment={appointment} />
      <Actions>
        {canChange ? <LinkButton href={`${own}/move`}>{texts.move}</LinkButton> : null}
        {canChange ? (
          <LinkButton href={`${own}/cancel`} variant="danger">
            {texts.cancel}
          </LinkButton>
        ) : null}
        {appointment.status === 'cancelled' ? null : <a href={href(`${own}.ics`)}>{texts.calendarFile}</a>}
      </Actions>
    </Card>
  );
}

/** What to do about an appointment that somebody declined in their calendar. */
function Declined({ appointment, mayPlan }: AppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  const own = `${useAppointmentsPath()}/${appointment.id}`;
  const { participants, status, respondent, interviewer } = appointment;
  const declined = participants.filter(({ answer }) => answer === 'declined');
  if (status !== 'scheduled' || declined.length === 0) return null;
  const byRespondent = respondent && declined.some(({ kind }) => kind === 'respondent');
  return (
    <Note tone="bad" title={texts.declinedTitle(byRespondent ? respondent.pseudonym : interviewer.name)}>
      <p>{texts.declinedHint}</p>
      {mayPlan && byRespondent ? (
        <PostForm action={`${own}/offer-anew`}>
          <Actions>
            <SubmitButton>{texts.offerAnew}</SubmitButton>
          </Actions>
        </PostForm>
      ) : null}
    </Note>
  );
}

function Outcome({ appointment: { id, status }, hasBegun, mayRecord }: AppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  const own = `${useAppointmentsPath()}/${id}`;
  if (!mayRecord || status === 'cancelled') return null;
  if (status !== 'scheduled')
    return (
      <Card title={texts.outcome}>
        <p>{texts.statuses[status]}</p>
        <PostForm action={`${own}/reopen`}>
          <Actions>
            <SubmitButton variant="second">{texts.reopen}</SubmitButton>
          </Actions>
        </PostForm>
      </Card>
    );
  if (!hasBegun)
    return (
      <Card title={texts.outcome}>
        <p class="muted">{texts.outcomeLater}</p>
      </Card>
    );
  return (
    <Card title={texts.outcome}>
      <p>{texts.outcomeHint}</p>
      <PostForm action={`${own}/complete`}>
        <Actions>
          <SubmitButton>{texts.complete}</SubmitButton>
          <SubmitButton variant="second" formAction={`${own}/no-show`}>
            {texts.noShow}
          </SubmitButton>
        </Actions>
      </PostForm>
    </Card>
  );
}
