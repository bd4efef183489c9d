import type { FormState } from '../../templates/partials/form-state.js';
import { DomainError } from '../kernel/http/domain-error.js';
import { statusOf } from '../kernel/http/problem.js';
import type { Language } from '../kernel/text/language.js';
import type { FormResult, Given } from './form.js';

export type Submitted<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly state: FormState; readonly status: number };

export interface PostedForm<Input> {
  readonly form: FormResult<Input>;
  readonly body: unknown;
  readonly language: Language;
  /** What a refusal puts into the form besides its own sentence and what was typed. */
  readonly explain?: (error: DomainError) => FormState;
}

/** Does what a good form asks. What the service refuses comes back with the form as it was typed, and the reason. */
export async function submitForm<Input, Value>(
  { form, body, language, explain }: PostedForm<Input>,
  act: (input: Input) => Promise<Value>,
): Promise<Submitted<Value>> {
  if (!form.ok) return { ok: false, state: form, status: 422 };
  try {
    return { ok: true, value: await act(form.value) };
  } catch (error) {
    if (!(error instanceof DomainError) || !['conflict', 'invalid'].includes(error.kind)) throw error;
    const faults = [{ path: '', message: error.texts?.[language] ?? error.message }];
    return {
      ok: false,
      state: { given: body as Given, faults, ...explain?.(error) },
      status: statusOf(error.kind),
    };
  }
}
