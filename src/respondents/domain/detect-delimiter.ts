import type { CsvDelimiter } from '../../kernel/text/write-csv.js';
import { recogniseColumn } from './respondent-columns.js';

const candidates: readonly CsvDelimiter[] = [';', ',', '\t'];
// Enough to tell; a file of one endless line must not be searched whole.
const longestHeader = 10_000;

/**
 * The delimiter of a file, found in its first line that is not blank: the one that gives the most known
 * column names, then the most cells. A candidate inside quotes does not count.
 */
export function detectDelimiter(text: string): CsvDelimiter {
  const header = /^[^\r\n]*/.exec(text.trimStart().slice(0, longestHeader))?.[0] ?? '';
  const scored = candidates.map((delimiter) => ({ delimiter, score: score(splitLine(header, delimiter)) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function score(cells: readonly string[]): number {
  const known = cells.filter((cell) => recogniseColumn(cell) !== undefined).length;
  // Fewer cells than this fit in a header, so one known name outweighs them all.
  return known * 1_000_000 + cells.length;
}

function splitLine(line: string, delimiter: string): readonly string[] {
  const quoted = line.split('"');
  // Even pieces lie outside quotes; only there does a delimiter end a cell.
  const marked = quoted.map((piece, index) => (index % 2 === 0 ? piece.replaceAll(delimiter, '\n') : piece));
  return marked.join('').split('\n');
}
