import { request as requestHttp, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import { MAX_BYTES } from '../itip/busy/read-busy.js';
import { FetchFailed } from './busy-fault.js';
import { assertMayAsk, type CalendarAddress, type InternalHosts } from './calendar-address.js';
import { explainFetchError, statusFault } from './explain-fetch-error.js';
import { guardedLookup, resolveHost, type Resolve } from './guarded-lookup.js';
import { isPublicAddress } from './networks.js';
import { acceptedEncodings, readAnswer } from './read-answer.js';

/** What the other side said of the copy that is there already (RFC 9110 section 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchOptions {
  readonly internal: InternalHosts;
  readonly resolve?: Resolve;
  /** Of all together: every redirect and the whole body. Milliseconds. */
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
}

export interface FetchedCalendar extends Validators {
  readonly bytes: Buffer;
  readonly charset?: string | undefined;
}

const MOST_REDIRECTS = 5;
const TIMEOUT_MS = 30_000;
const LONGEST_VALIDATOR = 500;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a calendar, or `unchanged` when the other side says that the copy is still good. Only ever connects to public
 * addresses and hosts named as internal, also after a redirect; credentials stay with the origin they were given for.
 * Throws FetchFailed.
 */
export async function fetchCalendar(
  address: CalendarAddress,
  known: Validators,
  options: FetchOptions,
): Promise<FetchedCalendar | 'unchanged'> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  try {
    const answer = await follow(address, known, { ...options, signal });
    if (answer.statusCode === 304) {
      answer.resume();
      return 'unchanged';
    }
    const bytes = await readAnswer(answer, options.mostBytes ?? MAX_BYTES);
    const { etag, 'last-modified': lastModified, 'content-type': type = '' } = answer.headers;
    const charset = /;\s*charset="?([^";\s]+)/i.exec(type)?.[1];
    return { bytes, charset, etag: validator(etag), lastModified: validator(lastModified) };
  } catch (error) {
    throw explainFetchError(error, signal);
  }
}

interface Asking extends FetchOptions {
  readonly signal: AbortSignal;
}

async function follow(address: CalendarAddress, known: Validators, asking: Asking): Promise<IncomingMessage> {
  let { url } = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const isHome = url.origin === address.url.origin;
    const answer = await ask(url, headersFor(known, isHome ? address.authorization : undefined), asking);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200 || statusCode === 304) return answer;
    answer.destroy();
    if (!redirects.has(statusCode)) throw statusFault(statusCode, headers['retry-after']);
    url = nextUrl(url, headers.location, asking.internal);
  }
  throw new FetchFailed('too-many-redirects');
}

const headersFor = (known: Validators, authorization: string | undefined): OutgoingHttpHeaders => ({
  accept: 'text/calendar, */*;q=0.1',
  'accept-encoding': acceptedEncodings,
  'user-agent': 'Veldwerk',
  ...(authorization && { authorization }),
  ...(known.etag && { 'if-none-match': known.etag }),
  ...(known.lastModified && { 'if-modified-since': known.lastModified }),
});

/** An address of https leads to no address that everybody on the way can read. */
function nextUrl(from: URL, location: string | undefined, internal: InternalHosts): URL {
  const to = location === undefined ? null : URL.parse(location, from);
  if (!to) throw new FetchFailed('server-trouble');
  if (from.protocol === 'https:' && to.protocol === 'http:' && !internal.includes(to))
    throw new FetchFailed('insecure-redirect');
  to.username = '';
  to.password = '';
  return to;
}

function ask(url: URL, headers: OutgoingHttpHeaders, asking: Asking): Promise<IncomingMessage> {
  const { internal, resolve = resolveHost, signal } = asking;
  assertMayAsk(url, internal);
  const isInternal = internal.includes(url);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  // A connection of its own, never one that was opened for somebody else.
  const options = { agent: false, headers, signal, lookup: guardedLookup(resolve, isInternal) } as const;
  return new Promise((answered, failed) => {
    const asked = request(url, options, answered);
    asked.on('error', failed);
    asked.on('socket', (socket) =>
      socket.on('connect', () => {
        if (!isInternal && !isPublicAddress(socket.remoteAddress ?? ''))
          asked.destroy(new FetchFailed('address-forbidden'));
      }),
    );
    asked.end();
  });
}

/** Undefined and overlong ones are not kept. */
const validator = (text: string | undefined): string | null =>
  text !== undefined && text.length <= LONGEST_VALIDATOR ? text : null;
