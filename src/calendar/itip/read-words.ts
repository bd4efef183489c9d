import { decodeBody } from './decode-body.js';
import { decodeText } from './decode-text.js';
import { htmlText } from './html-text.js';
import { readParameters } from './header-parameters.js';
import { headerValue } from './mail-header.js';
import { personText } from './person-text.js';
import { ownWords } from './quoted-text.js';
import type { MailPart } from './split-mail.js';

const LONGEST = 2_000;
/** As much of a body as could hold the words: the style sheets above them can be long. */
const MOST_CHARACTERS = 512 * 1024;

/** What the sender wrote above the quote, from the plain text if there is one, else from the HTML. */
export function readWords(parts: readonly MailPart[]): string {
  const shown = parts.filter((part) => !isAttachment(part));
  const plain = shown.filter(({ type }) => type === 'text/plain').map((part) => ownWords(textOf(part)));
  const words = plain.find((text) => text !== '') ?? fromHtml(shown);
  return personText(words, LONGEST);
}

function fromHtml(parts: readonly MailPart[]): string {
  const html = parts.find(({ type }) => type === 'text/html');
  return html ? ownWords(htmlText(textOf(html))) : '';
}

const isAttachment = ({ header }: MailPart): boolean =>
  readParameters(headerValue(header, 'content-disposition') ?? '').value === 'attachment';

const textOf = (part: MailPart): string =>
  decodeText(
    decodeBody({ ...part, body: part.body.slice(0, MOST_CHARACTERS) }),
    part.parameters.get('charset'),
  );
