/** Where the words of somebody else begin: a mark of a quote, or what programs write above one. */
const QUOTE_MARKS = [
  /^\s*>/,
  /^\s*-{2,}\s*(original message|oorspronkelijk bericht|oorspronkelijke afspraak|original appointment|forwarded message|doorgestuurd bericht|ursprüngliche nachricht|message d'origine)\s*-{2,}/i,
  /^\s*_{10,}\s*$/,
  /^\s*(op|on|am|le|el)\b.{4,300}\b(schreef|wrote|schrieb|a écrit|escribió)\b.{0,200}:\s*$/i,
];
const ATTRIBUTION_START = /^\s*(op|on|am|le|el)\b.{4,200}$/i;
const ATTRIBUTION_END = /\b(schreef|wrote|schrieb|a écrit|escribió)\b.{0,200}:\s*$/i;
const FROM_FIELD = /^\s*\*?(van|from|von|de)\s?:\*?\s*\S/i;
const OTHER_FIELD =
  /^\s*\*?(verzonden|sent|gesendet|envoyé|datum|date|aan|to|an|à|onderwerp|subject|betreff|objet)\s?:\*?/i;

/**
 * What somebody wrote themselves, without the message they answer: the lines above the first quote, or else, for those
 * who write below it, the lines that are no quote. Best effort: every program marks it in its own way.
 */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const quote = lines.findIndex((_, index) => startsQuote(lines, index));
  const above = (quote < 0 ? lines : lines.slice(0, quote)).join('\n').trim();
  if (above !== '') return above;
  return lines
    .filter((line) => !QUOTE_MARKS.some((mark) => mark.test(line)))
    .join('\n')
    .trim();
}

function startsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (QUOTE_MARKS.some((mark) => mark.test(line))) return true;
  // Long attributions are broken over two lines.
  if (ATTRIBUTION_START.test(line) && ATTRIBUTION_END.test(lines[index + 1] ?? '')) return true;
  return FROM_FIELD.test(line) && lines.slice(index + 1, index + 4).some((next) => OTHER_FIELD.test(next));
}
