import { Actions, SubmitButton } from '../../partials/buttons.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { TextInput } from '../../partials/inputs.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { passwordTexts } from './password.texts.js';

export interface ChoosePasswordProps {
  readonly token: string;
  /** Characters that a password must have. */
  readonly shortest: number;
  readonly state?: FormState;
}

export const choosePasswordPage = (props: ChoosePasswordProps) => <ChoosePasswordView {...props} />;

function ChoosePasswordView({ token, shortest, state }: ChoosePasswordProps) {
  const texts = useTexts(passwordTexts);
  return (
    <section class="card stack">
      <h1>{texts.chooseTitle}</h1>
      <PostForm action={`/welcome/${token}`} class="stack" state={state}>
        <ErrorSummary />
        <NewPasswordFields shortest={shortest} />
        <Actions>
          <SubmitButton>{texts.save}</SubmitButton>
        </Actions>
      </PostForm>
    </section>
  );
}

/** A new password, twice, because nobody sees what they type. */
export function NewPasswordFields({ shortest }: Pick<ChoosePasswordProps, 'shortest'>) {
  const texts = useTexts(passwordTexts);
  return (
    <>
      <TextInput
        name="password"
        label={texts.password}
        hint={texts.hint(shortest)}
        type="password"
        autoComplete="new-password"
      />
      <TextInput name="repeat" label={texts.repeat} type="password" autoComplete="new-password" />
    </>
  );
}
