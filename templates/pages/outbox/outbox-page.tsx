import type { OutboxStatus } from '../../../src/mail/outbox-status.js';
import { Note } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { Select } from '../../partials/choices.js';
import { EmptyState } from '../../partials/empty-state.js';
import { FilterForm } from '../../partials/filter-form.js';
import { useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { Pagination } from '../../partials/pagination.js';
import { OutboxTable, type OutboxEntry, type OutboxTableProps } from './outbox-table.js';
import { outboxTexts } from './outbox.texts.js';

export type { OutboxEntry };

export interface OutboxPageProps extends Pick<OutboxTableProps, 'zone' | 'mayResend' | 'studyCode'> {
  /** The filter. */
  readonly status?: OutboxStatus;
  readonly counts: Readonly<Record<OutboxStatus, number>>;
  /** What failed or bounced, for the top of the first page. */
  readonly unsent: readonly OutboxEntry[];
  readonly entries: readonly OutboxEntry[];
  readonly nextCursor?: string;
}

export const outboxPage = (props: OutboxPageProps) => <OutboxView {...props} />;

function OutboxView(props: OutboxPageProps) {
  const texts = useTexts(outboxTexts);
  const { unsent, entries, nextCursor } = props;
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} />
      {unsent.length > 0 ? <Unsent {...props} /> : null}
      <Card title={texts.allTitle}>
        <StatusFilter {...props} />
        {entries.length > 0 ? (
          <OutboxTable {...props} caption={texts.caption} />
        ) : (
          <NoMail isFiltered={props.status !== undefined} />
        )}
        <Pagination nextCursor={nextCursor} />
      </Card>
    </>
  );
}

function Unsent({ unsent, ...props }: OutboxPageProps) {
  const texts = useTexts(outboxTexts);
  return (
    <Card title={`${texts.unsentTitle} (${unsent.length})`} id="unsent">
      <Note tone="warn">
        <p>{texts.unsentHelp}</p>
      </Note>
      <OutboxTable {...props} entries={unsent} caption={texts.unsentTitle} />
    </Card>
  );
}

function StatusFilter({ studyCode, status, counts }: OutboxPageProps) {
  const texts = useTexts(outboxTexts);
  const statuses = Object.keys(counts) as OutboxStatus[];
  const total = statuses.reduce((sum, each) => sum + counts[each], 0);
  const options = [
    { value: '', label: texts.all(total) },
    ...statuses.map((value) => ({ value, label: `${texts.statuses[value]} (${counts[value]})` })),
  ];
  return (
    <FilterForm action={`/studies/${encodeURIComponent(studyCode)}/outbox`} isFiltered={status !== undefined}>
      <Select name="status" label={texts.status} options={options} value={status ?? ''} />
    </FilterForm>
  );
}

function NoMail({ isFiltered }: { readonly isFiltered: boolean }) {
  const texts = useTexts(outboxTexts);
  if (isFiltered) return <EmptyState title={texts.noneTitle} />;
  return <EmptyState title={texts.emptyTitle}>{texts.emptyText}</EmptyState>;
}
