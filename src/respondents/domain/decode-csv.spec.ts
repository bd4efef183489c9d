import { decodeCsv, largestImport, refuseBySize } from './decode-csv.js';
import { importTexts } from './import-texts.js';

const texts = importTexts.en;
const decode = (bytes: Uint8Array) => decodeCsv(bytes, texts);
const ascii = (text: string) => Buffer.from(text, 'latin1');

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('Zoë €', 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffZoë €', 'utf8')],
    ['Windows-1252', Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x80])],
  ])('is read from %s', (_, bytes) => expect(decode(bytes)).toEqual({ text: 'Zoë €' }));

  it('is read from Windows-1252 with capitals that begin a UTF-8 pair elsewhere', () => {
    expect(decode(ascii('S\u00c3O PAULO'))).toEqual({ text: 'SÃO PAULO' });
  });

  it.each([
    ['an empty file', Buffer.alloc(0), texts.empty],
    ['an Excel workbook', ascii('PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml'), texts.excel],
    ['a ZIP that says nothing else', ascii('PK\u0003\u0004'), texts.excel],
    [
      'an OpenDocument spreadsheet',
      ascii('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      texts.openDocument,
    ],
    ['a zipped CSV', ascii(`PK\u0003\u0004${'\0'.repeat(26)}list.csv`), texts.zip],
    ['an old Excel workbook', ascii('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'), texts.oldExcel],
    ['a PDF', ascii('%PDF-1.7\n'), texts.pdf],
    ['UTF-16 with a little-endian mark', ascii('\u00ff\u00fes\0i\0'), texts.utf16],
    ['UTF-16 with a big-endian mark', ascii('\u00fe\u00ff\0s\0i'), texts.utf16],
    ['UTF-16 without a mark', Buffer.from('site;role', 'utf16le'), texts.utf16],
    ['a NUL in the text', ascii('site;role\0;name'), texts.binary],
    ['marked UTF-8 with a broken byte', ascii('\u00ef\u00bb\u00bfJos\u00e9'), texts.brokenText],
    ['UTF-8 and Windows-1252 together', ascii('Zo\u00c3\u00ab;Jos\u00e9;'), texts.brokenText],
  ])('is refused of %s', (_, bytes, refused) => expect(decode(bytes)).toEqual({ refused }));

  it('says of an Excel workbook what to do', () => {
    expect(texts.excel).toContain('This is an Excel workbook (.xlsx) named .csv');
  });

  it('is refused of 50 MB with both sizes, before a byte of it is looked at', () => {
    const bytes = Buffer.alloc(50 * 1024 * 1024, '%PDF-');
    expect(decode(bytes)).toEqual({ refused: 'The file is 50 MB; the limit is 5 MB.' });
  });

  it('is read up to the limit, and refused one byte above it in words that add up', () => {
    expect(refuseBySize(largestImport, texts)).toBeUndefined();
    expect(refuseBySize(largestImport + 1, texts)).toBe('The file is 5.1 MB; the limit is 5 MB.');
    expect(refuseBySize(largestImport + 1, importTexts.nl)).toBe('Het bestand is 5,1 MB; de grens is 5 MB.');
  });
});
