import { decodeText } from './mail/decode-text.js';

/**
 * The unfolded content lines of a calendar object as clients really write them: with or without a byte order mark, lines
 * ended by CRLF, LF, CR or CR CR LF, folds inside a character, UTF-8 or something else. `charset` is what the mail says
 * of it. Unfolds bytes before it decodes them (RFC 5545 section 3.1); characters no calendar may hold are dropped.
 * Never throws; takes time and room in proportion to the bytes.
 */
export function decodeCalendar(bytes: Uint8Array, charset?: string): string {
  const plain = withoutMark(bytes, charset);
  const unfolded = Buffer.from(plain)
    .toString('latin1')
    .replace(/\r*\n|\r+/g, '\n')
    .replace(/\n[ \t]/g, '');
  return decodeText(Buffer.from(unfolded, 'latin1'), charset).replace(/(?![\t\n])\p{Cc}/gu, '');
}

/** UTF-16 becomes UTF-8 at once, since its bytes hold neither line ends nor folds that can be seen. */
function withoutMark(bytes: Uint8Array, charset = ''): Uint8Array {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  const littleEndian = (first === 0xff && second === 0xfe) || /^utf-16le$/i.test(charset);
  const bigEndian = (first === 0xfe && second === 0xff) || /^utf-16be$/i.test(charset);
  if (!littleEndian && !bigEndian) return bytes;
  return Buffer.from(new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be').decode(bytes), 'utf8');
}
