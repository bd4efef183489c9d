const MAX_OCTETS = 75;
const CRLF = '\r\n';

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Breaks one content line into pieces of at most 75 octets, never inside a character (RFC 5545 section 3.1). */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MAX_OCTETS) {
      folded += `${CRLF} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** The bytes of a calendar object: folded, every line ended by CRLF, the last one too. */
export function foldLines(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => foldLine(line) + CRLF).join(''), 'utf8');
}

/** The content lines of generated text, without folds and without a last empty line. */
export function unfoldLines(text: string): string[] {
  return text
    .replaceAll(`${CRLF} `, '')
    .split(CRLF)
    .filter((line) => line !== '');
}
