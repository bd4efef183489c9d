import type { Contact } from '../../../src/vault/contact.schema.js';
import { Select } from '../../partials/choices.js';
import { TextArea, TextInput } from '../../partials/inputs.js';
import { useTexts } from '../../partials/page-context.js';
import { respondentFormTexts } from './respondent-form.texts.js';

/** Browsers must not fill these in with the reader's own details, nor keep them. */
const about = { autoComplete: 'off', spellcheck: false } as const;

export function ContactFields({ contact }: { readonly contact?: Contact }) {
  const texts = useTexts(respondentFormTexts);
  const { name, email, phone, organisation, note } = contact ?? {};
  return (
    <>
      <TextInput {...about} name="name" label={texts.name} value={name} maxLength={200} />
      <TextInput
        {...about}
        name="email"
        label={texts.email}
        hint={texts.emailHint}
        value={email}
        type="email"
        optional
      />
      <TextInput
        {...about}
        name="phone"
        label={texts.phone}
        value={phone}
        type="tel"
        width="medium"
        optional
      />
      <TextInput
        {...about}
        name="organisation"
        label={texts.organisation}
        value={organisation}
        maxLength={200}
        optional
      />
      <TextArea
        name="note"
        label={texts.note}
        hint={texts.noteHint}
        value={note}
        rows={3}
        maxLength={2000}
        optional
      />
    </>
  );
}

/** What the fields are called, for the summary of faults. */
export function useContactLabels(): Readonly<Record<string, string>> {
  const { site, role, name, email, phone, organisation, note } = useTexts(respondentFormTexts);
  return { site, role, name, email, phone, organisation, note };
}

export function LanguageField({ value }: { readonly value: 'nl' | 'en' }) {
  const texts = useTexts(respondentFormTexts);
  const options = Object.entries(texts.languages).map(([code, label]) => ({ value: code, label }));
  return <Select name="language" label={texts.language} options={options} value={value} />;
}
