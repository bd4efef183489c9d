import { changeText } from '../../templates/mail/meeting-mails.texts.js';
import type { FieldFault, FormState } from '../../templates/partials/form-state.js';
import { DomainError } from '../kernel/http/domain-error.js';
import { statusOf } from '../kernel/http/problem.js';
import type { Language } from '../kernel/text/language.js';
import type { FormResult, Given } from '../web/form.js';
import { MeetingChangedMeanwhile } from './meetings.errors.js';

export type Submitted<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly state: FormState; readonly status: number };

export interface PostedForm<Input> {
  readonly form: FormResult<Input>;
  readonly body: unknown;
  readonly language: Language;
}

/**
 * Does what a good form asks. What the service refuses comes back with the form as it was typed; after somebody else's
 * change it says what they changed, and carries the new version, so that sending it again is a choice.
 */
export async function submitForm<Input, Value>(
  { form, body, language }: PostedForm<Input>,
  act: (input: Input) => Promise<Value>,
): Promise<Submitted<Value>> {
  if (!form.ok) return { ok: false, state: form, status: 422 };
  try {
    return { ok: true, value: await act(form.value) };
  } catch (error) {
    if (!(error instanceof DomainError) || !['conflict', 'invalid'].includes(error.kind)) throw error;
    const given = { ...(body as Given), ...(error instanceof MeetingChangedMeanwhile && versionOf(error)) };
    return { ok: false, state: { given, faults: faultsFor(error, language) }, status: statusOf(error.kind) };
  }
}

/** What the reader is told: the error itself, and every change behind it. */
export function faultsFor(error: DomainError, language: Language): FieldFault[] {
  const message = error.texts?.[language] ?? error.message;
  const changes = error instanceof MeetingChangedMeanwhile ? error.changes : [];
  const sentences = [message, ...changes.map((change) => changeText(change, language))];
  return [{ path: '', message: sentences.join(' ') }];
}

const versionOf = ({ version }: MeetingChangedMeanwhile): Given => ({ version: String(version) });
