/** What a driver's error carries: a system error's code or a SQLSTATE. */
interface CodedError {
  readonly code?: string;
  readonly message?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

const unreachable = 'The database cannot be reached at';
const wrongUrl = 'DATABASE_URL does not open the database at';

const explanations: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: [unreachable, 'nothing listens there'],
  ENOTFOUND: [unreachable, 'no such host'],
  EAI_AGAIN: [unreachable, 'the host name cannot be looked up'],
  ETIMEDOUT: [unreachable, 'it does not answer'],
  EHOSTUNREACH: [unreachable, 'no route to that host'],
  ENETUNREACH: [unreachable, 'no route to that network'],
  ENOENT: [unreachable, 'no such socket'],
  '28P01': [wrongUrl, 'the user or the password is wrong'],
  '28000': [wrongUrl, 'the server refuses this user'],
  '3D000': [wrongUrl, 'there is no database of that name'],
  '53300': [unreachable, 'it has no connection left'],
  '57P03': [unreachable, 'it is still starting or stopping'],
  '42501': [wrongUrl, 'this user may not use it'],
};

/** One line saying why a connection failed; it names the host and the database, and no user or password. */
export function explainConnectionError(error: unknown, clientUrl: string): string {
  const { host, pathname } = new URL(clientUrl);
  const place = `${decodeURIComponent(host)}${pathname}`;
  const chain = errorsIn(error);
  const known = chain.map(({ code }) => explanations[code ?? '']).find(Boolean);
  if (known) return `${known[0]} ${place}: ${known[1]}.`;
  return `${unreachable} ${place}: ${explainMessage(chain.map(({ message }) => message ?? '').join(' '))}.`;
}

function explainMessage(message: string): string {
  if (/timeout/i.test(message)) return 'it does not answer';
  if (/SSL|TLS|certificate/i.test(message)) return 'no encrypted connection could be made';
  return 'what answers is not a PostgreSQL server that this program can talk to';
}

/** The error with what it wraps; a host with several addresses fails with one error for each. */
function errorsIn(error: unknown): readonly CodedError[] {
  if (typeof error !== 'object' || error === null) return [];
  const coded: CodedError = error;
  return [coded, ...errorsIn(coded.cause), ...(coded.errors ?? []).flatMap(errorsIn)];
}
