import { decodeCalendar } from '../decode-calendar.js';

const PIECE = 256 * 1024;
const LF = 0x0a;
const CR = 0x0d;
const folds = new Set([0x20, 0x09]);

/**
 * The text of a calendar in pieces of whole content lines, in order, so that a large one need not be in memory as text
 * all at once. UTF-16 and charsets with a state have no line ends that bytes would show: they are one piece.
 */
export function* calendarPieces(bytes: Uint8Array, charset?: string): Generator<string, void> {
  if (isOnePiece(bytes, charset)) {
    yield decodeCalendar(bytes, charset);
    return;
  }
  for (let start = 0; start < bytes.length;) {
    const end = endOfLines(bytes, start + PIECE);
    yield decodeCalendar(bytes.subarray(start, end), charset);
    start = end;
  }
}

const isOnePiece = ([first, second]: Uint8Array, charset = ''): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  /^(utf-16|iso-2022|hz-gb|utf-7)/i.test(charset);

/** Behind the first line end from here on that no folded line follows. */
function endOfLines(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const isEnd = bytes[at - 1] === LF && bytes[at] !== CR && bytes[at] !== LF && !folds.has(bytes[at]!);
    if (isEnd) return at;
  }
  return bytes.length;
}
