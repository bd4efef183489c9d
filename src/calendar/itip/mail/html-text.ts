import { decodeEntities } from './html-entities.js';

/** What is not shown begins here. */
const HIDDEN = /<(script|style|title)\b|<!--/gi;
const BLOCK = /<\/?(?:p|div|tr|li|ul|ol|table|h[1-6]|hr|body)\b[^<>]*>/gi;
const BREAK = /<br\b[^<>]*>/gi;
const QUOTE = /<blockquote\b[^<>]*>/gi;
/** Stands for the edge of a block: one new line, however many edges meet. */
const EDGE = '\f';

/** The text of an HTML body, line by line, without running or fetching anything. A quote gets a `>` before it. */
export function htmlText(html: string): string {
  const lines = withoutHidden(html)
    .replace(/\s+/g, ' ')
    .replace(QUOTE, `${EDGE}> `)
    .replace(BREAK, '\n')
    .replace(BLOCK, EDGE)
    .replace(/<[^<>]*>/g, '')
    .replace(/\f[\f ]*/g, '\n')
    .split('\n')
    .map((line) => decodeEntities(line).replaceAll('\u00a0', ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What is never closed goes to the end. One pass. */
function withoutHidden(html: string): string {
  const lower = asciiLower(html);
  let shown = '';
  let at = 0;
  for (const { index, 1: name } of html.matchAll(HIDDEN)) {
    if (index < at) continue;
    shown += html.slice(at, index);
    const close = lower.indexOf(name === undefined ? '-->' : `</${name.toLowerCase()}`, index);
    const end = close < 0 ? -1 : lower.indexOf('>', close);
    if (end < 0) return shown;
    at = end + 1;
  }
  return shown + html.slice(at);
}

/** Unlike `toLowerCase`, this keeps every character at its place. */
const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
