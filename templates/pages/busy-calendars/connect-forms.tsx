import { Actions, SubmitButton } from '../../partials/buttons.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { Field } from '../../partials/field.js';
import { useField, type FormState } from '../../partials/form-state.js';
import { TextInput } from '../../partials/inputs.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { busyCalendarsTexts } from './busy-calendars.texts.js';

export interface ConnectFormProps {
  /** Of the member's calendars. */
  readonly base: string;
  readonly state?: FormState | undefined;
}

export function ConnectForm({ base, state }: ConnectFormProps) {
  const texts = useTexts(busyCalendarsTexts);
  return (
    <PostForm action={base} class="stack" state={state}>
      <h3>{texts.connectTitle}</h3>
      <ErrorSummary />
      <TextInput
        name="url"
        type="url"
        inputMode="url"
        label={texts.url}
        hint={texts.urlHint}
        maxLength={2000}
        autoComplete="off"
        spellcheck={false}
      />
      <TextInput name="label" label={texts.label} hint={texts.labelHint} maxLength={80} optional />
      <Actions>
        <SubmitButton>{texts.connect}</SubmitButton>
      </Actions>
    </PostForm>
  );
}

export function UploadForm({ base, state }: ConnectFormProps) {
  const texts = useTexts(busyCalendarsTexts);
  return (
    <PostForm action={`${base}/upload`} class="stack" encType="multipart/form-data" state={state}>
      <h3>{texts.uploadTitle}</h3>
      <ErrorSummary />
      <FileField />
      <TextInput name="fileLabel" label={texts.label} maxLength={80} optional />
      <Actions>
        <SubmitButton variant="second">{texts.upload}</SubmitButton>
      </Actions>
    </PostForm>
  );
}

function FileField() {
  const texts = useTexts(busyCalendarsTexts);
  const field = useField('file', { hint: texts.uploadHint });
  return (
    <Field name="file" label={texts.chosenFile} hint={texts.uploadHint} field={field}>
      <input
        id={field.id}
        name="file"
        type="file"
        accept=".ics,.ical,.ifb,.vfb,text/calendar"
        required
        aria-describedby={field.describedBy}
        aria-invalid={field.fault ? true : undefined}
      />
    </Field>
  );
}
