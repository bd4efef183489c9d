import { guardFormula } from './clean-text.js';

export type CsvDelimiter = ';' | ',' | '\t';

/**
 * A CSV file that Dutch and English Excel open by double-click: UTF-8 with byte order mark, semicolons
 * unless told otherwise, CRLF, and no cell that a spreadsheet would run.
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: CsvDelimiter = ';'): string {
  const lines = rows.map((row) =>
    row.map((cell) => quoteCell(guardFormula(cell), delimiter)).join(delimiter),
  );
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function quoteCell(cell: string, delimiter: CsvDelimiter): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
