import { Actions, SubmitButton } from '../../partials/buttons.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { TextInput } from '../../partials/inputs.js';
import { useHref, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { signInTexts } from './sign-in.texts.js';

export interface SignInProps {
  /** Where to go after signing in: a path of our own. */
  readonly returnTo: string;
  readonly state?: FormState;
}

export const signInPage = (props: SignInProps) => <SignInView {...props} />;

function SignInView({ returnTo, state }: SignInProps) {
  const texts = useTexts(signInTexts);
  const href = useHref();
  return (
    <section class="card stack">
      <h1>{texts.title}</h1>
      <PostForm action="/sign-in" class="stack" state={state}>
        <ErrorSummary labels={{ email: texts.email, password: texts.password }} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <TextInput name="email" label={texts.email} type="email" autoComplete="username" spellcheck={false} />
        <TextInput name="password" label={texts.password} type="password" autoComplete="current-password" />
        <Actions>
          <SubmitButton>{texts.submit}</SubmitButton>
        </Actions>
      </PostForm>
      <p>
        <a href={href('/forgot')}>{texts.forgot}</a>
      </p>
      <p class="muted">{texts.respondent}</p>
    </section>
  );
}
