import type { Language } from '../../../src/kernel/text/language.js';

/** A site or role of the study, by its code and name. */
export interface Named {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null | undefined;
}

/** What filters and forms offer to choose from. */
export interface StudyOptions {
  readonly sites: readonly Named[];
  readonly roles: readonly Named[];
}

/** The name in the reader's language where the study has one. */
export const nameOf = ({ name, nameEn }: Named, language: Language): string =>
  language === 'en' ? (nameEn ?? name) : name;

/** The name that belongs to a code. */
export const nameByCode = (all: readonly Named[], code: string, language: Language): string => {
  const found = all.find((one) => one.code === code);
  return found ? nameOf(found, language) : code;
};

export const optionsOf = (all: readonly Named[], language: Language) =>
  all.map((one) => ({ value: one.code, label: nameOf(one, language) }));
