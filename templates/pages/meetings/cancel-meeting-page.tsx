import type { MeetingView } from '../../../src/meetings/meetings.read-model.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { VersionField } from './meeting-form-page.js';
import { When } from './meeting-words.js';
import { meetingsTexts } from './meetings.texts.js';

export interface CancelMeetingProps {
  readonly meeting: MeetingView;
  /** Of the study. */
  readonly code: string;
  readonly zone: string;
  readonly state: FormState | undefined;
}

export const cancelMeetingPage = (props: CancelMeetingProps) => <CancelMeeting {...props} />;

function CancelMeeting({ meeting, code, zone, state }: CancelMeetingProps) {
  const texts = useTexts(meetingsTexts);
  const board = `/studies/${code}/board`;
  const own = `${board}/meetings/${meeting.id}`;
  const invited = meeting.answers.filter(({ answer }) => answer !== null).length;
  const crumbs = [
    { label: texts.board, href: board },
    { label: meeting.title, href: own },
  ];
  return (
    <>
      <PageHead title={texts.cancelMeeting} breadcrumb={crumbs} />
      <PostForm action={`${own}/cancel`} class="card stack" state={state}>
        <ErrorSummary />
        <VersionField version={meeting.version} />
        <p>{texts.cancelIntro(meeting.title)}</p>
        <p>
          <b>
            <When meeting={meeting} zone={zone} />
          </b>
        </p>
        <p>{texts.cancelTold(invited)}</p>
        <Actions>
          <SubmitButton variant="danger">{texts.cancelButton}</SubmitButton>
          <LinkButton href={own} variant="second">
            {texts.back}
          </LinkButton>
        </Actions>
      </PostForm>
    </>
  );
}
