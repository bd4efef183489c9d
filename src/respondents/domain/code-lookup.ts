import { foldText } from '../../kernel/text/fold-text.js';

/** A site or role of the study, and the names that a file may use for it. */
export interface Coded {
  readonly code: string;
  readonly names: readonly string[];
}

export interface CodeLookup {
  /** The code for a code or a name, `ambiguous` if several share it, undefined if none has it. */
  find(text: string): { readonly code: string } | 'ambiguous' | undefined;
  /** The codes, to name in a refusal. */
  readonly known: string;
}

const mostNamed = 20;

/** Finds codes by code, else by name, both whatever the case, accents and punctuation. */
export function codeLookup(all: readonly Coded[]): CodeLookup {
  const exact = new Set(all.map(({ code }) => code));
  const byCode = indexBy(all, ({ code }) => [code]);
  const byName = indexBy(all, ({ names }) => names);
  const listed = all.slice(0, mostNamed).map(({ code }) => code);
  return {
    known: all.length > mostNamed ? `${listed.join(', ')}, …` : listed.join(', '),
    find: (text) => {
      if (exact.has(text)) return { code: text };
      const folded = foldText(text);
      const [code, another] = byCode.get(folded) ?? byName.get(folded) ?? [];
      if (code === undefined) return undefined;
      return another === undefined ? { code } : 'ambiguous';
    },
  };
}

function indexBy(
  all: readonly Coded[],
  wordsOf: (one: Coded) => readonly string[],
): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const one of all)
    for (const word of wordsOf(one)
      .map(foldText)
      .filter((word) => word !== ''))
      index.set(word, (index.get(word) ?? new Set()).add(one.code));
  return index;
}
