import { normaliseAddress } from '../../kernel/text/email-address.js';
import type { Language } from '../../kernel/text/language.js';
import { rowFault, type ImportFault } from './import-fault.js';
import type { ImportTexts } from './import-texts.js';
import { personKey, type RespondentRow } from './respondent-row.js';

/** A respondent of the study whose contact details are still there, opened for comparison. */
export interface KnownRespondent extends Omit<RespondentRow, 'row'> {
  readonly id: string;
  readonly pseudonym: string;
}

const comparedFields = ['name', 'email', 'phone', 'organisation', 'language', 'source', 'note'] as const;
export type ComparedField = (typeof comparedFields)[number];

export type NewRespondent = RespondentRow & { readonly language: Language };

export interface MatchedRespondent<Known extends KnownRespondent = KnownRespondent> {
  readonly known: Known;
  readonly row: RespondentRow;
  /** The fields that the file says otherwise. */
  readonly fields: readonly ComparedField[];
}

export interface RespondentDiff<Known extends KnownRespondent = KnownRespondent> {
  readonly added: readonly NewRespondent[];
  readonly changed: readonly MatchedRespondent<Known>[];
  readonly unchanged: readonly MatchedRespondent<Known>[];
  /** Rows that fit a known respondent only half; with any of these nothing may be imported. */
  readonly faults: readonly ImportFault[];
}

export interface DiffOptions<Known extends KnownRespondent> {
  readonly rows: readonly RespondentRow[];
  readonly known: readonly Known[];
  /** The study's language, for newcomers whose row says none. */
  readonly defaultLanguage: Language;
  readonly texts: ImportTexts;
}

type Decision<Known extends KnownRespondent> =
  MatchedRespondent<Known> | { readonly added: RespondentRow } | { readonly fault: ImportFault };

/**
 * What an import would do. A row is a known respondent by e-mail address, else by site, role and name if at
 * most one of the two has an address. An empty cell erases nothing. Faults: an address known at another site
 * or in another role (a pseudonym never moves), and a namesake under another address, which may be one person
 * with a corrected address or two people, unless the file has the first of them too.
 */
export function diffRespondents<Known extends KnownRespondent>(
  options: DiffOptions<Known>,
): RespondentDiff<Known> {
  const decisions = decideAll(options);
  const matched = decisions.flatMap((decision) => ('known' in decision ? [decision] : []));
  const added = decisions.flatMap((decision) => ('added' in decision ? [decision.added] : []));
  return {
    added: added.map((row) => ({ ...row, language: row.language ?? options.defaultLanguage })),
    changed: matched.filter(({ fields }) => fields.length > 0),
    unchanged: matched.filter(({ fields }) => fields.length === 0),
    faults: decisions.flatMap((decision) => ('fault' in decision ? [decision.fault] : [])),
  };
}

function decideAll<Known extends KnownRespondent>({
  rows,
  known,
  texts,
}: DiffOptions<Known>): Decision<Known>[] {
  const byAddress = new Map(known.flatMap((one) => (one.email ? [[normaliseAddress(one.email), one]] : [])));
  const sameAddress = (row: RespondentRow) =>
    row.email ? byAddress.get(normaliseAddress(row.email)) : undefined;
  const found = new Set(rows.map(sameAddress));
  const namesakes = Map.groupBy(
    known.filter((one) => !found.has(one)),
    personKey,
  );
  const strangers = Map.groupBy(
    rows.filter((row) => sameAddress(row) === undefined),
    personKey,
  );
  return rows.map((row) => {
    const match = sameAddress(row);
    if (match !== undefined) return decideByAddress(row, match, texts);
    const key = personKey(row);
    const isAlone = strangers.get(key)?.length === 1;
    return decideByName(row, { namesakes: namesakes.get(key) ?? [], isAlone, texts });
  });
}

function decideByAddress<Known extends KnownRespondent>(
  row: RespondentRow,
  known: Known,
  texts: ImportTexts,
) {
  return known.site === row.site && known.role === row.role
    ? matchOf(row, known)
    : { fault: addressFault(row, texts.knownElsewhere(known.pseudonym)) };
}

interface NameMatch<Known> {
  readonly namesakes: readonly Known[];
  /** Whether no other new row has this site, role and name. */
  readonly isAlone: boolean;
  readonly texts: ImportTexts;
}

function decideByName<Known extends KnownRespondent>(
  row: RespondentRow,
  match: NameMatch<Known>,
): Decision<Known> {
  const [namesake, another] = match.namesakes;
  if (namesake === undefined) return { added: row };
  const isOne = match.isAlone && another === undefined && (row.email === null || namesake.email === null);
  return isOne
    ? matchOf(row, namesake)
    : { fault: addressFault(row, match.texts.knownOtherwise(namesake.pseudonym)) };
}

function matchOf<Known extends KnownRespondent>(row: RespondentRow, known: Known): MatchedRespondent<Known> {
  const fields = comparedFields.filter((field) => {
    const said = row[field];
    return said !== null && comparable(field, said) !== comparable(field, known[field] ?? '');
  });
  return { known, row, fields };
}

function comparable(field: ComparedField, text: string): string {
  return field === 'email' ? normaliseAddress(text) : text;
}

function addressFault(row: RespondentRow, message: string): ImportFault {
  return { ...rowFault(row.row, message), column: 'email', path: `rows.${row.row}.email` };
}
