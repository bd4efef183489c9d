import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** Everything a key is used for. Each purpose has its own key, so one purpose's text never opens another's. */
export const keyPurposes = [
  'vault',
  'outbox',
  'mailbox',
  'inbox',
  'blind-index',
  'link',
  'session',
  'idempotency',
  'calendar',
] as const;

export type KeyPurpose = (typeof keyPurposes)[number];

/** A 256-bit key with a 4-byte fingerprint that may be stored in the clear. */
export interface CipherKey {
  /** Made once: a cipher that is given bytes makes such an object at every call, which costs more than a short text. */
  readonly secret: KeyObject;
  readonly fingerprint: Buffer;
}

export type KeyRing = Readonly<Record<KeyPurpose, CipherKey>>;

export const shortestSecret = 32;

/**
 * Derives one key per purpose from the installation's secret (any text of at least 32 characters)
 * with HKDF-SHA256 (RFC 5869). HKDF does not stretch: the secret must be random, not a password.
 */
export function deriveKeyRing(secret: string): KeyRing {
  if (secret.length < shortestSecret)
    throw new RangeError(`SECRET_KEY must have at least ${shortestSecret} characters`);
  const entries = keyPurposes.map((purpose) => [purpose, deriveKey(secret, purpose)] as const);
  return Object.fromEntries(entries) as KeyRing;
}

function deriveKey(secret: string, purpose: KeyPurpose): CipherKey {
  const derive = (info: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, 'veldwerk/1', info, length));
  // The fingerprint is an output of its own, so it says nothing about the key.
  return {
    secret: createSecretKey(derive(`key:${purpose}`, 32)),
    fingerprint: derive(`fingerprint:${purpose}`, 4),
  };
}
