import type { AppointmentView } from '../../../src/appointments/appointments.schema.js';
import type { Proposal } from '../../../src/appointments/moment-proposals.read-model.js';
import type { PlanningOptions } from '../../../src/appointments/planning-choices.read-model.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { AppointmentFacts, useAppointmentsPath, useWhat } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';
import { MomentFields } from './moment-fields.js';
import { ToldNote } from './told-note.js';

export interface MoveAppointmentPageProps {
  readonly appointment: AppointmentView;
  /** As it was filled in; empty for the usual place. */
  readonly place: string;
  readonly options: Pick<PlanningOptions, 'interviewers' | 'modes'>;
  readonly proposals: readonly Proposal[];
  readonly state: FormState | undefined;
}

export const moveAppointmentPage = (props: MoveAppointmentPageProps) => <MoveBody {...props} />;

function MoveBody({ appointment, place, options, proposals, state }: MoveAppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  const base = useAppointmentsPath();
  const what = useWhat()(appointment);
  const own = `${base}/${appointment.id}`;
  const crumbs = [
    { label: texts.title, href: base },
    { label: what, href: own },
  ];
  return (
    <Stack>
      <PageHead title={texts.moveTitle(what)} breadcrumb={crumbs} />
      <Card title={texts.now}>
        <AppointmentFacts appointment={appointment} />
      </Card>
      <PostForm action={`${own}/move`} class="card stack" state={state}>
        <ErrorSummary />
        <h2>{texts.newMoment}</h2>
        <MomentFields
          options={options}
          proposals={proposals}
          hint={appointment.kind === 'observation' ? texts.meetingDates : texts.nearest}
          initial={{ interviewer: appointment.interviewer.id, mode: appointment.mode, place }}
        />
        <ToldNote intro={texts.toldMove} appointment={appointment} />
        <Actions>
          <SubmitButton>{texts.saveMove}</SubmitButton>
          <LinkButton href={own} variant="second">
            {texts.back}
          </LinkButton>
        </Actions>
      </PostForm>
    </Stack>
  );
}
