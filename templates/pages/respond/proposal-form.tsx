import type { ComponentChildren } from 'preact';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { TextArea } from '../../partials/inputs.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import type { RespondPageProps } from './choose-page.js';
import { HelpNote } from './help-note.js';
import { respondTexts } from './respond.texts.js';

/** None of the moments fits: when it would, in the respondent's own words. */
export const proposePage = (props: RespondPageProps) => <ProposeBody {...props} />;

function ProposeBody(props: RespondPageProps) {
  const texts = useTexts(respondTexts);
  const { state, view, token } = props;
  return (
    <>
      <PageHead title={texts.titles.propose} step={texts.step(2)} />
      {state ? <ErrorSummary faults={state.faults ?? []} /> : null}
      <ProposalForm {...props}>
        <LinkButton href={`/r/${token}`} variant="second">
          {texts.back}
        </LinkButton>
      </ProposalForm>
      <HelpNote contact={view.contact} />
    </>
  );
}

export function ProposalForm({
  token,
  state,
  children,
}: Pick<RespondPageProps, 'token' | 'state'> & { readonly children?: ComponentChildren }) {
  const texts = useTexts(respondTexts);
  return (
    <PostForm action={`/r/${token}/propose`} state={state}>
      <TextArea name="text" label={texts.proposal} hint={texts.proposalHint} maxLength={1000} />
      <Actions>
        <SubmitButton>{texts.send}</SubmitButton>
        {children}
      </Actions>
    </PostForm>
  );
}
