import type { ListedStudy } from '../../../src/reports/study-list.read-model.js';
import { LinkButton } from '../../partials/buttons.js';
import { DataTable } from '../../partials/data-table.js';
import { EmptyState } from '../../partials/empty-state.js';
import { formatDateRange } from '../../partials/format.js';
import { PageHead } from '../../partials/page-head.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { studyListTexts } from './study-list.texts.js';

export interface StudyListProps {
  readonly studies: readonly ListedStudy[];
  readonly mayCreate: boolean;
}

export const studyListPage = (props: StudyListProps) => <StudyListView {...props} />;

function StudyListView({ studies, mayCreate }: StudyListProps) {
  const texts = useTexts(studyListTexts);
  const create = mayCreate ? <LinkButton href="/studies/new">{texts.create}</LinkButton> : null;
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} actions={studies.length > 0 ? create : null} />
      <section class="card">
        {studies.length > 0 ? (
          <StudyTable studies={studies} />
        ) : (
          <EmptyState title={texts.emptyTitle} action={create}>
            {mayCreate ? texts.emptyCreate : texts.emptyWait}
          </EmptyState>
        )}
      </section>
    </>
  );
}

function StudyTable({ studies }: Pick<StudyListProps, 'studies'>) {
  const texts = useTexts(studyListTexts);
  const href = useHref();
  const { language } = usePageContext();
  return (
    <DataTable
      caption={texts.caption}
      hideCaption
      rows={studies}
      rowKey={({ code }) => code}
      columns={[
        {
          header: texts.study,
          cell: ({ code, title }) => <a href={href(`/studies/${code}`)}>{title}</a>,
          isRowHeader: true,
        },
        { header: texts.role, cell: ({ role }) => texts.roles[role] },
        { header: texts.period, cell: ({ from, to }) => formatDateRange(from, to, language) },
        { header: texts.progress, cell: (study) => <StudyProgress {...study} /> },
      ]}
    />
  );
}

function StudyProgress({ title, done, target }: ListedStudy) {
  const texts = useTexts(studyListTexts);
  return (
    <>
      {done} / {target}
      <progress
        max={Math.max(1, target)}
        value={Math.min(done, target)}
        aria-label={texts.progressOf(title)}
      />
    </>
  );
}
