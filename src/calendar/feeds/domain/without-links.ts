const LINK = /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>")]+/gi;

/**
 * A text without the addresses in it, such as a video call that anybody could join: feeds are read by services that
 * nobody signs in to.
 */
export const withoutLinks = (text: string): string =>
  text
    .replace(LINK, '')
    .replace(/\(\s*\)/g, '')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
