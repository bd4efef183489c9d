import type { MeetingView } from '../../../src/meetings/meetings.read-model.js';
import { changeText } from '../../mail/meeting-mails.texts.js';
import { Badge, Note, type Tone } from '../../partials/badge.js';
import { LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Columns, Stack } from '../../partials/card.js';
import { DataTable, type Column } from '../../partials/data-table.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { Facts } from '../../partials/facts.js';
import { formatDate, formatDuration, formatShortDateTime } from '../../partials/format.js';
import type { FieldFault } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { AgendaCard } from './agenda-card.js';
import { MeetingBadge, When } from './meeting-words.js';
import { meetingsTexts } from './meetings.texts.js';

export interface MeetingPageProps {
  readonly meeting: MeetingView;
  /** Of the study. */
  readonly code: string;
  readonly zone: string;
  readonly mayConvene: boolean;
  /** Why the last step was not taken. */
  readonly faults?: readonly FieldFault[] | undefined;
}

interface PartProps extends MeetingPageProps {
  /** The address of the meeting. */
  readonly own: string;
}

export const meetingPage = (props: MeetingPageProps) => <MeetingBody {...props} />;

function MeetingBody(given: MeetingPageProps) {
  const texts = useTexts(meetingsTexts);
  const { meeting, code, zone, mayConvene, faults } = given;
  const board = `/studies/${code}/board`;
  const props = { ...given, own: `${board}/meetings/${meeting.id}` };
  const isOpen = meeting.status === 'draft' || meeting.status === 'scheduled';
  const mayEdit = mayConvene && isOpen;
  return (
    <>
      <PageHead
        title={meeting.title}
        breadcrumb={[{ label: texts.board, href: board }]}
        actions={mayEdit ? <HeadActions {...props} /> : null}
      />
      {faults ? <ErrorSummary faults={faults} /> : null}
      <UnsentChanges {...props} />
      <Columns>
        <AgendaCard meeting={meeting} own={props.own} zone={zone} mayEdit={mayEdit} />
        <Stack>
          <DetailsCard {...props} />
          <AnswersCard {...props} />
        </Stack>
      </Columns>
    </>
  );
}

function HeadActions({ meeting, own }: PartProps) {
  const texts = useTexts(meetingsTexts);
  const hasDate = meeting.status === 'scheduled';
  return (
    <>
      {meeting.hasBegun ? (
        <PostForm action={`${own}/close`} class="inline-form">
          <SubmitButton variant="second">{texts.close}</SubmitButton>
        </PostForm>
      ) : null}
      <LinkButton href={`${own}/cancel`} variant="danger">
        {texts.cancel}
      </LinkButton>
      <LinkButton href={`${own}/edit`} variant={hasDate ? 'second' : 'primary'}>
        {hasDate ? texts.edit : texts.setDate}
      </LinkButton>
      {hasDate ? <LinkButton href={`${own}/send`}>{texts.send}</LinkButton> : null}
    </>
  );
}

function UnsentChanges({ meeting, own, mayConvene }: PartProps) {
  const texts = useTexts(meetingsTexts);
  const { language } = usePageContext();
  const { changedSinceSent: changes, status } = meeting;
  if (status !== 'scheduled' || changes.length === 0) return null;
  return (
    <Note tone="warn" title={texts.changedTitle}>
      <Stack>
        <ul>
          {changes.map((change, index) => (
            <li key={index}>{changeText(change, language)}</li>
          ))}
        </ul>
        <p>{texts.changedText}</p>
        {mayConvene ? (
          <p class="actions">
            <LinkButton href={`${own}/send`} small>
              {texts.review}
            </LinkButton>
          </p>
        ) : null}
      </Stack>
    </Note>
  );
}

function DetailsCard({ meeting, zone }: PartProps) {
  const texts = useTexts(meetingsTexts);
  const { language } = usePageContext();
  const { status, durationMinutes, place, videoUrl, before, agendaVersion, agendaSentAt } = meeting;
  const sent = agendaSentAt
    ? texts.sentAt(agendaVersion, formatShortDateTime(agendaSentAt, { language, zone }))
    : texts.notSent;
  return (
    <Card title={texts.details} aside={<MeetingBadge status={status} />}>
      <Facts
        facts={[
          { label: texts.when, value: <When meeting={meeting} zone={zone} /> },
          { label: texts.duration, value: formatDuration(durationMinutes, language) },
          { label: texts.place, value: place },
          { label: texts.video, value: videoUrl ? <a href={videoUrl}>{videoUrl}</a> : null },
          { label: texts.latest, value: before ? formatDate(before, language) : null },
          { label: texts.sentVersion, value: sent },
        ]}
      />
    </Card>
  );
}

type MemberAnswer = MeetingView['answers'][number];

const tones: Readonly<Record<NonNullable<MemberAnswer['answer']>, Tone>> = {
  accepted: 'ok',
  tentative: 'warn',
  declined: 'bad',
  'needs-action': 'neutral',
};

function AnswersCard({ meeting: { answers } }: PartProps) {
  const texts = useTexts(meetingsTexts);
  const columns: Column<MemberAnswer>[] = [
    {
      header: texts.name,
      isRowHeader: true,
      cell: (row) => row.name ?? row.expertise ?? texts.member(answers.indexOf(row) + 1),
    },
    {
      header: texts.answerLabel,
      cell: ({ answer }) => (
        <Badge tone={tones[answer ?? 'needs-action']}>{texts.answer[answer ?? 'none']}</Badge>
      ),
    },
  ];
  return (
    <Card title={texts.answers}>
      <DataTable
        caption={texts.answers}
        hideCaption
        columns={columns}
        rows={answers}
        rowKey={({ member }) => member}
      />
    </Card>
  );
}
