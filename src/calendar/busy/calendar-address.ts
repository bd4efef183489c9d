import { isIP } from 'node:net';
import { FetchFailed } from './busy-fault.js';
import { isPublicAddress } from './networks.js';

/** Where a calendar is fetched, with the credentials that its address held apart from it. */
export interface CalendarAddress {
  /** Without user information and fragment. */
  readonly url: URL;
  /** For the Authorization header; only ever sent to the origin of this address. */
  readonly authorization?: string | undefined;
}

const LONGEST = 2_000;
const usualPorts = new Set(['80', '443', '8080', '8443']);

/**
 * An address as a person pastes it: `webcal` means `https`, user information becomes Basic authentication (RFC 7617).
 * Throws FetchFailed.
 */
export function parseAddress(text: string): CalendarAddress {
  const typed = text.trim().replace(/^webcals?:/i, 'https:');
  const url = typed.length <= LONGEST ? URL.parse(typed) : null;
  if (!url) throw new FetchFailed('address-unreadable');
  const { username, password } = url;
  const authorization = username || password ? basic(username, password) : undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url, authorization };
}

/** Hosts within the organisation that calendars may be fetched from, as `BUSY_CALENDAR_INTERNAL_HOSTS` lists them. */
export class InternalHosts {
  readonly #hosts: ReadonlySet<string>;

  constructor(hosts: readonly string[] = []) {
    this.#hosts = new Set(hosts.map((host) => host.toLowerCase()));
  }

  includes(url: URL): boolean {
    return this.#hosts.has(url.hostname) || this.includesPort(url);
  }

  /** Named with this very port. */
  includesPort(url: URL): boolean {
    return this.#hosts.has(`${url.hostname}:${portOf(url)}`);
  }
}

/** Throws FetchFailed for a scheme, port or literal address that is never asked; names are judged when they resolve. */
export function assertMayAsk(url: URL, internal: InternalHosts): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new FetchFailed('address-scheme');
  if (!usualPorts.has(portOf(url)) && !internal.includesPort(url)) throw new FetchFailed('address-port');
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) > 0 && !isPublicAddress(literal) && !internal.includes(url))
    throw new FetchFailed('address-forbidden');
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

function basic(username: string, password: string): string {
  const text = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(text, 'utf8').toString('base64')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
