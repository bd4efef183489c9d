import { changeText } from '../../templates/mail/meeting-mails.texts.js';
import type { FormState } from '../../templates/partials/form-state.js';
import type { DomainError } from '../kernel/http/domain-error.js';
import type { Given } from '../web/form.js';
import { submitForm, type PostedForm, type Submitted } from '../web/submit-form.js';
import { MeetingChangedMeanwhile } from './meetings.errors.js';

/**
 * Does what a good form about a meeting asks. After somebody else's change the form says what they changed, and carries
 * the new version, so that sending it again is a choice.
 */
export function submitMeetingForm<Input, Value>(
  posted: PostedForm<Input>,
  act: (input: Input) => Promise<Value>,
): Promise<Submitted<Value>> {
  return submitForm({ ...posted, explain: (error) => explainChange(error, posted) }, act);
}

function explainChange(error: DomainError, { body, language }: PostedForm<unknown>): FormState {
  if (!(error instanceof MeetingChangedMeanwhile)) return {};
  const message = error.texts?.[language] ?? error.message;
  const sentences = [message, ...error.changes.map((change) => changeText(change, language))];
  return {
    given: { ...(body as Given), version: String(error.version) },
    faults: [{ path: '', message: sentences.join(' ') }],
  };
}
