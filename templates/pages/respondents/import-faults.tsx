import { Note } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { useTexts } from '../../partials/page-context.js';
import { importPageTexts } from './import.texts.js';

/** One reason why a list was refused; rows count from 1 as in a spreadsheet. */
export interface FaultOfList {
  readonly row: number | null;
  readonly column: string | null;
  readonly path: string;
  readonly message: string;
}

/** Every fault with its place, so that the list can be corrected in one go. */
export function ImportFaults({ faults }: { readonly faults: readonly FaultOfList[] }) {
  const texts = useTexts(importPageTexts);
  const rows = faults.map((fault, at) => ({ ...fault, key: String(at) }));
  return (
    <>
      <div role="alert">
        <Note tone="bad" title={texts.refused(faults.length)}>
          <p>{texts.refusedText}</p>
        </Note>
      </div>
      <Card title={texts.faults}>
        <DataTable
          caption={texts.faults}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { header: texts.row, isRowHeader: true, cell: ({ row }) => row ?? texts.wholeFile },
            { header: texts.column, cell: ({ column }) => column ?? '–' },
            { header: texts.problem, cell: ({ message }) => message },
          ]}
        />
      </Card>
    </>
  );
}
