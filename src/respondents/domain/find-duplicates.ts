import { normaliseAddress } from '../../kernel/text/email-address.js';
import type { ImportTexts } from './import-texts.js';
import { personKey, type RespondentRow } from './respondent-row.js';

/** A row as far as it could be read: a refused cell is undefined. */
export type ReadRow = Pick<RespondentRow, 'row'> & Partial<RespondentRow>;

export interface Duplicate {
  readonly row: number;
  readonly column: 'email' | 'name';
  readonly message: string;
}

/**
 * Rows that say again what an earlier row says: the same e-mail address, or the same site, role and name
 * unless both have addresses and these differ (two people may share a name).
 */
export function findDuplicates(rows: readonly ReadRow[], texts: ImportTexts): readonly Duplicate[] {
  const addresses = new Map<string, number>();
  const people = new Map<string, FirstRows>();
  return rows.flatMap((row): Duplicate[] => {
    const sameAddress = row.email ? firstWith(addresses, normaliseAddress(row.email), row.row) : undefined;
    const samePerson = firstSamePerson(people, row);
    if (sameAddress !== undefined)
      return [{ row: row.row, column: 'email', message: texts.sameAddress(sameAddress) }];
    if (samePerson !== undefined)
      return [{ row: row.row, column: 'name', message: texts.samePerson(samePerson) }];
    return [];
  });
}

interface FirstRows {
  readonly any: number;
  withoutAddress: number | undefined;
}

function firstSamePerson(people: Map<string, FirstRows>, row: ReadRow): number | undefined {
  const { site, role, name, email } = row;
  if (site === undefined || role === undefined || name === undefined || email === undefined) return undefined;
  const key = personKey({ site, role, name });
  const first = people.get(key);
  if (first === undefined) {
    people.set(key, { any: row.row, withoutAddress: email === null ? row.row : undefined });
    return undefined;
  }
  const same = email === null ? first.any : first.withoutAddress;
  if (email === null) first.withoutAddress ??= row.row;
  return same;
}

function firstWith(seen: Map<string, number>, key: string, row: number): number | undefined {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, row);
  return first;
}
