import { fileName, splitMail } from './split-mail.js';

const split = (...lines: string[]) => splitMail(lines.join('\r\n'));
const shape = (...lines: string[]) => split(...lines).parts.map(({ type, body }) => [type, body]);
const nested = (depth: number) =>
  Array.from({ length: depth }, (_, level) => [
    ...(level === 0 ? [] : [`--b${level}`]),
    `Content-Type: multipart/mixed; boundary=b${level + 1}`,
    '',
  ]).flat();

describe('the parts of a mail', () => {
  it.each([
    ['one that is no multipart', ['From: a@b', '', 'x', ''], [['text/plain', 'x']]],
    ['only a header', ['From: a@b'], [['text/plain', '']]],
    [
      'a multipart with words around it',
      [
        'Content-Type: multipart/mixed; boundary="b c"',
        '',
        'before',
        '--b c  ',
        '',
        'x',
        'y',
        '--b c--',
        'after',
      ],
      [['text/plain', 'x\r\ny']],
    ],
    [
      'multiparts in multiparts, the inner one never closed',
      [
        'Content-Type: Multipart/Mixed; boundary=a',
        '',
        '--a',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: TEXT/HTML; charset=utf-8',
        '',
        'x',
        '--a',
        'Content-Type: text/calendar',
        '',
        'y',
        '--a--',
      ],
      [
        ['text/html', 'x'],
        ['text/calendar', 'y'],
      ],
    ],
    [
      'a boundary that begins like another one',
      ['Content-Type: multipart/mixed; boundary=a', '', '--a', '', '--ab', '--a--x', '--a', '', 'y'],
      [
        ['text/plain', '--ab\r\n--a--x'],
        ['text/plain', 'y'],
      ],
    ],
    [
      'a part without an empty line',
      ['Content-Type: multipart/mixed; boundary=a', '', '--a', 'Content-Type: text/html', '--a', '', 'y'],
      [
        ['text/html', ''],
        ['text/plain', 'y'],
      ],
    ],
    [
      'a message in a message, which stays closed',
      [
        'Content-Type: multipart/mixed; boundary=a',
        '',
        '--a',
        'Content-Type: message/rfc822',
        '',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'x',
        '--b--',
        '--a--',
      ],
      [['message/rfc822', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--']],
    ],
    [
      'a digest',
      ['Content-Type: multipart/digest; boundary=a', '', '--a', '', 'x'],
      [['message/rfc822', 'x']],
    ],
    [
      'a multipart without boundary',
      ['Content-Type: multipart/mixed', '', '--a', '', 'x'],
      [['multipart/mixed', '--a\r\n\r\nx']],
    ],
  ])('%s', (_, lines, parts) => expect(shape(...lines)).toEqual(parts));

  it.each([
    ['name=a.ics', '', 'a.ics'],
    ['name="a;b.ics"', '', 'a;b.ics'],
    ['name=a.txt', 'attachment; filename="b.ics"', 'b.ics'],
    ['', "attachment; filename*0*=utf-8''a%20; filename*1=b.ics", "utf-8''a%20b.ics"],
    ['', 'attachment; filename="a\\"b.ics" ; filename=c', 'a"b.ics'],
    ['', 'attachment', ''],
  ])('are called %s, %s', (type, disposition, name) => {
    const [part] = split(
      `Content-Type: text/x; ${type}`,
      `Content-Disposition: ${disposition}`,
      '',
      'x',
    ).parts;
    expect(fileName(part!)).toBe(name);
  });

  it('unfold their headers and pass over lines that are none', () => {
    expect(split('Subject: a', ' b', '\tc', 'no field', 'X : \u0000d', '', '').header).toEqual([
      { name: 'subject', value: 'a b c' },
      { name: 'x', value: 'd' },
    ]);
  });

  it.each([
    ['as deep as it may be', [...nested(16), '--b16', '', 'x'], null],
    ['too deep', [...nested(17), '--b17', '', 'x'], 'too-deep'],
    [
      'too many',
      ['Content-Type: multipart/mixed; boundary=a', '', ...Array.from({ length: 257 }, () => '--a\r\n')],
      'too-many-parts',
    ],
    ['a header that is too large', [`Subject: ${'x'.repeat(300_000)}`, '', 'x'], 'message-too-large'],
    [
      'many headers that are too large together',
      [
        'Content-Type: multipart/mixed; boundary=a',
        '',
        ...Array.from({ length: 200 }, () => `--a\r\nX: ${'x'.repeat(2_000)}\r\n`),
      ],
      'message-too-large',
    ],
  ])('%s', (_, lines, fault) => expect(split(...lines).fault).toBe(fault));
});
