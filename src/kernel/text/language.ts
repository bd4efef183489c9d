/** The languages in which every page and mail exists, the default first. */
export const languages = ['nl', 'en'] as const;

export type Language = (typeof languages)[number];

/** The language that a text names, whatever its region or case (`en-GB`); undefined when it is not one of ours. */
export function asLanguage(text: string | undefined): Language | undefined {
  const primary = text?.trim().toLowerCase().split('-')[0];
  return languages.find((language) => language === primary);
}
