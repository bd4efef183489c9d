import * as fc from 'fast-check';
import { deriveKeyRing } from './key-ring.js';
import { open, seal, SealBroken } from './seal.js';

const secret = 'a secret of more than thirty-two characters, é';
const key = deriveKeyRing(secret).vault;
const context = 'contact_details:1';

function faultOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return error instanceof SealBroken ? error.fault : String(error);
  }
  return undefined;
}

describe('a sealed text', () => {
  it('opens with the same key and context to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (bytes, where) => {
        const sealed = seal(Buffer.from(bytes), { key, context: where });
        expect(open(sealed, { key, context: where })).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('shows nothing of the text and differs each time', () => {
    const once = seal('Sociaal werker Zeewolde 1', { key, context });
    const again = seal('Sociaal werker Zeewolde 1', { key, context });
    expect(once.toString('latin1')).not.toContain('Zeewolde');
    expect(once.equals(again)).toBe(false);
    expect(once.subarray(17, -16).equals(again.subarray(17, -16))).toBe(false);
  });

  it('is a version, a fingerprint, a nonce, the text and a tag long', () => {
    expect(seal('12345', { key, context })).toHaveLength(1 + 4 + 12 + 5 + 16);
  });

  it('does not open in another place', () => {
    const sealed = seal('text', { key, context });
    expect(faultOf(() => open(sealed, { key, context: 'contact_details:2' }))).toBe('changed');
  });

  it('does not open when any one bit of it is changed', () => {
    const sealed = seal('text', { key, context });
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const expected = bit < 8 ? 'malformed' : bit < 40 ? 'other-key' : 'changed';
      expect(faultOf(() => open(changed, { key, context }))).toBe(expected);
    }
  });

  it('does not open when it is cut short', () => {
    const sealed = seal('text', { key, context });
    for (let length = 0; length < sealed.length; length += 1)
      expect(faultOf(() => open(sealed.subarray(0, length), { key, context }))).toMatch(/malformed|changed/);
  });

  it('says so when it was sealed with another secret', () => {
    const other = deriveKeyRing(`${secret}!`).vault;
    const sealed = seal('text', { key: other, context });
    expect(() => open(sealed, { key, context })).toThrow('sealed with another SECRET_KEY');
  });

  it('does not open under the fingerprint of a key that it was not sealed with', () => {
    const other = deriveKeyRing(`${secret}!`).vault;
    const forged = { secret: other.secret, fingerprint: key.fingerprint };
    expect(faultOf(() => open(seal('text', { key, context }), { key: forged, context }))).toBe('changed');
  });
});
