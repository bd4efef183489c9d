import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token that a session's forms carry: HMAC-SHA256 keyed with the session's own secret, which only the cookie
 * holds. It needs no storage, changes at every sign-in, and says nothing about the session's token.
 */
export const csrfTokenFor = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('form').digest('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever was given. */
export const sameToken = (expected: string, given: unknown): boolean =>
  typeof given === 'string' && timingSafeEqual(digest(expected), digest(given));
