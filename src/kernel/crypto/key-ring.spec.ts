import { deriveKeyRing, keyPurposes } from './key-ring.js';

const secret = 'x'.repeat(32);

describe('the key ring', () => {
  it('gives each purpose its own 256-bit key and fingerprint', () => {
    const keys = Object.values(deriveKeyRing(secret));
    expect(keys).toHaveLength(keyPurposes.length);
    expect(new Set(keys.map(({ secret: key }) => key.export().toString('hex'))).size).toBe(
      keyPurposes.length,
    );
    expect(new Set(keys.map(({ fingerprint }) => fingerprint.toString('hex'))).size).toBe(keyPurposes.length);
    expect(
      keys.every(({ secret: key, fingerprint }) => key.symmetricKeySize === 32 && fingerprint.length === 4),
    ).toBe(true);
  });

  it('gives the same keys for the same secret, in this release and the next', () => {
    const { vault } = deriveKeyRing(secret);
    expect(vault.secret.export().toString('hex')).toBe(
      'a4bf41af0e03f8c87e3b046bc8fca4194cb8b2d94d424e46d59cd13c5a65d3a4',
    );
    expect(vault.fingerprint.toString('hex')).toBe('86d784fc');
  });

  it('gives other keys for another secret', () => {
    expect(deriveKeyRing(`${secret}y`).vault.secret.equals(deriveKeyRing(secret).vault.secret)).toBe(false);
  });

  it('refuses a secret of 31 characters', () => {
    expect(() => deriveKeyRing('x'.repeat(31))).toThrow('at least 32');
  });
});
