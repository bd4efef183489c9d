import type { StudyFileFault } from '../../../src/studies/domain/study-file/fault.js';
import { DataTable } from '../../partials/data-table.js';
import { useTexts } from '../../partials/page-context.js';
import { studyFileTexts } from './study-file.texts.js';

/** Every fault of a study file, with its line and path. */
export function StudyFileFaults({ faults }: { readonly faults: readonly StudyFileFault[] }) {
  const texts = useTexts(studyFileTexts);
  if (faults.length === 0) return null;
  const rows = faults.map((fault, index) => ({ ...fault, key: String(index) }));
  return (
    <section class="card stack" id="errors" role="alert" tabIndex={-1}>
      <div class="note bad">
        <h2>{texts.faultsTitle(faults.length)}</h2>
        <p>{texts.faultsIntro}</p>
      </div>
      <DataTable
        caption={texts.faultsCaption}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { header: texts.line, cell: ({ line }) => line ?? '–', align: 'end' },
          {
            header: texts.path,
            cell: ({ path }) => (path ? <code>{path}</code> : texts.wholeFile),
            isRowHeader: true,
          },
          { header: texts.reason, cell: ({ message }) => <span lang="en">{message}</span> },
        ]}
      />
    </section>
  );
}
