import { FetchFailed } from './busy-fault.js';

const certificateCode = /^(ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/;

/** What a failed connection or answer comes down to. `signal` is the one that ends what takes too long. */
export function explainFetchError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof FetchFailed) return error;
  if (signal.aborted) return new FetchFailed('too-slow');
  const { code } = Object(error) as { code?: unknown };
  if (typeof code !== 'string') return error;
  // What zlib cannot unpack.
  if (code.startsWith('Z_')) return new FetchFailed('server-trouble');
  return new FetchFailed(certificateCode.test(code) ? 'certificate' : 'unreachable');
}

/** Of an answer that brings no calendar. */
export function statusFault(status: number, retryAfter: string | undefined): FetchFailed {
  if (status === 401 || status === 403) return new FetchFailed('sign-in-needed');
  if (status === 404 || status === 410) return new FetchFailed('not-found');
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined;
  return new FetchFailed(status === 429 ? 'asked-too-often' : 'server-trouble', seconds);
}
