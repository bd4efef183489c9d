import { readWords } from './read-words.js';
import { splitMail } from './split-mail.js';

const bytes = (text: string) => Buffer.from(text).toString('latin1');
const read = (...lines: string[]) => readWords(splitMail(['From: a@b', ...lines].join('\r\n')).parts);
const alternative = (...parts: string[][]) =>
  read(
    'Content-Type: multipart/alternative; boundary=b',
    '',
    ...parts.flatMap((part) => ['--b', ...part]),
    '--b--',
  );
const html = (text: string) => ['Content-Type: text/html', '', text];

describe('the words of a mail', () => {
  it.each([
    ['UTF-8', ['', bytes('Café ☕')], 'Café ☕'],
    [
      'UTF-8 that says Latin-1',
      ['Content-Type: text/plain; charset=iso-8859-1', '', bytes('Café ☕')],
      'Café ☕',
    ],
    ['Latin-1', ['', 'Café à'], 'Café à'],
    ['UTF-8 with a character cut in two', ['', `${bytes('Café ☕')} \xe2\x98`], 'Café ☕ \ufffd'],
    [
      'quoted-printable',
      ['Content-Transfer-Encoding: quoted-printable', '', 'Caf=C3=A9 =', 'zo=0D=0Aja=  '],
      'Café zo\nja',
    ],
    [
      'quoted-printable that is broken',
      ['Content-Transfer-Encoding: quoted-printable', '', 'a=b =C3=A9 =4'],
      'a=b é =4',
    ],
    [
      'base64 with padding in the middle',
      ['Content-Transfer-Encoding: BASE64', '', 'SmE=', 'IGhvb3I='],
      'Ja hoor',
    ],
    [
      'a charset that nobody knows',
      ['Content-Type: text/plain; charset="x-none"', '', bytes('Café')],
      'Café',
    ],
    [
      'lines that a program broke',
      ['Content-Type: text/plain; format=flowed; delsp=no', '', 'een ', 'twee', ' drie'],
      'een twee\ndrie',
    ],
    ['no words', ['', ''], ''],
  ])('are read in %s', (_, lines, words) => expect(read(...lines)).toBe(words));

  it('come from the plain text where there is some', () => {
    expect(alternative(['', 'Ja'], html('<p>Nee</p>'))).toBe('Ja');
    expect(alternative(['', '> quoted'], ['', ''], html('<p>Caf&eacute;</p>'))).toBe('Café');
  });

  it('are not those of an attachment or of a message inside', () => {
    expect(
      alternative(['Content-Disposition: attachment', '', 'x'], ['Content-Type: message/rfc822', '', 'x']),
    ).toBe('');
  });

  it('are at most 2,000 characters', () => {
    expect(read('', 'a'.repeat(1_000_000))).toBe('a'.repeat(2_000));
    expect(read('', bytes('☕\n').repeat(200_000))).toBe('☕\n'.repeat(1_000).trimEnd());
  });
});
