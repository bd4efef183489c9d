import { blindIndex } from './blind-index.js';
import { deriveKeyRing, type KeyPurpose, type KeyRing } from './key-ring.js';
import { hashToken, linkToken } from './link-token.js';
import { open, seal } from './seal.js';

/** The purposes that seal texts; the other keys only ever hash. */
export type SealPurpose = Exclude<KeyPurpose, 'blind-index' | 'link'>;

/** Everything the installation's secret is used for. Holds keys: never log or serialise it. */
export class Cipher {
  readonly #keys: KeyRing;

  constructor(secret: string) {
    this.#keys = deriveKeyRing(secret);
  }

  /** The context names the record, such as `contact_details:<id>`; `open` must be given the same. */
  seal(purpose: SealPurpose, context: string, data: Buffer | string): Buffer {
    return seal(data, { key: this.#keys[purpose], context });
  }

  /** Throws `SealBroken` for another SECRET_KEY, another context or a changed byte. */
  open(purpose: SealPurpose, context: string, sealed: Uint8Array): Buffer {
    return open(sealed, { key: this.#keys[purpose], context });
  }

  sealJson(purpose: SealPurpose, context: string, value: unknown): Buffer {
    return this.seal(purpose, context, JSON.stringify(value));
  }

  /** What `sealJson` was given; the seal proves that nobody changed it since, so it is not parsed again. */
  openJson<T>(purpose: SealPurpose, context: string, sealed: Uint8Array): T {
    return JSON.parse(this.open(purpose, context, sealed).toString('utf8')) as T;
  }

  /** 32 bytes that find an e-mail address within a scope (a study's id). */
  blindIndex(scope: string, address: string): Buffer {
    return blindIndex(address, { key: this.#keys['blind-index'], scope });
  }

  /** The token (43 characters) that belongs to a link's stored nonce; make nonces with `newLinkNonce`. */
  linkToken(nonce: Uint8Array): string {
    return linkToken(nonce, this.#keys.link);
  }

  hashToken(token: string): Buffer {
    return hashToken(token);
  }
}
