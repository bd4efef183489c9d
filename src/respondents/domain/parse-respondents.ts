import type { Language } from '../../kernel/text/language.js';
import { codeLookup, type Coded } from './code-lookup.js';
import { decodeCsv } from './decode-csv.js';
import { detectDelimiter } from './detect-delimiter.js';
import { findDuplicates, type ReadRow } from './find-duplicates.js';
import { fileFault, presentFaults, rowFault, type ImportFault } from './import-fault.js';
import { importTexts, type ImportTexts } from './import-texts.js';
import { readCell, type CellContext } from './read-cell.js';
import { mostRows, readRecords, type CsvRecord } from './read-records.js';
import { readHeader, type Header, type RespondentColumn } from './respondent-columns.js';
import type { RespondentRow } from './respondent-row.js';

export interface ParseOptions {
  readonly sites: readonly Coded[];
  readonly roles: readonly Coded[];
  /** The language of the faults' messages. */
  readonly language: Language;
}

export type ParsedRespondents =
  { readonly rows: readonly RespondentRow[] } | { readonly faults: readonly ImportFault[] };

/**
 * Reads a list of respondents from the bytes of a CSV file: comma, semicolon or tab; UTF-8 or Windows-1252;
 * header in Dutch or English. Either every row is good, or all faults of all rows come back, never both.
 */
export function parseRespondents(bytes: Uint8Array, options: ParseOptions): ParsedRespondents {
  const texts = importTexts[options.language];
  const decoded = decodeCsv(bytes, texts);
  if ('refused' in decoded) return { faults: [fileFault(decoded.refused)] };
  const text = decoded.text.replace(/^\ufeff/, '');
  const { records, fault } = readRecords(text, detectDelimiter(text), texts);
  const context = { sites: codeLookup(options.sites), roles: codeLookup(options.roles), texts };
  const parsed = parseRecords(records, context);
  const faults = fault === undefined ? parsed.faults : [...parsed.faults, fault];
  if (faults.length === 0 && parsed.rows.length === 0) return { faults: [fileFault(texts.noRows)] };
  if (faults.length > 0) return { faults: presentFaults(faults, texts.moreFaults) };
  // Without a fault no cell was refused, so every row is whole.
  return { rows: parsed.rows as readonly RespondentRow[] };
}

interface Parsed {
  readonly rows: readonly ReadRow[];
  readonly faults: readonly ImportFault[];
}

function parseRecords([first, ...rest]: readonly CsvRecord[], context: CellContext): Parsed {
  const { texts } = context;
  if (first === undefined) return { rows: [], faults: [] };
  const header = readHeader(first.cells, first.row, texts);
  if (!header.isUsable) return { rows: [], faults: header.faults };
  const width = first.cells.length;
  const parsed = rest.slice(0, mostRows).map((record) => parseRow(record, { header, width, context }));
  const rows = parsed.flatMap(({ rows }) => rows);
  const faults = parsed.flatMap(({ faults }) => faults);
  return { rows, faults: [...header.faults, ...faults, ...duplicateFaults(rows, header, texts)] };
}

interface Table {
  readonly header: Header;
  readonly width: number;
  readonly context: CellContext;
}

function parseRow({ row, cells }: CsvRecord, { header, width, context }: Table): Parsed {
  const { texts } = context;
  if (cells.length !== width)
    return { rows: [], faults: [rowFault(row, texts.raggedRow(cells.length, width))] };
  const values: Partial<Record<RespondentColumn, unknown>> = { ...nothingSaid };
  const faults = cells.some((cell, index) => header.unnamed.has(index) && cell.trim() !== '')
    ? [rowFault(row, texts.unnamedColumn)]
    : [];
  for (const { column, index, header: name } of header.places) {
    const cell = readCell(column, cells[index] ?? '', context);
    values[column] = 'value' in cell ? cell.value : undefined;
    if ('refused' in cell)
      faults.push({ ...rowFault(row, cell.refused), column: name, path: `rows.${row}.${column}` });
  }
  return { rows: [{ ...values, row } as ReadRow], faults };
}

/** What a file says that lacks the columns. */
const nothingSaid = {
  email: null,
  phone: null,
  organisation: null,
  language: null,
  source: null,
  note: null,
};

function duplicateFaults(rows: readonly ReadRow[], { places }: Header, texts: ImportTexts): ImportFault[] {
  const nameOf = (column: RespondentColumn) =>
    places.find((place) => place.column === column)?.header ?? column;
  return findDuplicates(rows, texts).map(({ row, column, message }) => ({
    row,
    column: nameOf(column),
    path: `rows.${row}.${column}`,
    message,
  }));
}
