/** One property, read strictly (RFC 5545 section 3.1). Names are in capitals. */
export interface ContentLine {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** A component with the properties and components directly inside it. */
export interface Component {
  readonly name: string;
  readonly properties: ContentLine[];
  readonly components: Component[];
}

/** What the lines hold, with the 1-based numbers of the unfolded lines that could not be placed. */
export interface ReadComponents {
  readonly roots: readonly Component[];
  readonly malformed: readonly number[];
  readonly unbalanced: readonly number[];
}

const PARAMETER_VALUE = '(?:"[^"]*"|[^";:,]*)';
const PARAMETER = `;[A-Za-z0-9-]+=${PARAMETER_VALUE}(?:,${PARAMETER_VALUE})*`;
const CONTENT_LINE = new RegExp(`^([A-Za-z0-9-]+)((?:${PARAMETER})*):(.*)$`, 'su');
const PARAMETERS = new RegExp(PARAMETER, 'gu');

/** One content line, or undefined when it is not one or has a parameter twice. A single quoted parameter value loses its quotes. */
export function readContentLine(line: string): ContentLine | undefined {
  const match = CONTENT_LINE.exec(line);
  if (match === null) return undefined;
  const [, name = '', parameters = '', value = ''] = match;
  const pairs = (parameters.match(PARAMETERS) ?? []).map((parameter): [string, string] => {
    const equals = parameter.indexOf('=');
    const text = parameter.slice(equals + 1).replace(/^"([^"]*)"$/, '$1');
    return [parameter.slice(1, equals).toUpperCase(), text];
  });
  const named = new Map(pairs);
  return named.size === pairs.length ? { name: name.toUpperCase(), parameters: named, value } : undefined;
}

/** Nests unfolded lines by their BEGIN and END. */
export function readComponents(lines: readonly string[]): ReadComponents {
  const outside: Component = { name: '', properties: [], components: [] };
  const open: Component[] = [outside];
  const malformed: number[] = [];
  const unbalanced: number[] = [];
  lines.forEach((text, index) => {
    const line = readContentLine(text);
    if (line === undefined) malformed.push(index + 1);
    else if (!placeLine(line, open)) unbalanced.push(index + 1);
  });
  if (open.length > 1) unbalanced.push(lines.length);
  return { roots: outside.components, malformed, unbalanced };
}

/** Puts a line into the innermost open component; false when there is none that it fits. */
function placeLine(line: ContentLine, open: Component[]): boolean {
  const innermost = open.at(-1);
  if (innermost === undefined) return false;
  if (line.name === 'BEGIN') {
    const begun: Component = { name: line.value, properties: [], components: [] };
    innermost.components.push(begun);
    open.push(begun);
    return true;
  }
  if (open.length === 1) return false;
  if (line.name !== 'END') return innermost.properties.push(line) > 0;
  if (innermost.name !== line.value) return false;
  open.pop();
  return true;
}

/** All properties of one name. */
export function propertiesOf(component: Component, name: string): readonly ContentLine[] {
  return component.properties.filter((property) => property.name === name);
}
