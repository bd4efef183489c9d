import { asLanguage, type Language } from '../../kernel/text/language.js';

export interface LanguageHints {
  /** `?lang=` of this very request: whoever followed that link wants it now. */
  readonly address?: string;
  readonly cookie?: string;
  readonly account?: string;
  readonly acceptLanguage?: string;
}

/** The language of a page: the address, else the cookie, the account, the browser, and at last Dutch. */
export const chooseLanguage = (hints: LanguageHints): Language =>
  asLanguage(hints.address) ??
  asLanguage(hints.cookie) ??
  asLanguage(hints.account) ??
  preferredOf(hints.acceptLanguage) ??
  'nl';

/** RFC 9110 section 12.5.4: the known language with the highest weight, the first of equals. */
function preferredOf(header: string | undefined): Language | undefined {
  const wanted = weighted(header)
    .filter(({ weight }) => weight > 0)
    .map(({ value, weight }) => ({ language: asLanguage(value), weight }))
    .filter(({ language }) => language !== undefined)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.language;
}

export interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** RFC 9110 section 12.4.2: `a, b;q=0.5` as values with weights; a weight that can't be read counts as 0. */
export function weighted(header: string | undefined): readonly Weighted[] {
  return (header ?? '').split(',').flatMap((item) => {
    const [value = '', ...parameters] = item.split(';').map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.toLowerCase().startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2)) || 0;
    return value ? [{ value, weight }] : [];
  });
}
