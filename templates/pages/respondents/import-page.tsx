import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Columns, Stack } from '../../partials/card.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { Field } from '../../partials/field.js';
import { useField, type FormState } from '../../partials/form-state.js';
import { TextArea } from '../../partials/inputs.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { PostForm } from '../../partials/post-form.js';
import { ImportFaults, type FaultOfList } from './import-faults.js';
import { importPageTexts } from './import.texts.js';
import { useRespondentsPath } from './respondents-path.js';
import { nameOf, type Named, type StudyOptions } from './study-options.js';

export interface ImportPageProps {
  readonly options: StudyOptions;
  /** What was wrong with the list that was just sent. */
  readonly faults?: readonly FaultOfList[] | undefined;
  readonly state?: FormState | undefined;
}

export const importPage = (props: ImportPageProps) => <ImportView {...props} />;

function ImportView({ options, faults = [], state }: ImportPageProps) {
  const texts = useTexts(importPageTexts);
  const base = useRespondentsPath();
  return (
    <Stack>
      <PageHead
        title={texts.title}
        step={texts.step(1)}
        intro={texts.intro}
        breadcrumb={[{ label: texts.list, href: base }]}
      />
      {faults.length > 0 ? <ImportFaults faults={faults} /> : null}
      <Columns>
        <Card>
          <PostForm action={`${base}/import`} class="stack" encType="multipart/form-data" state={state ?? {}}>
            <ErrorSummary />
            <FileField />
            <TextArea name="text" label={texts.text} hint={texts.textHint} rows={6} optional />
            <Actions>
              <SubmitButton>{texts.check}</SubmitButton>
              <LinkButton href={base} variant="second">
                {texts.toList}
              </LinkButton>
            </Actions>
          </PostForm>
        </Card>
        <WhatToSend options={options} />
      </Columns>
    </Stack>
  );
}

function FileField() {
  const texts = useTexts(importPageTexts);
  const field = useField('file', { hint: texts.fileHint });
  return (
    <Field name="file" label={texts.file} hint={texts.fileHint} field={field}>
      <input
        id={field.id}
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-describedby={field.describedBy}
        aria-invalid={field.fault ? true : undefined}
      />
    </Field>
  );
}

function WhatToSend({ options }: Pick<ImportPageProps, 'options'>) {
  const texts = useTexts(importPageTexts);
  return (
    <Card title={texts.columns}>
      <p>{texts.columnsText}</p>
      <Codes title={texts.sites} all={options.sites} />
      <Codes title={texts.roles} all={options.roles} />
      <p class="hint">{texts.safe}</p>
    </Card>
  );
}

function Codes({ title, all }: { readonly title: string; readonly all: readonly Named[] }) {
  const { language } = usePageContext();
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {all.map((one) => (
          <li key={one.code}>
            <b>{one.code}</b> {nameOf(one, language)}
          </li>
        ))}
      </ul>
    </>
  );
}
