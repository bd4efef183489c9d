import { dropUnsafeCharacters } from '../../../kernel/text/clean-text.js';

const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** What somebody wrote, made safe to keep and to show, without empty lines at its ends, and not longer than this. */
export const personText = (text: string, longest: number): string =>
  dropUnsafeCharacters(text.replace(/\r\n?/g, '\n'))
    .trim()
    .slice(0, longest)
    .replace(HALF_CHARACTER, '')
    .trimEnd();

/** The same on one line. */
export const personLine = (text: string, longest: number): string =>
  personText(text.slice(0, longest * 8).replace(/\s+/g, ' '), longest);
