import { foldText } from '../../kernel/text/fold-text.js';
import { headerFault, type ImportFault } from './import-fault.js';
import type { ImportTexts } from './import-texts.js';

const headerNames = {
  site: ['site', 'locatie', 'casus', 'sociaal team'],
  role: ['role', 'rol', 'respondentgroep', 'respondent group'],
  name: ['name', 'naam'],
  email: ['email', 'e-mailadres', 'e-mail address', 'mail', 'mailadres'],
  phone: ['phone', 'telefoon', 'telefoonnummer', 'phone number', 'tel'],
  organisation: ['organisation', 'organization', 'organisatie'],
  language: ['language', 'taal'],
  source: ['source', 'bron'],
  note: ['note', 'notes', 'notitie', 'notities', 'opmerking', 'opmerkingen'],
} as const satisfies Record<string, readonly string[]>;

export type RespondentColumn = keyof typeof headerNames;

const columns = Object.keys(headerNames) as RespondentColumn[];
const required: readonly RespondentColumn[] = ['site', 'role', 'name'];
const longestQuote = 40;
const mostColumns = 100;

const columnByName = new Map<string, RespondentColumn>(
  columns.flatMap((column) => headerNames[column].map((name) => [foldText(name), column] as const)),
);

/** Where the file has each column, and how its header spells it. */
export interface ColumnPlace {
  readonly column: RespondentColumn;
  readonly index: number;
  readonly header: string;
}

export interface Header {
  readonly places: readonly ColumnPlace[];
  /** Columns without a name, which must stay empty: spreadsheets leave such behind. */
  readonly unnamed: ReadonlySet<number>;
  readonly faults: readonly ImportFault[];
  /** Whether the rows make sense below this header: all required columns are there. */
  readonly isUsable: boolean;
}

/** The column that a header cell names in Dutch or English, whatever its case, accents and punctuation. */
export function recogniseColumn(cell: string): RespondentColumn | undefined {
  return columnByName.get(foldText(cell));
}

/** Reads a header row; an unknown name, a column named twice and a missing required one are faults. */
export function readHeader(cells: readonly string[], row: number, texts: ImportTexts): Header {
  const named = cells.map((cell, index) => ({ column: recogniseColumn(cell), index, header: cell.trim() }));
  const found = named.filter((cell): cell is ColumnPlace => cell.column !== undefined);
  if (cells.length > mostColumns || !found.some(({ column }) => required.includes(column))) {
    // Nothing, or too much, in it: probably the first respondent, who must not be quoted.
    const faults = [headerFault(row, texts.noHeader(required.join(', ')))];
    return { places: [], unnamed: new Set(), faults, isUsable: false };
  }
  const places = found.filter(
    (place, at) => found.findIndex((other) => other.column === place.column) === at,
  );
  const missing = required.filter((column) => !places.some((place) => place.column === column));
  const faults = [
    ...named
      .filter((cell) => cell.column === undefined && cell.header !== '')
      .map(({ header }) => unknown(header)),
    ...found.filter((place) => !places.includes(place)).map(({ header }) => duplicate(header)),
    ...missing.map((column) => headerFault(row, texts.missingColumn(column), column)),
  ];
  const unnamed = new Set(named.filter(({ header }) => header === '').map(({ index }) => index));
  return { places, unnamed, faults, isUsable: missing.length === 0 };

  function unknown(header: string): ImportFault {
    const name = header.slice(0, longestQuote);
    return headerFault(row, texts.unknownColumn(name, columns.join(', ')), name);
  }

  function duplicate(header: string): ImportFault {
    return headerFault(row, texts.duplicateColumn(header), header);
  }
}
