/** The parts of an unfolded content line (RFC 5545 section 3.1) as far as reading busy times needs them. */
export interface Line {
  /** In capitals. */
  readonly name: string;
  /** Between the name and the value, as written, beginning with `;`; empty when there are none. */
  readonly parameters: string;
  readonly value: string;
}

/** Undefined for what is no content line. Far more lenient than a writer may be: any name, any parameter. */
export function splitLine(text: string): Line | undefined {
  const nameEnd = text.search(/[:;]/);
  if (nameEnd < 1) return undefined;
  const colon = text[nameEnd] === ':' ? nameEnd : colonAfter(text, nameEnd);
  if (colon < 0) return undefined;
  return {
    name: text.slice(0, nameEnd).trim().toUpperCase(),
    parameters: text.slice(nameEnd, colon),
    value: text.slice(colon + 1).trim(),
  };
}

/** The value of a parameter without its quotes; of several with one name the first. */
export function parameterOf({ parameters }: Line, name: string): string | undefined {
  if (parameters === '') return undefined;
  const match = new RegExp(`;${name}=(?:"([^"]*)"|([^;]*))`, 'i').exec(parameters);
  return match ? (match[1] ?? match[2])?.trim() : undefined;
}

/** The colon that begins the value: not one inside quotes. */
function colonAfter(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ':' && !isQuoted) return at;
  }
  // A quote that nobody closed.
  return text.indexOf(':', from);
}
