import { decodeBody } from './decode-body.js';
import { decodeText } from './decode-text.js';
import { readParameters } from './header-parameters.js';
import { htmlText } from './html-text.js';
import { headerValue } from './mail-header.js';
import { personText } from './person-text.js';
import { ownWords } from './quoted-text.js';
import type { MailPart } from './split-mail.js';

const LONGEST = 2_000;
const MOST_PARTS = 8;
/** As much of a body as could hold the words. In HTML the style sheets above them can be long. */
const MOST_PLAIN = 64 * 1024;
const MOST_HTML = 512 * 1024;

/** What the sender wrote above the quote, from the plain text if there is one, else from the HTML. */
export function readWords(parts: readonly MailPart[]): string {
  const shown = parts.filter((part) => !isAttachment(part));
  const ofType = (wanted: string) => shown.filter(({ type }) => type === wanted).slice(0, MOST_PARTS);
  for (const part of ofType('text/plain')) {
    const words = ownWords(plainText(part));
    if (words !== '') return personText(words, LONGEST);
  }
  const html = ofType('text/html')[0];
  return html ? personText(ownWords(htmlText(textOf(html, MOST_HTML))), LONGEST) : '';
}

const isAttachment = ({ header }: MailPart): boolean =>
  readParameters(headerValue(header, 'content-disposition') ?? '').value === 'attachment';

function plainText(part: MailPart): string {
  const text = textOf(part, MOST_PLAIN).replace(/\r\n?/g, '\n');
  if (part.parameters.get('format')?.toLowerCase() !== 'flowed') return text;
  return unflowed(text, part.parameters.get('delsp')?.toLowerCase() === 'yes');
}

/** Puts together the lines that a program broke (RFC 3676): a space at the end of a line says that it goes on. */
function unflowed(text: string, dropsSpace: boolean): string {
  const lines = text.split('\n').map((line) => line.replace(/^ /, ''));
  return lines
    .map((line) => {
      if (!line.endsWith(' ') || line === '-- ' || line.startsWith('>')) return `${line}\n`;
      return dropsSpace ? line.slice(0, -1) : line;
    })
    .join('');
}

/** The text of a part; where it is cut, up to the last whole line, since a character could be cut too. */
function textOf(part: MailPart, longest: number): string {
  const bytes = decodeBody({ ...part, body: part.body.slice(0, longest) });
  const isCut = part.body.length > longest;
  const end = isCut ? bytes.lastIndexOf('\n') : -1;
  return decodeText(end < 0 ? bytes : bytes.subarray(0, end), part.parameters.get('charset'));
}
