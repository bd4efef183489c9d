/** Escapes a TEXT value (RFC 5545 section 3.3.11) that has no line break but `\n`. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}
