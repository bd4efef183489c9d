import type { RespondentStatus } from '../../../src/respondents/respondent-status.js';
import type { RespondentView } from '../../../src/respondents/respondents.read-model.js';
import { Actions, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { Select } from '../../partials/choices.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { respondentTexts } from './respondent.texts.js';
import { useRespondentsPath } from './respondents-path.js';
import { statusTexts } from './status.texts.js';

export interface StatusFormProps {
  readonly respondent: RespondentView;
  readonly transitions: readonly RespondentStatus[];
}

/** Offers only the statuses that may follow. */
export function StatusForm({ respondent, transitions }: StatusFormProps) {
  const texts = useTexts(respondentTexts);
  const words = useTexts(statusTexts);
  const action = `${useRespondentsPath()}/${respondent.id}/status`;
  if (transitions.length === 0)
    return (
      <Card title={texts.changeStatus}>
        <p class="muted">{respondent.status === 'scheduled' ? texts.byAppointment : texts.final}</p>
      </Card>
    );
  return (
    <Card title={texts.changeStatus}>
      <PostForm action={action} class="stack">
        <Select
          name="status"
          label={texts.newStatus}
          options={transitions.map((value) => ({ value, label: words[value] }))}
        />
        <Actions>
          <SubmitButton variant="second">{texts.save}</SubmitButton>
        </Actions>
      </PostForm>
    </Card>
  );
}
