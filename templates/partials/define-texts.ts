import type { Language } from '../../src/kernel/text/language.js';

/** A plain text, or a function that makes one from its arguments. */
export type Text = string | ((...args: never[]) => string);

export interface Texts {
  readonly [key: string]: Text | Texts;
}

/** The shape that a translation must have: the same keys, and functions that accept the same arguments. */
export type Translation<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : Original[Key] extends string
      ? string
      : Translation<Original[Key]>;
};

export type Translations<Original> = Readonly<Record<Language, Translation<Original>>>;

/** The texts of a view in both languages; a missing key or another argument in one of them does not compile. */
export const defineTexts = <Original extends Texts>(texts: {
  readonly nl: Original;
  readonly en: Translation<NoInfer<Original>>;
}): Translations<Original> => texts as unknown as Translations<Original>;
