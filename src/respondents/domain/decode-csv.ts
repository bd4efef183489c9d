import type { ImportTexts } from './import-texts.js';

const megabyte = 1024 * 1024;

/** The largest file that is read; refuse a larger one by its Content-Length, before its body. */
export const largestImport = 5 * megabyte;

export type Decoded = { readonly text: string } | { readonly refused: string };

const zipSignature = 'PK\u0003\u0004';
const oldExcelSignature = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';
// `é` as UTF-8 reads as `Ã©` in Windows-1252, which nobody types.
const utf8Pair = /\u00c3[\u0080-\u00bf]/;

/**
 * The text of a CSV file. UTF-8, with or without byte order mark, if every byte agrees; otherwise
 * Windows-1252, in which older Excel versions save. Anything that is not such a text is refused by name.
 */
export function decodeCsv(bytes: Uint8Array, texts: ImportTexts): Decoded {
  const refused = refuseBySize(bytes.length, texts) ?? refuseByContent(bytes, texts);
  if (refused !== undefined) return { refused };
  const text = decodeUtf8(bytes);
  if (text !== undefined) return { text };
  const isMixed = startsWithBytes(bytes, [0xef, 0xbb, 0xbf]) || utf8Pair.test(latin1(bytes));
  return isMixed ? { refused: texts.brokenText } : { text: new TextDecoder('windows-1252').decode(bytes) };
}

/** What to say of a file of this many bytes, or undefined if it may be read. */
export function refuseBySize(bytes: number, texts: ImportTexts): string | undefined {
  if (bytes === 0) return texts.empty;
  if (bytes <= largestImport) return undefined;
  return texts.tooLarge(Math.ceil((bytes / megabyte) * 10) / 10, largestImport / megabyte);
}

function refuseByContent(bytes: Uint8Array, texts: ImportTexts): string | undefined {
  const start = latin1(bytes.subarray(0, 200));
  if (start.startsWith(zipSignature)) return refuseZip(bytes, texts);
  if (start.startsWith(oldExcelSignature)) return texts.oldExcel;
  if (start.startsWith('%PDF-')) return texts.pdf;
  if (startsWithBytes(bytes, [0xff, 0xfe]) || startsWithBytes(bytes, [0xfe, 0xff])) return texts.utf16;
  if (!bytes.includes(0)) return undefined;
  // ASCII in UTF-16 without a mark has a zero in every other byte.
  return /^(\0[^\0]|[^\0]\0){2}/.test(start) ? texts.utf16 : texts.binary;
}

function refuseZip(bytes: Uint8Array, texts: ImportTexts): string {
  const content = latin1(bytes);
  if (content.includes('opendocument.spreadsheet')) return texts.openDocument;
  // The name of the first file inside; what is named .csv and is a ZIP is a workbook far more often.
  return /\.csv/i.test(content.slice(30, 200)) ? texts.zip : texts.excel;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function startsWithBytes(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
