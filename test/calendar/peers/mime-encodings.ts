/** Base64 in lines of 76 characters (RFC 2045 6.8). */
export const base64Body = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('base64').replace(/.{1,76}/g, '$&\r\n'), 'latin1');

const escaped = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
const isPlain = (byte: number) => byte >= 0x21 && byte <= 0x7e && byte !== 0x3d;

/** Quoted-printable text (RFC 2045 6.7): its line ends stay line ends. */
export function quotedPrintable(text: Buffer): Buffer {
  const lines = text.toString('latin1').split(/\r?\n/);
  return Buffer.from(
    lines.map((line) => wrapped(tokens(Buffer.from(line, 'latin1')))).join('\r\n'),
    'latin1',
  );
}

/** Quoted-printable as of binary data: line ends are escaped too, and a soft line break follows each. */
export function quotedPrintableBinary(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/(?<=\n)/);
  return Buffer.from(
    lines.map((line) => `${wrapped(tokens(Buffer.from(line, 'latin1'), true))}=\r\n`).join(''),
    'latin1',
  );
}

/** What each byte is written as; a space at the end of a line must be escaped, or transports drop it. */
function tokens(line: Buffer, binary = false): string[] {
  return [...line].map((byte, at) => {
    const staysSpace = byte === 0x20 && !binary && at < line.length - 1;
    return isPlain(byte) || staysSpace ? String.fromCharCode(byte) : escaped(byte);
  });
}

/** At most 76 characters a line, an escape never torn apart. */
function wrapped(written: readonly string[]): string {
  const lines = [''];
  for (const token of written) {
    if (lines.at(-1)!.length + token.length > 75) lines.push('');
    lines[lines.length - 1] += token;
  }
  return lines.join('=\r\n');
}

/** Text in a header field, as an encoded word (RFC 2047) when it is not ASCII. */
export function headerText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  // 45 octets become 60 characters, so that a word stays under its 75; never a torn character.
  const words = text
    .match(/.{1,11}/gu)!
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`);
  return words.join('\r\n ');
}
