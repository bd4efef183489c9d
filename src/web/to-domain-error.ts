import { HttpException } from '@nestjs/common';
import type { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import {
  Conflict,
  DomainError,
  Forbidden,
  Gone,
  InvalidInput,
  Malformed,
  NotFound,
  TooLarge,
  TooMany,
  Unauthenticated,
  Unavailable,
  Unsupported,
  type DomainErrorKind,
} from '../kernel/http/domain-error.js';
import { kindOf } from '../kernel/http/problem.js';
import { limitFor } from './body-limits.js';
import { isBrokenForm } from './multipart.js';

/** What the framework refuses by itself, in our words: it knows only the status. */
const byKind: Readonly<Record<DomainErrorKind, () => DomainError>> = {
  malformed: () => new Malformed('malformed-request', 'This request cannot be read.'),
  unauthenticated: () => new Unauthenticated('unauthenticated', 'Sign in first.'),
  forbidden: () => new Forbidden('forbidden', 'You may not do this.'),
  'not-found': () => new NotFound('not-found', 'There is nothing at this address.'),
  conflict: () => new Conflict('conflict', 'This was changed in the meantime.'),
  gone: () => new Gone('gone', 'This is no longer there.'),
  'too-large': () => new TooLarge('too-large', 'What was sent is too large.'),
  unsupported: () => new Unsupported('unsupported-media-type', 'This content type is not accepted here.'),
  invalid: () => new InvalidInput('invalid-input', 'What was sent is not acceptable.'),
  'too-many': () => new TooMany('too-many-requests', 'Too many requests: wait a moment.'),
  unavailable: () => new Unavailable('unavailable', 'This is not available now.'),
};

/** Anything that was thrown, as a domain error; undefined when nobody foresaw it. */
export function toDomainError(
  error: unknown,
  { constraints, contentType }: { readonly constraints: ConstraintErrors; readonly contentType?: string },
): DomainError | undefined {
  if (error instanceof DomainError) return error;
  return (
    constraints.meaningOf(error) ??
    lostUpdate(error) ??
    unstorable(error) ??
    fromFramework(error, contentType)
  );
}

/** Somebody else changed the same row first (its version column says so). */
function lostUpdate(error: unknown): DomainError | undefined {
  return error instanceof Error && error.name === 'OptimisticLockError' ? byKind.conflict() : undefined;
}

// Appendix A of PostgreSQL's manual: a NUL character, half a surrogate pair, a moment or a number out of range.
const unstorableCodes = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008']);

/** A value that every check let pass and that the database cannot hold came from whoever sent it. */
function unstorable(error: unknown): DomainError | undefined {
  const { code } = Object(error) as { code?: unknown };
  return unstorableCodes.has(String(code)) ? byKind.invalid() : undefined;
}

function fromFramework(error: unknown, contentType: string | undefined): DomainError | undefined {
  if (isBrokenForm(error)) return byKind.malformed();
  const status = statusOfFramework(error);
  if (status === 413) return tooLarge(limitFor(contentType));
  const kind = status === undefined ? undefined : kindOf(status);
  if (kind) return byKind[kind]();
  return status !== undefined && status >= 400 && status < 500 ? byKind.malformed() : undefined;
}

function tooLarge(limit: number): DomainError {
  const mebibytes = limit / 1024 ** 2;
  return new TooLarge('too-large', `What was sent is too large: the limit here is ${mebibytes} MiB.`, {
    texts: {
      nl: `Wat u stuurde is te groot: hier mag het hoogstens ${mebibytes} MB zijn.`,
      en: `What you sent is too large: at most ${mebibytes} MB is accepted here.`,
    },
  });
}

function statusOfFramework(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode, code } = Object(error) as { statusCode?: unknown; code?: unknown };
  const ofFastify = typeof code === 'string' && code.startsWith('FST_');
  return ofFastify && typeof statusCode === 'number' ? statusCode : undefined;
}
