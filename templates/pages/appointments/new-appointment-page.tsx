import type { NewAppointmentQuery } from '../../../src/appointments/appointments.schema.js';
import type { Proposal } from '../../../src/appointments/moment-proposals.read-model.js';
import type { Choice, PlanningOptions } from '../../../src/appointments/planning-choices.read-model.js';
import { Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Columns, Stack } from '../../partials/card.js';
import { Select } from '../../partials/choices.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { useAppointmentsPath } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';
import { MomentFields } from './moment-fields.js';

export interface NewAppointmentPageProps {
  readonly options: Pick<PlanningOptions, 'sites' | 'interviewers' | 'modes'>;
  /** Whom or where it is about: a pseudonym or a site's name; null when that is still to be chosen. */
  readonly about: string | null;
  readonly respondents: readonly Choice[];
  readonly proposals: readonly Proposal[];
  readonly query: NewAppointmentQuery;
  readonly state: FormState | undefined;
}

export const newAppointmentPage = (props: NewAppointmentPageProps) => <NewBody {...props} />;

function NewBody(props: NewAppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  const base = useAppointmentsPath();
  return (
    <Stack>
      <PageHead
        title={texts.newTitle}
        intro={props.about && `${texts.kinds[props.query.kind]} ${props.about}`}
        breadcrumb={[{ label: texts.title, href: base }]}
      />
      {props.about === null ? <ChooseAbout {...props} /> : <BookForm {...props} />}
    </Stack>
  );
}

function ChooseAbout({ options, respondents }: NewAppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  return (
    <Columns>
      <AboutForm kind="interview" name="respondent" label={texts.chooseRespondent} options={respondents} />
      <AboutForm kind="observation" name="site" label={texts.chooseSite} options={options.sites} />
    </Columns>
  );
}

interface AboutFormProps {
  readonly kind: NewAppointmentQuery['kind'];
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
}

function AboutForm({ kind, name, label, options }: AboutFormProps) {
  const texts = useTexts(appointmentsTexts);
  return (
    <Card title={texts.kinds[kind]}>
      <form method="get" action={`${useAppointmentsPath()}/new`}>
        <input type="hidden" name="kind" value={kind} />
        <Select name={name} label={label} options={options} placeholder="" />
        <Actions>
          <SubmitButton variant="second">{texts.choose}</SubmitButton>
        </Actions>
      </form>
    </Card>
  );
}

function BookForm({ options, proposals, query, state }: NewAppointmentPageProps) {
  const texts = useTexts(appointmentsTexts);
  const base = useAppointmentsPath();
  const { kind, respondent, site } = query;
  const about = new URLSearchParams([
    ['kind', kind],
    kind === 'interview' ? ['respondent', respondent ?? ''] : ['site', site ?? ''],
  ]);
  return (
    <PostForm action={`${base}/new?${about.toString()}`} class="card stack" state={state}>
      <ErrorSummary />
      <MomentFields
        options={options}
        proposals={proposals}
        hint={kind === 'observation' ? texts.meetingDates : texts.nearest}
        initial={{ mode: kind === 'observation' ? 'onsite' : undefined }}
      />
      <Note>
        <p>{texts.toldBook}</p>
      </Note>
      <Actions>
        <SubmitButton>{texts.saveBook}</SubmitButton>
        <LinkButton href={base} variant="second">
          {texts.back}
        </LinkButton>
      </Actions>
    </PostForm>
  );
}
