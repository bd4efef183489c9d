import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { Select } from '../../partials/choices.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { PostForm } from '../../partials/post-form.js';
import { ContactFields, LanguageField, useContactLabels } from './contact-fields.js';
import { respondentFormTexts } from './respondent-form.texts.js';
import { useRespondentsPath } from './respondents-path.js';
import { optionsOf, type StudyOptions } from './study-options.js';

export interface NewRespondentPageProps {
  readonly options: StudyOptions;
  readonly studyLanguage: 'nl' | 'en';
  readonly state?: FormState | undefined;
}

export const newRespondentPage = (props: NewRespondentPageProps) => <NewRespondentView {...props} />;

function NewRespondentView({ options, studyLanguage, state }: NewRespondentPageProps) {
  const texts = useTexts(respondentFormTexts);
  const base = useRespondentsPath();
  return (
    <Stack>
      <PageHead
        title={texts.newTitle}
        intro={texts.newIntro}
        breadcrumb={[{ label: texts.list, href: base }]}
      />
      <PostForm action={base} class="stack" state={state ?? {}}>
        <ErrorSummary labels={useContactLabels()} />
        <Card title={texts.place}>
          <PlaceFields options={options} />
        </Card>
        <Card title={texts.contact}>
          <ContactFields />
          <LanguageField value={studyLanguage} />
        </Card>
        <Actions>
          <SubmitButton>{texts.add}</SubmitButton>
          <LinkButton href={base} variant="second">
            {texts.cancel}
          </LinkButton>
        </Actions>
      </PostForm>
    </Stack>
  );
}

function PlaceFields({ options }: Pick<NewRespondentPageProps, 'options'>) {
  const texts = useTexts(respondentFormTexts);
  const { language } = usePageContext();
  const sources = Object.entries(texts.sources).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Select
        name="site"
        label={texts.site}
        options={optionsOf(options.sites, language)}
        placeholder={texts.choose}
      />
      <Select
        name="role"
        label={texts.role}
        options={optionsOf(options.roles, language)}
        placeholder={texts.choose}
      />
      <Select name="source" label={texts.source} options={sources} placeholder={texts.unknown} optional />
    </>
  );
}
