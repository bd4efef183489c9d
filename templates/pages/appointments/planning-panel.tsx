import type { Standing } from '../../../src/appointments/domain/respondent-standing.js';
import type { AnsweredStatement } from '../../../src/consent/consent.read-model.js';
import { Badge, Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { formatDateTime } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { useAppointmentsPath, useStudyTime } from './appointment-words.js';
import { offerTexts } from './offer.texts.js';

export interface PlanningPanelProps {
  readonly respondentId: string;
  readonly standing: Standing;
  readonly deadline: Date | null;
  readonly left: number;
  /** In the respondent's own words; only for those who plan. */
  readonly proposal: string | null;
  readonly appointment: { readonly id: string; readonly start: Date } | null;
  readonly consent: readonly AnsweredStatement[];
  readonly mayPlan: boolean;
  readonly canOffer: boolean;
  /** They asked for no more offers and reminders by mail. */
  readonly wantsNoMail: boolean;
}

export const planningPanel = (props: PlanningPanelProps) => <Panel {...props} />;

/** On a respondent's page: how far the planning is, and what can be done next. */
function Panel(props: PlanningPanelProps) {
  const texts = useTexts(offerTexts);
  const { standing, proposal, wantsNoMail } = props;
  return (
    <Card title={texts.panel}>
      <p>{texts.standing[standing]}</p>
      <Deadline {...props} />
      {wantsNoMail ? <p>{texts.wantsNoMail}</p> : null}
      {proposal ? (
        <Note title={texts.proposal}>
          <p>{proposal}</p>
        </Note>
      ) : null}
      <AppointmentLink {...props} />
      <Consent {...props} />
      {props.mayPlan ? <PlanActions {...props} /> : null}
    </Card>
  );
}

const isOpen = (standing: Standing) => standing === 'open' || standing === 'proposed';

function Deadline({ standing, deadline, left }: PlanningPanelProps) {
  const texts = useTexts(offerTexts);
  const style = useStudyTime();
  if (!deadline || !isOpen(standing)) return null;
  return (
    <p>
      {texts.answerUntil(formatDateTime(deadline, style))} {texts.left(left)}
    </p>
  );
}

function AppointmentLink({ appointment }: PlanningPanelProps) {
  const texts = useTexts(offerTexts);
  const style = useStudyTime();
  const href = useHref();
  const base = useAppointmentsPath();
  if (!appointment) return null;
  return (
    <p>
      {formatDateTime(appointment.start, style)} ·{' '}
      <a href={href(`${base}/${appointment.id}`)}>{texts.appointment}</a>
    </p>
  );
}

function Consent({ consent }: PlanningPanelProps) {
  const texts = useTexts(offerTexts);
  if (consent.length === 0) return null;
  return (
    <>
      <h3>{texts.consent}</h3>
      <ul class="todo" role="list">
        {consent.map(({ code, text, answer, language }) => (
          <li key={code}>
            <span lang={language}>{text}</span>
            <Badge tone={answer === 'given' ? 'ok' : 'neutral'}>{texts.answers[answer]}</Badge>
          </li>
        ))}
      </ul>
    </>
  );
}

function PlanActions({ respondentId, standing, canOffer, wantsNoMail }: PlanningPanelProps) {
  const texts = useTexts(offerTexts);
  const { study } = usePageContext();
  const own = `/studies/${encodeURIComponent(study?.code ?? '')}/respondents/${respondentId}`;
  if (!canOffer) return null;
  const isBooked = standing === 'booked';
  return (
    <>
      <Actions>
        {wantsNoMail ? null : (
          <LinkButton href={`${own}/offer`}>
            {isOpen(standing) || isBooked ? texts.offerAgain : texts.offer}
          </LinkButton>
        )}
        {isBooked ? null : (
          <LinkButton
            href={`${useAppointmentsPath()}/new?kind=interview&respondent=${respondentId}`}
            variant="second"
          >
            {texts.bookDirectly}
          </LinkButton>
        )}
      </Actions>
      {isOpen(standing) ? (
        <PostForm action={`${own}/offer/withdraw`}>
          <Actions>
            <SubmitButton variant="danger">{texts.withdraw}</SubmitButton>
          </Actions>
        </PostForm>
      ) : null}
    </>
  );
}
