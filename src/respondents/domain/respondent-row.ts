import { foldText } from '../../kernel/text/fold-text.js';
import type { Language } from '../../kernel/text/language.js';

/** One respondent as an import gives it. An empty cell is null: the file says nothing about it. */
export interface RespondentRow {
  /** The row as a spreadsheet numbers it. */
  readonly row: number;
  /** The site's code. */
  readonly site: string;
  /** The role's code. */
  readonly role: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly language: Language | null;
  /** `gatekeeper`, `register` and `referral` have these words in any language; others stay as typed. */
  readonly source: string | null;
  readonly note: string | null;
}

/** Who somebody is when no e-mail address says it: site, role and name, whatever the name's case and accents. */
export function personKey({ site, role, name }: Pick<RespondentRow, 'site' | 'role' | 'name'>): string {
  return JSON.stringify([site, role, foldText(name) || name]);
}
