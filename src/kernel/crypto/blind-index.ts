import { createHmac } from 'node:crypto';
import { normaliseAddress } from '../text/email-address.js';
import type { CipherKey } from './key-ring.js';

/**
 * Finds a sealed e-mail address without opening any: a keyed hash (HMAC-SHA256, 32 bytes) of the
 * normalised address. The scope (a study's id) keeps one person unrecognisable across studies.
 */
export function blindIndex(address: string, { key, scope }: { key: CipherKey; scope: string }): Buffer {
  // The length keeps scope and address apart whatever characters they hold.
  return createHmac('sha256', key.secret)
    .update(`${scope.length}:${scope}:${normaliseAddress(address)}`)
    .digest();
}
