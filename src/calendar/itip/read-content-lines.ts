/** One property of a calendar object, read leniently. The name is in capitals. */
export interface LooseLine {
  readonly name: string;
  /** As written, by their names in capitals. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As written, still escaped. */
  readonly value: string;
}

/** A component with the properties and components directly inside it. */
export interface LooseComponent {
  readonly name: string;
  readonly lines: LooseLine[];
  readonly components: LooseComponent[];
}

const NAME = /^\s*([A-Za-z0-9-]+)\s*(?=[;:])/;
const DEEPEST = 16;

/**
 * Nests the unfolded lines of a calendar object (RFC 5545 section 3.1) as far as they can be understood: a line that
 * is none is passed over, a component without its end ends with what is around it, or where its like begins.
 */
export function readLooseComponents(text: string): LooseComponent {
  const root: LooseComponent = { name: '', lines: [], components: [] };
  const open = [root];
  for (const line of text.split('\n')) {
    const read = readLooseLine(line);
    if (read?.name === 'BEGIN') begin(read.value.trim().toUpperCase(), open);
    else if (read?.name === 'END') end(read.value.trim().toUpperCase(), open);
    else if (read) open.at(-1)?.lines.push(read);
  }
  return root;
}

function begin(name: string, open: LooseComponent[]): void {
  end(name, open);
  // Deeper ones become siblings: nothing reads them, and their properties stay out of the ones around them.
  if (open.length > DEEPEST) open.pop();
  const component: LooseComponent = { name, lines: [], components: [] };
  open.at(-1)?.components.push(component);
  open.push(component);
}

function end(name: string, open: LooseComponent[]): void {
  const level = open.findLastIndex((component) => component.name === name);
  if (level > 0) open.length = level;
}

/** One line, or undefined when it has no name. A colon or semicolon inside a quoted parameter value ends nothing. */
export function readLooseLine(line: string): LooseLine | undefined {
  const [start = '', name] = NAME.exec(line) ?? [];
  const rest = line.slice(start.length);
  const colon = endOfParameters(rest, name);
  if (name === undefined || colon < 0) return undefined;
  const value = rest.slice(colon + 1);
  return { name: name.toUpperCase(), parameters: readParameters(rest.slice(0, colon)), value };
}

/**
 * Values that are known by their form at the end of a line, since programs forget the quotes around a parameter that holds
 * a colon: `SENT-BY=mailto:…`, `TZID=tzone://…`. Bounded, so that a long run of schemes is looked at once.
 */
const KNOWN_VALUES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(attendee|organizer)$/i, /:(?:mailto:){1,3}[^":;]*$/i],
  [/^(dtstart|dtend|dtstamp|recurrence-id)$/i, /:\d{8}(?:T\d{6}Z?)?\s*$/i],
];

/** Where the value begins: behind the first colon outside quotes, or the first one at all where a quote is never closed. */
function endOfParameters(rest: string, name = ''): number {
  const known = KNOWN_VALUES.find(([names]) => names.test(name))?.[1];
  const end = known ? rest.search(known) : -1;
  if (end >= 0) return end;
  const first = rest.indexOf(':');
  return rest.slice(0, first).includes('"') ? colonOutsideQuotes(rest, first) : first;
}

function colonOutsideQuotes(rest: string, first: number): number {
  let isQuoted = false;
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === '"') isQuoted = !isQuoted;
    else if (rest[at] === ':' && !isQuoted) return at;
  }
  return first;
}

/** Where a quote is never closed, quotes mean nothing: what follows it would be lost. */
function piecesOutsideQuotes(text: string, separator: ';' | ','): readonly string[] {
  if (!text.includes('"') || text.split('"').length % 2 === 0) return text.split(separator);
  const pieces: string[] = [];
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === separator && !isQuoted) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, text.slice(start)];
}

function readParameters(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const piece of piecesOutsideQuotes(text, ';')) {
    const equals = piece.indexOf('=');
    const name = piece.slice(0, Math.max(equals, 0)).trim().toUpperCase();
    if (equals > 0 && !parameters.has(name)) parameters.set(name, piece.slice(equals + 1));
  }
  return parameters;
}

/** A parameter as one text, or undefined: unquoted, with the codes of RFC 6868 undone. */
export function parameter(line: LooseLine, name: string): string | undefined {
  const text = line.parameters.get(name);
  return text === undefined ? undefined : plainValue(text);
}

/** The values of a parameter that can hold several. */
export const parameterList = (line: LooseLine, name: string): readonly string[] =>
  piecesOutsideQuotes(line.parameters.get(name) ?? '', ',').map(plainValue);

const plainValue = (text: string): string =>
  text
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/\^([n'^])/g, (_, code: string) => ({ n: '\n', "'": '"' })[code] ?? '^');

/** The first property of a name, or undefined. */
export const lineOf = (component: LooseComponent, name: string): LooseLine | undefined =>
  component.lines.find((line) => line.name === name);

/** All properties of a name. */
export const linesOf = (component: LooseComponent, name: string): readonly LooseLine[] =>
  component.lines.filter((line) => line.name === name);

/** A TEXT value as people read it (RFC 5545 section 3.3.11). */
export const unescapeText = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
