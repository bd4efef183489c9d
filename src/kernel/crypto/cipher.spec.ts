import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { Cipher } from './cipher.js';
import { newLinkNonce } from './link-token.js';

const secret = 'a secret of more than thirty-two characters';
const cipher = new Cipher(secret);

describe('the cipher', () => {
  it('opens what it sealed, as bytes and as JSON', () => {
    expect(cipher.open('outbox', 'm:1', cipher.seal('outbox', 'm:1', 'é')).toString()).toBe('é');
    const details = { name: 'Ané', phone: null };
    expect(cipher.openJson('vault', 'c:1', cipher.sealJson('vault', 'c:1', details))).toEqual(details);
  });

  it('does not open one purpose with the key of another', () => {
    expect(() => cipher.open('mailbox', 'm:1', cipher.seal('outbox', 'm:1', 'x'))).toThrow(
      'another SECRET_KEY',
    );
  });

  it('shows neither the secret nor a key when it is logged', () => {
    expect(JSON.stringify(cipher)).toBe('{}');
    expect(inspect(cipher, { depth: 9, showHidden: true })).not.toMatch(/Buffer|secret of/);
  });
});

describe('a blind index', () => {
  it.each([
    ['case', 'Jan@Example.ORG'],
    ['space around', '  jan@example.org\t'],
  ])('is the same whatever the %s', (_, address) => {
    expect(cipher.blindIndex('study-1', address)).toEqual(cipher.blindIndex('study-1', 'jan@example.org'));
  });

  it('is the same for a domain in Unicode and in ASCII', () => {
    expect(cipher.blindIndex('s', 'jan@Bücher.example')).toEqual(
      cipher.blindIndex('s', 'jan@xn--bcher-kva.example'),
    );
  });

  it('differs by address, by study and by secret', () => {
    const one = cipher.blindIndex('study-1', 'jan@example.org');
    const others = [
      cipher.blindIndex('study-1', 'jane@example.org'),
      cipher.blindIndex('study-2', 'jan@example.org'),
      new Cipher(`${secret}!`).blindIndex('study-1', 'jan@example.org'),
    ];
    expect(others.filter((other) => other.equals(one))).toEqual([]);
    expect(one).toHaveLength(32);
  });

  it('keeps scope and address apart', () => {
    expect(cipher.blindIndex('a', 'b:c@d.nl')).not.toEqual(cipher.blindIndex('a:b', 'c@d.nl'));
  });
});

describe('a link token', () => {
  it('is made again from its nonce, and is 43 characters that fit a URL', () => {
    const nonce = newLinkNonce();
    const token = cipher.linkToken(nonce);
    expect(cipher.linkToken(Buffer.from(nonce))).toBe(token);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('differs for each nonce and each secret', () => {
    const nonces = Array.from({ length: 100 }, newLinkNonce);
    const tokens = nonces.map((nonce) => cipher.linkToken(nonce));
    const foreign = nonces.map((nonce) => new Cipher(`${secret}!`).linkToken(nonce));
    expect(new Set([...tokens, ...foreign]).size).toBe(200);
  });

  it('refuses a nonce of fewer than 128 bits', () => {
    expect(newLinkNonce()).toHaveLength(16);
    expect(() => cipher.linkToken(Buffer.alloc(15))).toThrow('at least 16 bytes');
  });

  it('is looked up by its SHA-256', () => {
    expect(cipher.hashToken('abc')).toEqual(createHash('sha256').update('abc').digest());
  });
});
