import { decodeEntities } from './html-entities.js';

/** Elements whose content nobody sees. */
const HIDDEN = ['script', 'style', 'head', 'title'];
const LINE = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|hr)\b[^<>]*>/gi;
const QUOTE = /<blockquote\b[^<>]*>/gi;

/** The text of an HTML body, line by line, without running or fetching anything. A quote gets a `>` before it. */
export function htmlText(html: string): string {
  const shown = HIDDEN.reduce(withoutElement, withoutComments(html));
  const lines = shown
    .replace(/\s+/g, ' ')
    .replace(QUOTE, '\n> ')
    .replace(LINE, '\n')
    .replace(/<[^<>]*>/g, '')
    .split('\n')
    .map((line) => decodeEntities(line).replaceAll('\u00a0', ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const withoutComments = (html: string): string => withoutStretches(html, '<!--', '-->');

const withoutElement = (html: string, name: string): string =>
  withoutStretches(html, `<${name}`, `</${name}`);

/** Leaves out everything from one mark to the next other one; what is never closed goes to the end. One pass. */
function withoutStretches(html: string, from: string, to: string): string {
  const lower = asciiLower(html);
  let kept = '';
  let at = 0;
  for (;;) {
    const start = lower.indexOf(from, at);
    if (start < 0) return kept + html.slice(at);
    kept += html.slice(at, start);
    const end = lower.indexOf(to, start + from.length);
    if (end < 0) return kept;
    at = end + to.length;
  }
}

/** Unlike `toLowerCase`, this keeps every character at its place. */
const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
