import type { IncomingMail } from '../../src/calendar/itip/incoming-mail.js';
import { readIncomingMail } from '../../src/calendar/itip/read-incoming-mail.js';
import { base64, component, HEADER, ics, PLAIN } from './given-mail.js';

describe('an answer in bytes that are broken', () => {
  const whole = (text: string, header = 'Content-Type: text/calendar; method=REPLY') =>
    `${[...HEADER, header].join('\r\n')}\r\n\r\n${text}`;
  const withComment = ics('REPLY', ...PLAIN, 'COMMENT:Café');
  const content = async (bytes: string | Buffer): Promise<IncomingMail['content']> =>
    (await readIncomingMail(Buffer.from(bytes as string))).content;
  const expected = { kind: 'calendar', method: 'REPLY', components: [component({ comment: 'Café' })] };

  it.each([
    ['LF', whole(withComment).replaceAll('\r\n', '\n')],
    ['CR CR LF', whole(withComment).replaceAll('\r\n', '\r\r\n')],
    ['CR alone in the calendar', whole(withComment.replaceAll('\r\n', '\r'))],
    ['a byte order mark', whole(`\uFEFF${withComment}`)],
    ['a byte order mark before the mail', `\uFEFF${whole(withComment)}`],
    ['a line of mbox', `From jan@example.com Fri Oct  2 11:05:00 2026\r\n${whole(withComment)}`],
    ['NUL', whole(withComment.replace('Café', 'Ca\u0000fé'))],
    ['Latin-1', Buffer.from(whole(withComment), 'latin1')],
    [
      'a charset that nobody knows',
      whole(withComment, 'Content-Type: text/calendar; charset=x-none; method=REPLY'),
    ],
    [
      'base64 that it is not',
      whole(withComment, 'Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64'),
    ],
    ['base64 that it does not say', whole(base64(withComment))],
    [
      'base64 with rubbish',
      whole(
        base64(withComment).replace(/^.{20}/, '$&*! \r\n'),
        'Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64',
      ),
    ],
    [
      'quoted-printable that it is not',
      whole(withComment, 'Content-Type: text/calendar\r\nContent-Transfer-Encoding: quoted-printable'),
    ],
    ['no end', whole(withComment.replace(/\r\nEND:.*$/s, ''))],
    ['a folded UID with CR CR LF', whole(withComment.replace('UID:u1@', 'UID: u1\r\r\n @'))],
  ])('%s', async (_, bytes) => expect(await content(bytes)).toEqual(expected));
});
