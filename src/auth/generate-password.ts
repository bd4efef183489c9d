import { randomInt } from 'node:crypto';

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

const pick = (letters: string): string => letters[randomInt(letters.length)]!;

const syllable = (): string => pick(consonants) + pick(vowels);

/** A password that can be read aloud and typed over, such as `tovi-kema-rusa-dilo-bega`: 61 random bits. */
export function generatePassword(): string {
  return Array.from({ length: 5 }, () => syllable() + syllable()).join('-');
}
