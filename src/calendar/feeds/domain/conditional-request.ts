/** The headers by which a client says what it has (RFC 9110 section 13.1). */
export interface Conditions {
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
}

export interface Validators {
  /** With its quotes. */
  readonly etag: string;
  readonly modifiedAt: Date;
}

/**
 * Whether the client has this already, so that 304 is the answer (RFC 9110 section 13.2.2). The date counts only
 * without If-None-Match, and to the second, as HTTP writes it.
 */
export function isUnchanged({ ifNoneMatch, ifModifiedSince }: Conditions, is: Validators): boolean {
  if (ifNoneMatch !== undefined) return ifNoneMatch.trim() === '*' || etagsIn(ifNoneMatch).includes(is.etag);
  const since = Date.parse(ifModifiedSince ?? '');
  return Math.floor(is.modifiedAt.getTime() / 1_000) <= since / 1_000;
}

/** Compared weakly, as this header asks: a proxy that compresses may have made a tag weak. */
const etagsIn = (header: string): readonly string[] => header.match(/"[^"]*"/g) ?? [];
