import { CsvError, parse } from 'csv-parse/sync';
import type { CsvDelimiter } from '../../kernel/text/write-csv.js';
import { fileFault, rowFault, type ImportFault } from './import-fault.js';
import type { ImportTexts } from './import-texts.js';

/** More rows than any study has respondents. */
export const mostRows = 20_000;

export interface CsvRecord {
  /** The row as a spreadsheet numbers it: a cell with line breaks is one row, an empty row counts. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  readonly fault: ImportFault | undefined;
}

/**
 * The rows of a CSV text (RFC 4180, any line end), without those that are wholly empty. Reading stops at
 * the first misplaced quotation mark: what follows it cannot be told apart. The rows before it are kept,
 * so that their faults are reported too.
 */
export function readRecords(text: string, delimiter: CsvDelimiter, texts: ImportTexts): CsvRecords {
  const records: CsvRecord[] = [];
  let row = 0;
  const keep = (cells: string[]) => {
    row += 1;
    if (cells.some((cell) => cell.trim() !== '')) records.push({ row, cells });
    if (records.length > mostRows + 1) throw new TooManyRows();
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: 0,
      on_record: keep,
    });
    return { records, fault: undefined };
  } catch (error) {
    return { records, fault: faultOf(error, row + 1, texts) };
  }
}

class TooManyRows extends Error {}

function faultOf(error: unknown, row: number, texts: ImportTexts): ImportFault {
  if (error instanceof TooManyRows) return fileFault(texts.tooManyRows(mostRows));
  if (!(error instanceof CsvError)) throw error;
  return rowFault(row, error.code === 'CSV_QUOTE_NOT_CLOSED' ? texts.openQuote : texts.strayQuote);
}
