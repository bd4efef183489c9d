import { Actions, SubmitButton } from '../../partials/buttons.js';
import { Select } from '../../partials/choices.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { TextInput } from '../../partials/inputs.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { NewPasswordFields } from './choose-password-page.js';
import { myAccountTexts } from './my-account.texts.js';
import { SessionList, type OpenSession } from './session-list.js';

export interface MyAccountProps {
  readonly shortest: number;
  readonly sessions: readonly OpenSession[];
  /** Of the form for the password. */
  readonly state?: FormState;
}

export const myAccountPage = (props: MyAccountProps) => <MyAccountView {...props} />;

function MyAccountView({ shortest, sessions, state }: MyAccountProps) {
  const texts = useTexts(myAccountTexts);
  return (
    <>
      <div class="head">
        <h1>{texts.title}</h1>
      </div>
      <WhoYouAre />
      <PasswordForm shortest={shortest} state={state} />
      <SessionList sessions={sessions} />
    </>
  );
}

function WhoYouAre() {
  const texts = useTexts(myAccountTexts);
  const { viewer, language } = usePageContext();
  const options = (['nl', 'en'] as const).map((value) => ({ value, label: texts[value] }));
  return (
    <section class="card stack">
      <dl class="facts">
        <dt>{texts.name}</dt>
        <dd>{viewer?.name}</dd>
        <dt>{texts.email}</dt>
        <dd>{viewer?.email}</dd>
      </dl>
      <h2>{texts.languageTitle}</h2>
      <PostForm action="/account/language" class="stack">
        <Select
          name="language"
          label={texts.language}
          options={options}
          value={viewer?.language ?? language}
        />
        <Actions>
          <SubmitButton variant="second">{texts.save}</SubmitButton>
        </Actions>
      </PostForm>
    </section>
  );
}

function PasswordForm({ shortest, state }: Pick<MyAccountProps, 'shortest' | 'state'>) {
  const texts = useTexts(myAccountTexts);
  return (
    <section class="card stack">
      <h2>{texts.passwordTitle}</h2>
      <PostForm action="/account/password" class="stack" state={state}>
        <ErrorSummary />
        <TextInput name="current" label={texts.current} type="password" autoComplete="current-password" />
        <NewPasswordFields shortest={shortest} />
        <Actions>
          <SubmitButton variant="second">{texts.change}</SubmitButton>
        </Actions>
      </PostForm>
    </section>
  );
}
