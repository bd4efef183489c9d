/** The same text whatever its case, accents, spaces and punctuation: `E-Mail adrés` and `emailadres` are equal. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
