import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { FetchFailed } from './busy-fault.js';
import { isPublicAddress } from './networks.js';

/** Every address of a host name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveHost: Resolve = (host) => lookup(host, { all: true });

/**
 * The `lookup` of a connection: what it lets pass is what gets connected to, so a name that resolves otherwise a moment
 * later (DNS rebinding) gains nothing. A name with even one address that is not public is refused.
 */
export const guardedLookup =
  (resolve: Resolve, isInternal: boolean): LookupFunction =>
  (host, options, callback) => {
    resolve(host)
      .then((found) => {
        if (found.length === 0) throw new FetchFailed('address-unknown');
        if (!isInternal && !found.every(({ address }) => isPublicAddress(address)))
          throw new FetchFailed('address-forbidden');
        const [first] = found;
        if (options.all) callback(null, [...found]);
        else callback(null, first!.address, first!.family);
      })
      .catch((error: unknown) =>
        callback(error instanceof FetchFailed ? error : new FetchFailed('address-unknown'), ''),
      );
  };
