/**
 * Changes properties of a calendar object as its client would: `edit` gets each property's name in capitals and its
 * unfolded line, and answers the lines that stand instead. Every other property keeps its bytes and folds.
 */
export function editProperties(
  ics: Buffer,
  edit: (name: string, line: string) => string | readonly string[],
): Buffer {
  const properties = ics.toString('latin1').match(/[^\r\n][^\n]*\n(?:[ \t][^\n]*\n)*/g) ?? [];
  const edited = properties.map((raw) => {
    const line = Buffer.from(raw.replace(/\r?\n[ \t]|\r?\n$/g, ''), 'latin1').toString('utf8');
    const name = /^[^;:]*/.exec(line)![0].toUpperCase();
    const changed = [edit(name, line)].flat();
    return changed.length === 1 && changed[0] === line ? Buffer.from(raw, 'latin1') : changed.map(folded);
  });
  return Buffer.concat(edited.flat());
}

/** Lines of at most 75 octets (RFC 5545 3.1), a character never torn apart. */
export function folded(line: string): Buffer {
  const lines = [''];
  for (const character of line) {
    const octets = Buffer.byteLength(lines.at(-1)! + character);
    if (octets > 75) lines.push(' ');
    lines[lines.length - 1] += character;
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');
}
