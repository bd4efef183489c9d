export interface Provenance {
  readonly method: string;
  readonly path: string;
  readonly host?: string;
  readonly secFetchSite?: string;
  readonly origin?: string;
  /** Where the application says it lives: scheme, host and port. */
  readonly ownOrigin: string;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something, by where it came from. The browser's own word (Sec-Fetch-Site, which pages
 * cannot set) goes first; then Origin; a script that sends neither carries no cookies it was not given.
 */
export function isAllowedOrigin(from: Provenance): boolean {
  if (safeMethods.has(from.method)) return true;
  if (from.secFetchSite !== undefined) return ['same-origin', 'none'].includes(from.secFetchSite);
  if (from.origin === undefined) return true;
  // Token pages send no referrer, which makes browsers say "null". What guards those posts is the token itself.
  if (from.origin === 'null') return /^\/[rm]\//.test(from.path);
  return from.origin === from.ownOrigin || hostOf(from.origin) === from.host;
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);
