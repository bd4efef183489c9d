/** One reason why an import was refused. It never quotes a cell: cells hold names and addresses. */
export interface ImportFault {
  /** The row as a spreadsheet numbers it (the header is usually 1), or null for the whole file. */
  readonly row: number | null;
  /** The column's name as the file's header has it, or null for a whole row or file. */
  readonly column: string | null;
  /** `rows.<row>.<column>`, `rows.<row>`, `header` or `file`; the column under its English name. */
  readonly path: string;
  readonly message: string;
}

/** More faults than this help nobody; the rest is counted. */
export const mostFaults = 500;

export function fileFault(message: string): ImportFault {
  return { row: null, column: null, path: 'file', message };
}

export function headerFault(row: number, message: string, column: string | null = null): ImportFault {
  return { row, column, path: 'header', message };
}

export function rowFault(row: number, message: string): ImportFault {
  return { row, column: null, path: `rows.${row}`, message };
}

/** Sorted by row, at most `mostFaults`, then one that says how many more there are. */
export function presentFaults(
  faults: readonly ImportFault[],
  sayMore: (count: number) => string,
): readonly ImportFault[] {
  const sorted = faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  if (sorted.length <= mostFaults) return sorted;
  return [...sorted.slice(0, mostFaults), fileFault(sayMore(sorted.length - mostFaults))];
}
