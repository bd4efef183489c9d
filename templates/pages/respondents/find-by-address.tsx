import { Actions, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { TextInput } from '../../partials/inputs.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { useRespondentsPath } from './respondents-path.js';
import { respondentsTexts } from './respondents.texts.js';

/** Posted, because an address must not stand in the history of a browser or the log of a proxy. */
export function FindByAddress() {
  const texts = useTexts(respondentsTexts);
  return (
    <Card title={texts.find}>
      <PostForm action={`${useRespondentsPath()}/find`} class="stack">
        <TextInput name="email" label={texts.email} hint={texts.findHint} type="email" autoComplete="off" />
        <Actions>
          <SubmitButton variant="second">{texts.findButton}</SubmitButton>
        </Actions>
      </PostForm>
    </Card>
  );
}
