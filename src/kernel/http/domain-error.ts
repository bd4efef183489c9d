import type { Language } from '../text/language.js';

export type DomainErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'unauthenticated'
  | 'conflict'
  | 'invalid'
  | 'malformed'
  | 'gone'
  | 'too-many'
  | 'too-large'
  | 'unsupported'
  | 'unavailable';

/** One thing wrong with what was sent. `path` is dotted (`sites.3.name`); row and column count from 1, as in a sheet. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  readonly row?: number;
  readonly column?: string;
}

export interface DomainErrorDetails {
  /** What the page says; without it the page has the words of the kind. Free of personal data, like the message. */
  readonly texts?: Readonly<Record<Language, string>>;
  readonly faults?: readonly Fault[];
  /** Seconds after which trying again makes sense (Retry-After). */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/**
 * What a service throws when it refuses. The code is kebab-case and stable, because scripts rely on it; the message is
 * one English sentence for the API; neither may hold a name, an address or a token.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: DomainErrorKind;
  readonly texts?: Readonly<Record<Language, string>>;
  readonly faults?: readonly Fault[];
  readonly retryAfter?: number;

  constructor(
    readonly code: string,
    message: string,
    details: DomainErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.texts = details.texts;
    this.faults = details.faults;
    this.retryAfter = details.retryAfter;
  }
}

export class NotFound extends DomainError {
  readonly kind = 'not-found';
}

export class Forbidden extends DomainError {
  readonly kind = 'forbidden';
}

export class Unauthenticated extends DomainError {
  readonly kind = 'unauthenticated';
}

export class Conflict extends DomainError {
  readonly kind = 'conflict';
}

/** Understood, but not acceptable: 422. */
export class InvalidInput extends DomainError {
  readonly kind = 'invalid';
}

/** Not even readable as what it should be (broken JSON, an unknown query): 400. */
export class Malformed extends DomainError {
  readonly kind = 'malformed';
}

/** It existed, and no longer: an expired or withdrawn link. */
export class Gone extends DomainError {
  readonly kind = 'gone';
}

export class TooMany extends DomainError {
  readonly kind = 'too-many';
}

export class TooLarge extends DomainError {
  readonly kind = 'too-large';
}

/** A content type that nobody reads here: 415. */
export class Unsupported extends DomainError {
  readonly kind = 'unsupported';
}

export class Unavailable extends DomainError {
  readonly kind = 'unavailable';
}
