import type { AnswerCounts, BoardView, MeetingSummary } from '../../../src/meetings/meetings.read-model.js';
import { LinkButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { DataTable, type Column } from '../../partials/data-table.js';
import { EmptyState } from '../../partials/empty-state.js';
import { PageHead } from '../../partials/page-head.js';
import { useHref, useTexts } from '../../partials/page-context.js';
import { FeedsLink } from '../feeds/feeds-link.js';
import { MeetingBadge, NextStep, When } from './meeting-words.js';
import { meetingsTexts } from './meetings.texts.js';

export interface BoardPageProps {
  /** Null for a study without a sounding board. */
  readonly board: BoardView | null;
  readonly meetings: readonly MeetingSummary[];
  /** By meeting. */
  readonly answers: ReadonlyMap<string, AnswerCounts>;
  /** Of the study. */
  readonly code: string;
  readonly zone: string;
  readonly mayConvene: boolean;
}

export const boardView = (props: BoardPageProps) => <Board {...props} />;

function Board(props: BoardPageProps) {
  const texts = useTexts(meetingsTexts);
  const { board, mayConvene } = props;
  if (!board && props.meetings.length === 0) return <NoBoard />;
  return (
    <>
      <PageHead
        title={board?.name ?? texts.board}
        actions={
          <>
            <FeedsLink />
            {board && mayConvene ? <NewMeeting {...props} /> : null}
          </>
        }
      />
      <Card title={texts.meetings}>
        <MeetingTable {...props} />
      </Card>
      <Card title={texts.members}>
        <MemberTable members={board?.members ?? []} />
      </Card>
    </>
  );
}

function NoBoard() {
  const texts = useTexts(meetingsTexts);
  return (
    <>
      <PageHead title={texts.board} />
      <EmptyState title={texts.noBoard}>{texts.noBoardText}</EmptyState>
    </>
  );
}

function NewMeeting({ code }: Pick<BoardPageProps, 'code'>) {
  return (
    <LinkButton href={`/studies/${code}/board/meetings/new`}>{useTexts(meetingsTexts).newMeeting}</LinkButton>
  );
}

function MeetingTable({ meetings, answers, code, zone, mayConvene, board }: BoardPageProps) {
  const texts = useTexts(meetingsTexts);
  const href = useHref();
  const columns: Column<MeetingSummary>[] = [
    {
      header: texts.meeting,
      isRowHeader: true,
      cell: ({ id, title }) => <a href={href(`/studies/${code}/board/meetings/${id}`)}>{title}</a>,
    },
    { header: texts.when, cell: (meeting) => <When meeting={meeting} zone={zone} /> },
    { header: texts.state, cell: ({ status }) => <MeetingBadge status={status} /> },
    {
      header: texts.next,
      cell: (meeting) => <NextStep meeting={meeting} counts={answers.get(meeting.id)} />,
    },
  ];
  const action = board && mayConvene ? <NewMeeting code={code} /> : null;
  const empty = (
    <EmptyState title={texts.noMeetings} action={action}>
      {texts.noMeetingsText}
    </EmptyState>
  );
  return (
    <DataTable
      caption={texts.meetings}
      hideCaption
      columns={columns}
      rows={meetings}
      rowKey={rowKey}
      empty={empty}
    />
  );
}

type Member = BoardView['members'][number];

function MemberTable({ members }: { readonly members: readonly Member[] }) {
  const texts = useTexts(meetingsTexts);
  const named = members.some(({ name }) => name !== undefined);
  const columns: Column<Member>[] = [
    {
      header: texts.name,
      isRowHeader: true,
      cell: (member) => member.name ?? texts.member(members.indexOf(member) + 1),
    },
    { header: texts.expertise, cell: ({ expertise }) => expertise ?? '–' },
    ...(named ? [{ header: texts.email, cell: ({ email }: Member) => email ?? '–' }] : []),
  ];
  const empty = <EmptyState title={texts.noMembers}>{texts.noMembersText}</EmptyState>;
  return (
    <DataTable
      caption={texts.members}
      hideCaption
      columns={columns}
      rows={members}
      rowKey={rowKey}
      empty={empty}
    />
  );
}

const rowKey = ({ id }: { readonly id: string }) => id;
