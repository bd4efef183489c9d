import type { CapturedSummary } from '../../../src/mail/captured-mail.read-model.js';
import { Badge } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { DataTable, type Column } from '../../partials/data-table.js';
import { EmptyState } from '../../partials/empty-state.js';
import { formatShortDateTime } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { Pagination } from '../../partials/pagination.js';
import { mailboxTexts, mailboxZone } from './mailbox.texts.js';

export interface MailboxPageProps {
  readonly messages: readonly CapturedSummary[];
  readonly nextCursor?: string;
}

export const mailboxPage = (props: MailboxPageProps) => <MailboxView {...props} />;

function MailboxView({ messages, nextCursor }: MailboxPageProps) {
  const texts = useTexts(mailboxTexts);
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} />
      <Card>
        <MessageTable messages={messages} />
        <Pagination nextCursor={nextCursor} />
      </Card>
    </>
  );
}

function MessageTable({ messages }: Pick<MailboxPageProps, 'messages'>) {
  const texts = useTexts(mailboxTexts);
  const href = useHref();
  const { language } = usePageContext();
  const columns: readonly Column<CapturedSummary>[] = [
    {
      header: texts.subject,
      isRowHeader: true,
      cell: ({ id, subject }) => <a href={href(`/mailbox/${id}`)}>{subject || texts.noSubject}</a>,
    },
    { header: texts.to, cell: ({ to }) => to },
    { header: texts.from, cell: ({ from }) => from },
    {
      header: texts.time,
      cell: ({ at }) => (
        <time dateTime={at.toISOString()}>{formatShortDateTime(at, { language, zone: mailboxZone })}</time>
      ),
    },
    {
      header: texts.calendar,
      cell: ({ hasCalendar }) => (hasCalendar ? <Badge tone="info">{texts.hasCalendar}</Badge> : texts.none),
    },
  ];
  return (
    <DataTable
      caption={texts.caption}
      hideCaption
      columns={columns}
      rows={messages}
      rowKey={({ id }) => id}
      empty={<EmptyState title={texts.emptyTitle}>{texts.emptyText}</EmptyState>}
    />
  );
}
