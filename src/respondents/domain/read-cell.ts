import { findUnsafeCharacter, isFormula, unguardFormula } from '../../kernel/text/clean-text.js';
import { isAddress } from '../../kernel/text/email-address.js';
import { foldText } from '../../kernel/text/fold-text.js';
import type { Language } from '../../kernel/text/language.js';
import type { CodeLookup } from './code-lookup.js';
import type { ImportTexts } from './import-texts.js';
import { normalisePhone } from './normalise-phone.js';
import type { RespondentColumn } from './respondent-columns.js';
import type { RespondentRow } from './respondent-row.js';

export const longestCell = 2000;

export interface CellContext {
  readonly sites: CodeLookup;
  readonly roles: CodeLookup;
  readonly texts: ImportTexts;
}

export type CellValue = { readonly value: RespondentRow[RespondentColumn] } | { readonly refused: string };

type CellReader = (text: string, context: CellContext) => CellValue;

const languages: ReadonlyMap<string, Language> = new Map([
  ...['nl', 'nld', 'nederlands', 'dutch'].map((name) => [name, 'nl'] as const),
  ...['en', 'eng', 'engels', 'english'].map((name) => [name, 'en'] as const),
]);

const sources = new Map([
  ...['gatekeeper', 'contactpersoon'].map((name) => [name, 'gatekeeper'] as const),
  ...['register'].map((name) => [name, 'register'] as const),
  ...['referral', 'doorverwijzing'].map((name) => [name, 'referral'] as const),
]);

const readers: Readonly<Record<RespondentColumn, CellReader>> = {
  site: required((text, { sites, texts }) =>
    readCode(sites.find(text), texts, texts.unknownSite(sites.known)),
  ),
  role: required((text, { roles, texts }) =>
    readCode(roles.find(text), texts, texts.unknownRole(roles.known)),
  ),
  name: required(upTo(200)),
  email: optional((text, { texts }) => (isAddress(text) ? { value: text } : { refused: texts.email })),
  phone: optional((text, { texts }) => orRefused(normalisePhone(text), texts.phone)),
  organisation: optional(upTo(200)),
  language: optional((text, { texts }) => orRefused(languages.get(foldText(text)), texts.language)),
  source: optional((text, context) => upTo(100)(sources.get(foldText(text)) ?? text, context)),
  note: optional(upTo(longestCell)),
};

/**
 * The value of one cell: trimmed, in Unicode form NFC, and checked by its column. Refused in any column:
 * more than `longestCell` characters, control and invisible characters, line breaks (but in notes), formulas.
 * Text that only begins like a formula is kept as it is: `writeCsv` guards it when it leaves.
 */
export function readCell(column: RespondentColumn, raw: string, context: CellContext): CellValue {
  const { texts } = context;
  if (raw.length > longestCell) return { refused: texts.tooLong(raw.length, longestCell) };
  const text = unguardFormula(raw.replaceAll('\r\n', '\n').normalize('NFC').trim());
  const multiline = column === 'note';
  if (!multiline && /[\r\n]/.test(text)) return { refused: texts.lineBreak };
  const unsafe = findUnsafeCharacter(text, { multiline });
  if (unsafe !== undefined) return { refused: texts.unsafe(unsafe) };
  return isFormula(text) ? { refused: texts.formula } : readers[column](text, context);
}

function required(read: CellReader): CellReader {
  return (text, context) => (text === '' ? { refused: context.texts.required } : read(text, context));
}

function optional(read: CellReader): CellReader {
  return (text, context) => (text === '' ? { value: null } : read(text, context));
}

function upTo(limit: number): CellReader {
  return (text, { texts }) =>
    text.length > limit ? { refused: texts.tooLong(text.length, limit) } : { value: text };
}

function readCode(found: ReturnType<CodeLookup['find']>, texts: ImportTexts, unknown: string): CellValue {
  if (found === 'ambiguous') return { refused: texts.ambiguous };
  return orRefused(found?.code, unknown);
}

function orRefused(value: string | undefined, refused: string): CellValue {
  return value === undefined ? { refused } : { value };
}
