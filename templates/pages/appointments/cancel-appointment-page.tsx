import type { AppointmentView } from '../../../src/appointments/appointments.schema.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { TextInput } from '../../partials/inputs.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { AppointmentFacts, useAppointmentsPath, useWhat } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';
import { ToldNote } from './told-note.js';

export interface CancelAppointmentPageProps {
  readonly appointment: AppointmentView;
}

export const cancelAppointmentPage = (props: CancelAppointmentPageProps) => <CancelBody {...props} />;

function CancelBody({ appointment }: CancelAppointmentPageProps) {
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
      <PageHead title={texts.cancelTitle(what)} breadcrumb={crumbs} />
      <Card>
        <AppointmentFacts appointment={appointment} />
      </Card>
      <PostForm action={`${own}/cancel`} class="card stack">
        <TextInput name="reason" label={texts.reason} hint={texts.reasonHint} maxLength={500} optional />
        <ToldNote intro={texts.toldCancel} appointment={appointment} />
        <Actions>
          <SubmitButton variant="danger">{texts.cancelYes}</SubmitButton>
          <LinkButton href={own} variant="second">
            {texts.back}
          </LinkButton>
        </Actions>
      </PostForm>
    </Stack>
  );
}
