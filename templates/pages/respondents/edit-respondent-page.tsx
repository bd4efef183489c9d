import type { RespondentView } from '../../../src/respondents/respondents.read-model.js';
import type { Contact } from '../../../src/vault/contact.schema.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { PostForm } from '../../partials/post-form.js';
import { ContactFields, LanguageField, useContactLabels } from './contact-fields.js';
import { respondentFormTexts } from './respondent-form.texts.js';
import { respondentTexts } from './respondent.texts.js';
import { useRespondentsPath } from './respondents-path.js';
import { WindowsFields } from './windows-fields.js';

export interface EditRespondentPageProps {
  readonly respondent: RespondentView;
  /** Absent when it was erased. */
  readonly contact: Contact | undefined;
  readonly state?: FormState | undefined;
}

export const editRespondentPage = (props: EditRespondentPageProps) => <EditRespondentView {...props} />;

function EditRespondentView({ respondent, contact, state }: EditRespondentPageProps) {
  const texts = useTexts(respondentFormTexts);
  const base = useRespondentsPath();
  const own = `${base}/${respondent.id}`;
  return (
    <Stack>
      <PageHead
        title={texts.editTitle(respondent.pseudonym)}
        breadcrumb={[
          { label: texts.list, href: base },
          { label: respondent.pseudonym, href: own },
        ]}
      />
      <PostForm action={`${own}/edit`} class="stack" state={state ?? {}}>
        <ErrorSummary labels={useContactLabels()} />
        <DetailsCard respondent={respondent} contact={contact} />
        <Card>
          <WindowsFields windows={respondent.windows} />
        </Card>
        <Actions>
          <SubmitButton>{texts.save}</SubmitButton>
          <LinkButton href={own} variant="second">
            {texts.cancel}
          </LinkButton>
        </Actions>
      </PostForm>
    </Stack>
  );
}

function DetailsCard({ respondent, contact }: Pick<EditRespondentPageProps, 'respondent' | 'contact'>) {
  const texts = useTexts(respondentFormTexts);
  const words = useTexts(respondentTexts);
  return (
    <Card title={texts.contact}>
      {contact ? <ContactFields contact={contact} /> : <p class="muted">{words.erased}</p>}
      <LanguageField value={respondent.language} />
    </Card>
  );
}
