import type { MemberMeeting } from '../../../src/meetings/member-page.read-model.js';
import { Actions } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { Facts } from '../../partials/facts.js';
import { formatDay, formatShortDay, formatTime, formatTimeRange } from '../../partials/format.js';
import { usePageContext, useHref, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { ItemDetails } from './agenda-card.js';
import { memberTexts } from './member.texts.js';

interface CardProps {
  readonly meeting: MemberMeeting;
  readonly token: string;
  readonly zone: string;
}

/** A meeting that is to come: when and where, the answer, the agenda. */
export function MemberMeetingCard(props: CardProps) {
  const { meeting } = props;
  return (
    <Card title={meeting.content.title} id={`meeting-${meeting.id}`}>
      <MeetingFacts {...props} />
      {meeting.canAnswer ? <AnswerForm {...props} /> : null}
      <CalendarLink {...props} />
      <Agenda {...props} />
    </Card>
  );
}

function MeetingFacts({ meeting, zone }: CardProps) {
  const texts = useTexts(memberTexts);
  const { language } = usePageContext();
  const style = { language, zone };
  const { place, videoUrl } = meeting.content;
  const when = (
    <time dateTime={meeting.start.toISOString()}>
      {formatDay(meeting.start, style)}, {formatTimeRange(meeting.start, meeting.end, style)}{' '}
      <span class="muted">({texts.zone(zone)})</span>
    </time>
  );
  return (
    <Facts
      facts={[
        { label: texts.when, value: when },
        { label: texts.place, value: place },
        { label: texts.video, value: videoUrl ? <a href={videoUrl}>{videoUrl}</a> : null },
      ]}
    />
  );
}

const choices = ['accepted', 'tentative', 'declined'] as const;

/** Each button is an answer; the one that was given stands out. */
function AnswerForm({ meeting, token }: CardProps) {
  const texts = useTexts(memberTexts);
  const heading = `question-${meeting.id}`;
  return (
    <PostForm action={`/m/${token}/meetings/${meeting.id}/answer`} class="stack" labelledBy={heading}>
      <h3 id={heading}>{texts.question}</h3>
      <p>{texts.yourAnswer[meeting.answer]}</p>
      <input type="hidden" name="sequence" value={meeting.sequence} />
      <Actions>
        {choices.map((choice) => (
          <button
            key={choice}
            class={meeting.answer === choice ? 'btn' : 'btn second'}
            type="submit"
            name="answer"
            value={choice}
            aria-pressed={meeting.answer === choice}
          >
            {texts[choice]}
          </button>
        ))}
      </Actions>
    </PostForm>
  );
}

function CalendarLink({ meeting, token }: CardProps) {
  const href = useHref();
  return (
    <p class="actions">
      <a href={href(`/m/${token}/meetings/${meeting.id}.ics`)}>{useTexts(memberTexts).calendar}</a>
    </p>
  );
}

function Agenda({ meeting, zone }: CardProps) {
  const texts = useTexts(memberTexts);
  const { language } = usePageContext();
  const { agenda, number, sentAt } = meeting;
  if (agenda.length === 0) return <p class="muted">{texts.noAgenda}</p>;
  const sent = formatShortDay(sentAt!, { language, zone }, { year: true });
  return (
    <DataTable
      caption={texts.agenda(number, sent)}
      rows={agenda}
      rowKey={({ item }) => item.id}
      columns={[
        { header: texts.time, cell: (row) => formatTime(row.start!, { language, zone }) },
        { header: texts.item, isRowHeader: true, cell: ({ item }) => item.title },
        { header: texts.about, cell: ({ item }) => <ItemDetails item={item} /> },
      ]}
    />
  );
}
