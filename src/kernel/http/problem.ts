import type { DomainError, DomainErrorKind, Fault } from './domain-error.js';

/** An RFC 9457 problem document, as `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  /** Only for what nobody foresaw: the request to look for in the logs. */
  readonly requestId?: string;
}

/** Every kind with its status and title; the type makes leaving one out a compile error. */
const kinds: Readonly<Record<DomainErrorKind, { readonly status: number; readonly title: string }>> = {
  malformed: { status: 400, title: 'Malformed request' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict' },
  gone: { status: 410, title: 'No longer there' },
  'too-large': { status: 413, title: 'Too large' },
  unsupported: { status: 415, title: 'Unsupported content type' },
  invalid: { status: 422, title: 'Invalid input' },
  'too-many': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Unavailable' },
};

export const statusOf = (kind: DomainErrorKind): number => kinds[kind].status;

/** The kind for a status that a framework chose; undefined for statuses without a kind of their own. */
export function kindOf(status: number): DomainErrorKind | undefined {
  const known = Object.entries(kinds).find(([, value]) => value.status === status);
  return known?.[0] as DomainErrorKind | undefined;
}

export function toProblem(error: DomainError): Problem {
  const { status, title } = kinds[error.kind];
  return {
    type: `/problems/${error.code}`,
    title,
    status,
    detail: error.message,
    ...(error.faults?.length ? { errors: error.faults } : {}),
  };
}

/** What is told about a fault of our own: nothing but where to look it up. */
export function unexpectedProblem(requestId: string): Problem {
  return {
    type: '/problems/unexpected',
    title: 'Unexpected error',
    status: 500,
    detail: 'Something went wrong on our side. Nothing was changed by this request.',
    requestId,
  };
}
