import { decodeWords } from 'postal-mime';
import { decodeText } from './decode-text.js';

/** One header field, unfolded. Its value is one character per byte, as the mail carries it. */
export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** The fields of a message or of one of its parts, in their order. */
export type MailHeader = readonly HeaderField[];

const FIELD = /^([!-9;-~]+)[ \t]*:(.*)$/s;

/** Reads the fields of a header (RFC 5322 section 2.2) whose bytes are given as characters; other lines are passed over. */
export function readHeader(block: string): MailHeader {
  const lines: string[][] = [];
  for (const physical of block.split('\n')) {
    const line = withoutBlankEnd(physical);
    if (/^[ \t]/.test(physical)) lines.at(-1)?.push(line);
    else lines.push([line]);
  }
  return lines.flatMap((pieces) => {
    const [, name = '', value = ''] = FIELD.exec(pieces.join('')) ?? [];
    return name === '' ? [] : [{ name: name.toLowerCase(), value: withoutControls(value) }];
  });
}

const withoutControls = (value: string): string =>
  value.replace(/[^ -~\u0080-\u00ff]+/g, ' ').replace(/^ +/, '');

/**
 * Without spaces and carriage returns at its end. Bytes as characters are not for `trimEnd`: U+00A0 is half of an `à`.
 */
export function withoutBlankEnd(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** Every value of a field, the topmost first. */
export const headerValues = (header: MailHeader, name: string): readonly string[] =>
  header.filter((field) => field.name === name).map(({ value }) => value);

/** The topmost value of a field, or undefined. */
export const headerValue = (header: MailHeader, name: string): string | undefined =>
  header.find((field) => field.name === name)?.value;

/** A value in characters, whichever charset its bytes are in (RFC 6532, or none at all). Encoded words stay. */
export const decodeField = (value: string): string => decodeText(Buffer.from(value, 'latin1'));

/** A value as people read it, with its encoded words decoded (RFC 2047). */
export const readableField = (value: string): string => decodeWords(decodeField(value));
