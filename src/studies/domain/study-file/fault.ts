/** One thing that is wrong in a study file. An empty path means the file as a whole; lines count from 1. */
export interface StudyFileFault {
  readonly path: string;
  readonly message: string;
  readonly line?: number;
}

export type PathPart = string | number;

const longestKey = 40;

/** A key as it may stand in a message: short, and with unprintable characters escaped. */
export function quoteKey(key: string): string {
  const short = key.length > longestKey ? `${key.slice(0, longestKey)}…` : key;
  return JSON.stringify(short.toWellFormed()).replace(
    /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `sites[2].quotas.SW`; a key that is no plain word stands as `["odd key"]`. */
export function formatPath(path: readonly PathPart[]): string {
  return path.map(formatPart).join('').replace(/^\./, '');
}

function formatPart(part: PathPart): string {
  if (typeof part === 'number') return `[${part}]`;
  return /^[A-Za-z0-9_-]{1,40}$/.test(part) ? `.${part}` : `[${quoteKey(part)}]`;
}
