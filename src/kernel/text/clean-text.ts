// Control, direction and invisible characters: they forge log lines and mail headers, or hide what a text says.
const unsafe =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;
const unsafeButLayout =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;

/**
 * The first character that no ordinary text holds, as `U+0007`, or undefined. `multiline` texts may hold
 * tabs and line feeds (write `\r\n` as `\n` first).
 */
export function findUnsafeCharacter(text: string, { multiline = false } = {}): string | undefined {
  const found = (multiline ? unsafeButLayout : unsafe).exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What somebody typed or pasted, without the characters that `findUnsafeCharacter` finds in a text of several lines. */
export function dropUnsafeCharacters(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').toWellFormed();
  return lines.replaceAll(new RegExp(unsafeButLayout, 'gu'), '');
}

const plainNumber = /^[+-]?\d[\d .,]*$/;
const formulaStart = /^[=+\-@\t\r]/;

/** Writes a cell so that a spreadsheet shows it and never runs it: an apostrophe before a formula character. */
export function guardFormula(cell: string): string {
  return formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** Undoes `guardFormula`, so that an exported file reads back as it was. */
export function unguardFormula(cell: string): string {
  const bare = cell.slice(1);
  return cell.startsWith("'") && guardFormula(bare) === cell ? bare : cell;
}

const formulas = [
  /^=\s*[\p{L}\p{N}$"'({+\-@]/u, // =1+1, =A1, =cmd|…, =HYPERLINK(…), = SUM(…)
  /^[+\-@][@+-]*\p{L}[\p{L}\p{N}._]*\(/u, // +HYPERLINK(…), @SUM(…)
  /^[+\-@].*\|.*!/u, // -2+3+cmd|' /C calc'!A0
];

/** Whether a spreadsheet would run this cell, as opposed to a note that happens to begin with a dash. */
export function isFormula(cell: string): boolean {
  return formulas.some((pattern) => pattern.test(cell.trimStart()));
}
