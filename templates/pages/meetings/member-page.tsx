import type { MemberMeeting, MemberPage } from '../../../src/meetings/member-page.read-model.js';
import { Badge } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { formatShortDay } from '../../partials/format.js';
import type { FieldFault } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { MemberFeedCard } from './member-feed-card.js';
import { MemberMeetingCard } from './member-meeting-card.js';
import { memberTexts } from './member.texts.js';

export interface MemberPageProps extends MemberPage {
  readonly token: string;
  /** Why the last answer was not taken. */
  readonly faults?: readonly FieldFault[] | undefined;
}

export const memberPage = (props: MemberPageProps) => <MemberBody {...props} />;

function MemberBody(props: MemberPageProps) {
  const texts = useTexts(memberTexts);
  const { name, upcoming, token, study, faults, feed } = props;
  return (
    <>
      <PageHead title={name ? texts.hello(name) : texts.helloNobody} />
      {faults ? <ErrorSummary faults={faults} /> : null}
      <Asked upcoming={upcoming} />
      {upcoming.map((meeting) => (
        <MemberMeetingCard key={meeting.id} meeting={meeting} token={token} zone={study.timezone} />
      ))}
      <Earlier {...props} />
      <MemberFeedCard feed={feed} token={token} />
      <Contact {...props} />
    </>
  );
}

function Asked({ upcoming }: Pick<MemberPage, 'upcoming'>) {
  const texts = useTexts(memberTexts);
  const open = upcoming.filter(({ answer, canAnswer }) => canAnswer && answer === 'needs-action');
  return (
    <Card title={texts.asked}>
      {open.length > 0 ? (
        <ul>
          {open.map(({ id, content }) => (
            <li key={id}>
              <a href={`#meeting-${id}`}>{texts.askAnswer(content.title)}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{upcoming.length > 0 ? texts.allAnswered : texts.nothingAsked}</p>
      )}
    </Card>
  );
}

function Earlier({ earlier, study }: Pick<MemberPage, 'earlier' | 'study'>) {
  const texts = useTexts(memberTexts);
  const { language } = usePageContext();
  if (earlier.length === 0) return null;
  const style = { language, zone: study.timezone };
  return (
    <Card title={texts.earlier}>
      <ul class="todo" role="list">
        {earlier.map((meeting: MemberMeeting) => (
          <li key={meeting.id}>
            <span>
              <b>{meeting.content.title}</b>
              <br />
              <span class="muted">{formatShortDay(meeting.start, style, { year: true })}</span>
            </span>
            <Badge tone={meeting.phase === 'cancelled' ? 'bad' : 'neutral'}>
              {meeting.phase === 'cancelled' ? texts.cancelled : texts.over}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Contact({ contact }: Pick<MemberPage, 'contact'>) {
  const texts = useTexts(memberTexts);
  return (
    <Card title={texts.contact}>
      <p>
        {texts.contactText(contact.name)}
        <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </p>
      <p class="muted">{texts.personal}</p>
    </Card>
  );
}
