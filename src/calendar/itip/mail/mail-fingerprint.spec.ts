import { mailFingerprint } from './mail-fingerprint.js';
import { splitMail } from './split-mail.js';

const of = (text: string) => {
  const { header, body } = splitMail(text);
  return mailFingerprint(header, body, text);
};
const MAIL = 'From: jan@example.com\r\nDate: x\r\nSubject: y\r\nMessage-ID: <a@b>\r\n\r\nJa\r\n\r\nJan\r\n';
const WITHOUT_ID = MAIL.replace('Message-ID: <a@b>\r\n', '');

describe('the fingerprint of a mail', () => {
  it('is a SHA-256 in hex', () => expect(of('')).toMatch(/^[0-9a-f]{64}$/));

  it.each([
    ['other servers on the way', (mail: string) => `Received: from x\r\nX-Spam: no\r\n${mail}`],
    ['other line ends', (mail: string) => mail.replaceAll('\r\n', '\n')],
    ['doubled line ends', (mail: string) => mail.replaceAll('\r\n', '\r\r\n')],
    ['lines added at the end', (mail: string) => `${mail}\r\n\r\n`],
    ['another fold', (mail: string) => mail.replace('From: jan', 'From:\r\n jan')],
  ])('is the same with %s', (_, change) => {
    expect(of(change(MAIL))).toBe(of(MAIL));
    expect(of(change(WITHOUT_ID))).toBe(of(WITHOUT_ID));
  });

  it.each([
    ['another Message-ID', MAIL.replace('a@b', 'a@c')],
    ['another body', MAIL.replace('Ja\r\n', 'Nee\r\n')],
    ['no Message-ID', WITHOUT_ID],
    ['no Message-ID and another subject', WITHOUT_ID.replace('Subject: y', 'Subject: z')],
    ['no Message-ID and another sender', WITHOUT_ID.replace('jan@', 'piet@')],
  ])('is another one with %s', (_, other) => {
    expect(of(other)).not.toBe(of(MAIL));
    if (other !== WITHOUT_ID) expect(of(other)).not.toBe(of(WITHOUT_ID));
  });
});
