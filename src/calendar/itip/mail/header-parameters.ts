/** A value such as `text/calendar; method=REPLY`, taken apart (RFC 2045 section 5.1). Names are in lower case. */
export interface ParameterValue {
  /** What stands before the parameters, in lower case. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const MOST_CHARACTERS = 8_192;
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;

/**
 * Takes a structured value apart. Of a parameter that is given twice the first counts; the pieces of one that is
 * continued are joined, and stay percent-encoded (RFC 2231).
 */
export function readParameters(text: string): ParameterValue {
  const short = text.slice(0, MOST_CHARACTERS);
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of short.matchAll(PARAMETER)) {
    const [plain = '', ...piece] = name.toLowerCase().split('*');
    const known = parameters.get(plain);
    if (known === undefined) parameters.set(plain, unquote(value));
    else if (piece.length > 0) parameters.set(plain, known + unquote(value));
  }
  const value = /^[^;(]*/.exec(short)?.[0] ?? '';
  return { value: value.trim().toLowerCase(), parameters };
}

/** A comment behind a bare value is no part of it: `us-ascii (Plain text)`. */
const unquote = (value: string): string =>
  value.startsWith('"')
    ? value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1')
    : (/^[^(]*/.exec(value)?.[0] ?? '').trim();
