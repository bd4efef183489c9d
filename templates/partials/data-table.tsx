import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Names the row, for those who hear the table. */
  readonly isRowHeader?: boolean;
  readonly align?: 'end';
  /** The header becomes a link that sorts. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' };
}

export interface DataTableProps<Row> {
  readonly caption: string;
  /** The caption only for those who hear it, where a heading says the same. */
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Instead of the table when there are no rows. */
  readonly empty?: ComponentChildren;
}

/**
 * A table that becomes a card per row on a phone. The roles are spelled out because browsers drop a table's meaning
 * when its display changes.
 */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table class="data" role="table">
      <caption class={hideCaption ? 'vh' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.header} {...column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={rowKey(row)}>
            {columns.map((column) => (
              <BodyCell key={column.header} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ header, align, sort }: Column<Row>) {
  return (
    <th scope="col" role="columnheader" class={align} aria-sort={sort?.direction}>
      {sort ? <a href={sort.href}>{header}</a> : header}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, align, isRowHeader, cell } = column;
  if (isRowHeader)
    return (
      <th scope="row" role="rowheader" class={align}>
        {cell(row)}
      </th>
    );
  return (
    <td role="cell" data-label={header} class={align}>
      {cell(row)}
    </td>
  );
}

/** Lets a wide table scroll by itself, also with the keyboard. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
