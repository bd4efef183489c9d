import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { CipherKey } from './key-ring.js';

const nonceLength = 16;

/** 128 random bits, stored with a capability link, from which its token can be made again. */
export function newLinkNonce(): Buffer {
  return randomBytes(nonceLength);
}

/**
 * The token of a capability link (43 base64url characters): HMAC-SHA256 of the link's nonce. Whoever has
 * the database has nonces and hashes, and without the key no token; a later mail can carry the same link.
 */
export function linkToken(nonce: Uint8Array, key: CipherKey): string {
  if (nonce.length < nonceLength)
    throw new RangeError(`A link's nonce must have at least ${nonceLength} bytes`);
  return createHmac('sha256', key.secret).update(nonce).digest('base64url');
}

/** SHA-256 (32 bytes): what is stored of a token, and what a request's token is looked up by. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
