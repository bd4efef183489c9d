import { parseImapAddress, staysOnThisMachine } from './imap-address.js';

describe('the address of a mailbox', () => {
  it('has ports and a folder of its own accord', () => {
    expect(parseImapAddress('imaps://planning:geheim@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 993,
      secure: true,
      user: 'planning',
      password: 'geheim',
      folder: 'INBOX',
    });
    expect(parseImapAddress('imap://planning:geheim@mail.example.org/')).toMatchObject({
      port: 143,
      secure: false,
      folder: 'INBOX',
    });
  });

  it('decodes user, password and folder', () => {
    const url =
      'imaps://planning%40example.org:p%40ss%2Fw%25rd%3A%3F%23@[::1]:1993/Postvak/Antwoorden%20%C3%A9';
    expect(parseImapAddress(url)).toEqual({
      host: '::1',
      port: 1993,
      secure: true,
      user: 'planning@example.org',
      password: 'p@ss/w%rd:?#',
      folder: 'Postvak/Antwoorden é',
    });
  });

  it.each([
    ['another protocol', 'pop3://u:p@host/INBOX'],
    ['no user', 'imaps://host/INBOX'],
    ['no password', 'imaps://planning@host/INBOX'],
    ['no host', 'imaps:///INBOX'],
    ['a sign that should have been encoded', 'imaps://u:p@host/INBOX?x'],
    ['a broken encoding', 'imaps://u:p%zz@host/INBOX'],
    ['bytes that are no text', 'imaps://u:p%ff@host/INBOX'],
    ['a line break', 'imaps://u:p%0D%0Aa1%20LOGOUT@host/INBOX'],
    ['no URL at all', 'mail.example.org'],
  ])('is not %s', (_what, url) => expect(parseImapAddress(url)).toBeUndefined());

  it('tells this machine from others', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(staysOnThisMachine)).toBe(true);
    expect(['127.example.org', '10.0.0.1', 'localhost.example.org'].some(staysOnThisMachine)).toBe(false);
  });
});
