import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { CipherKey } from './key-ring.js';

const version = 1;
const headerLength = 5;
const nonceLength = 12;
const tagLength = 16;

export interface SealOptions {
  readonly key: CipherKey;
  /** Where the text belongs, such as `contact_details:<id>`: it opens nowhere else. */
  readonly context: string;
}

export type SealFault = 'malformed' | 'other-key' | 'changed';

const faultTexts: Record<SealFault, string> = {
  malformed: 'This is not a sealed text of a known version',
  'other-key': 'This was sealed with another SECRET_KEY',
  changed: 'This sealed text was changed, or belongs to another record',
};

/** A sealed text that does not open; the message never holds what was sealed. */
export class SealBroken extends Error {
  constructor(readonly fault: SealFault) {
    super(faultTexts[fault]);
    this.name = 'SealBroken';
  }
}

/**
 * Encrypts with AES-256-GCM under a random nonce.
 * Layout: version (1 byte), key fingerprint (4), nonce (12), ciphertext, tag (16). Version, fingerprint
 * and context are authenticated, so a sealed text cannot be moved to another record.
 */
export function seal(plaintext: Buffer | string, { key, context }: SealOptions): Buffer {
  const header = Buffer.concat([Buffer.of(version), key.fingerprint]);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(authenticated(header, context));
  const body = [cipher.update(bufferOf(plaintext)), cipher.final()];
  return Buffer.concat([header, nonce, ...body, cipher.getAuthTag()]);
}

/** The plaintext of `seal`; throws `SealBroken` for another key, another context or a changed byte. */
export function open(sealed: Uint8Array, { key, context }: SealOptions): Buffer {
  const buffer = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (buffer.length < headerLength + nonceLength + tagLength || buffer[0] !== version)
    throw new SealBroken('malformed');
  const header = buffer.subarray(0, headerLength);
  if (!header.subarray(1).equals(key.fingerprint)) throw new SealBroken('other-key');
  return decrypt(buffer, { key, aad: authenticated(header, context) });
}

function decrypt(buffer: Buffer, { key, aad }: { key: CipherKey; aad: Buffer }): Buffer {
  const nonce = buffer.subarray(headerLength, headerLength + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: tagLength })
    .setAAD(aad)
    .setAuthTag(buffer.subarray(-tagLength));
  try {
    return Buffer.concat([
      decipher.update(buffer.subarray(headerLength + nonceLength, -tagLength)),
      decipher.final(),
    ]);
  } catch {
    throw new SealBroken('changed');
  }
}

function authenticated(header: Buffer, context: string): Buffer {
  return Buffer.concat([header, Buffer.from(context, 'utf8')]);
}

function bufferOf(plaintext: Buffer | string): Buffer {
  return typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext;
}
