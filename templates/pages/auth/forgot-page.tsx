import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { TextInput } from '../../partials/inputs.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { passwordTexts } from './password.texts.js';

export const forgotPage = (state?: FormState) => <ForgotView state={state} />;

function ForgotView({ state }: { readonly state?: FormState }) {
  const texts = useTexts(passwordTexts);
  return (
    <section class="card stack">
      <h1>{texts.forgotTitle}</h1>
      <p>{texts.forgotIntro}</p>
      <PostForm action="/forgot" class="stack" state={state}>
        <ErrorSummary />
        <TextInput name="email" label={texts.email} type="email" autoComplete="username" spellcheck={false} />
        <Actions>
          <SubmitButton>{texts.send}</SubmitButton>
        </Actions>
      </PostForm>
    </section>
  );
}

/** The same whether the address is known or not. */
export const linkSentPage = () => <LinkSentView />;

function LinkSentView() {
  const texts = useTexts(passwordTexts);
  return (
    <section class="card stack">
      <h1>{texts.sentTitle}</h1>
      <p>{texts.sent}</p>
      <p class="muted">{texts.notArrived}</p>
      <Actions>
        <LinkButton href="/sign-in" variant="second">
          {texts.toSignIn}
        </LinkButton>
      </Actions>
    </section>
  );
}
