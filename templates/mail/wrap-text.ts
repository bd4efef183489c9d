export interface WrapOptions {
  readonly width: number;
  /** Before the first line. */
  readonly first?: string;
  /** Before every next line. */
  readonly next?: string;
}

/**
 * Breaks at spaces so that no line is longer than `width` characters, prefixes included. A word that is
 * longer by itself, such as an address, stays whole. Line feeds in the text are kept.
 */
export function wrapText(text: string, { width, first = '', next = first }: WrapOptions): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? first : next;
    let empty = true;
    for (const word of paragraph.split(/[ \t]+/).filter(Boolean)) {
      if (!empty && lengthOf(line) + 1 + lengthOf(word) > width) {
        lines.push(line);
        line = next;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines.join('\n');
}

const lengthOf = (text: string): number => [...text].length;
