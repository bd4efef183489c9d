import { explainMailboxFault } from './explain-mailbox-fault.js';

describe('why a mailbox is not read', () => {
  it.each([
    ['a wrong password', { authenticationFailed: true }, /refuses this user or password/],
    [
      'a refusal with a code',
      { authenticationFailed: true, serverResponseCode: 'AUTHENTICATIONFAILED' },
      /refuses this user/,
    ],
    ['a folder that is not there', { mailboxMissing: true }, /names a folder/],
    ['the folder of what is handled', { code: 'OwnFolder' }, /names a folder into which/],
    ['a folder that may only be read', { code: 'ReadOnly' }, /no message may be moved/],
    ['a certificate of nobody', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /NODE_EXTRA_CA_CERTS/],
    ['an expired certificate', { code: 'CERT_HAS_EXPIRED', tlsFailed: true }, /CERT_HAS_EXPIRED/],
    ['a certificate for another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /ALTNAME/],
    ['a port without TLS', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, /speaks no TLS/],
    ['a server without STARTTLS', { tlsFailed: true }, /no STARTTLS/],
  ])('needs a person for %s', (_what, failure, words) => {
    const fault = explainMailboxFault(failure);
    expect(fault).toEqual({ needsRepair: true, words: expect.stringMatching(words) });
    expect(fault.words).toMatch(/^IMAP_URL\b/);
  });

  it.each([
    ['nobody listens', { code: 'ECONNREFUSED' }, 'ECONNREFUSED'],
    ['the name is unknown', { code: 'ENOTFOUND' }, 'ENOTFOUND'],
    ['the server hangs', { code: 'ETIMEOUT' }, 'ETIMEOUT'],
    [
      'the user store is away',
      { authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' },
      'UNAVAILABLE',
    ],
    ['the TLS handshake hangs', { code: 'UPGRADE_TIMEOUT', tlsFailed: true }, 'UPGRADE_TIMEOUT'],
    ['it is a fault of our own', { name: 'TypeError' }, 'TypeError'],
    ['nothing is known', {}, 'unknown'],
  ])('passes when %s', (_what, failure, detail) => {
    expect(explainMailboxFault(failure)).toEqual({
      needsRepair: false,
      words: `The mailbox of IMAP_URL cannot be read (${detail}).`,
    });
  });
});
