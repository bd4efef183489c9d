import type { ReadingFault } from '../itip/busy/read-busy.js';

/** Why an address gives no calendar. */
export type FetchFault =
  | 'address-unreadable'
  | 'address-scheme'
  | 'address-port'
  | 'address-forbidden'
  | 'address-unknown'
  | 'insecure-redirect'
  | 'too-many-redirects'
  | 'unreachable'
  | 'certificate'
  | 'too-slow'
  | 'sign-in-needed'
  | 'not-found'
  | 'asked-too-often'
  | 'server-trouble';

export type BusyFault = FetchFault | ReadingFault;

/** Nothing came, or nothing that may come. Holds neither the address nor anything that the other side said. */
export class FetchFailed extends Error {
  constructor(
    readonly fault: FetchFault | 'too-large',
    /** Seconds after which the other side wants to be asked again. */
    readonly retryAfter?: number,
  ) {
    super(`The calendar could not be fetched: ${fault}`);
    this.name = 'FetchFailed';
  }
}
