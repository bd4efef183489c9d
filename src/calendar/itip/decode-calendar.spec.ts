import { decodeCalendar } from './decode-calendar.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('the text of a calendar object', () => {
  it.each([
    ['CRLF', 'A:1\r\nB:2\r\n', 'A:1\nB:2\n'],
    ['LF', 'A:1\nB:2\n', 'A:1\nB:2\n'],
    ['CR alone', 'A:1\rB:2\r', 'A:1\nB:2\n'],
    ['CR CR LF', 'A:1\r\r\nB:2', 'A:1\nB:2'],
    ['folds', 'A:on\r\n e\r\n\ttwo', 'A:onetwo'],
    ['folds after CR CR LF', 'UID:ab\r\r\n cd', 'UID:abcd'],
    ['a byte order mark', '\uFEFFA:1', 'A:1'],
    ['NUL and bells', 'A:\u00001\u0007', 'A:1'],
    ['nothing', '', ''],
  ])('is read with %s', (_, written, read) => expect(decodeCalendar(bytes(written))).toBe(read));

  it('joins a character that a fold broke', () => {
    const [first, second] = [bytes('é').subarray(0, 1), bytes('é').subarray(1)];
    expect(decodeCalendar(Buffer.concat([bytes('A:'), first, bytes('\r\n '), second]))).toBe('A:é');
  });

  it.each([
    ['windows-1252 that says so', bytes('A:\x80é', 'latin1'), 'windows-1252', 'A:€é'],
    ['Latin-1 that says nothing', bytes('A:é', 'latin1'), undefined, 'A:é'],
    ['UTF-8 that says Latin-1', bytes('A:é€'), 'iso-8859-1', 'A:é€'],
    ['a charset that nobody knows', bytes('A:é'), 'x-unknown', 'A:é'],
    [
      'ISO-2022-JP',
      Buffer.from([0x41, 0x3a, 0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42]),
      'iso-2022-jp',
      'A:あ',
    ],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('A:é\r\n b', 'utf16le')]),
      undefined,
      'A:éb',
    ],
  ])('is read in %s', (_, written, charset, read) => expect(decodeCalendar(written, charset)).toBe(read));
});
