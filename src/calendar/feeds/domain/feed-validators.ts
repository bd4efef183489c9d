import { createHash } from 'node:crypto';
import { cancelledGoesAt } from './cancelled-entries.js';
import type { Validators } from './conditional-request.js';

/** Which entries a feed shows, in a few bytes: another sum means that some came, went or changed. */
export interface FeedVersion {
  readonly count: number;
  readonly sum: string;
  /** Null while there was never any entry. */
  readonly changedAt: Date | null;
  /** When the latest of those that are no longer shown was called off. */
  readonly goneCancelledAt: Date | null;
}

/** To be raised when what stands around the entries is written in another way. */
const LAYOUT = 1;

/**
 * What the feed is known by to clients. The same tag means the same bytes, whichever process answers: it depends on the
 * entries and on the feed's name alone.
 */
export function feedValidators(
  { name, changedAt }: { readonly name: string; readonly changedAt: Date },
  version: FeedVersion,
): Validators {
  const { count, sum, goneCancelledAt } = version;
  const text = JSON.stringify([LAYOUT, name, count, sum]);
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  const moments = [changedAt, version.changedAt, goneCancelledAt && cancelledGoesAt(goneCancelledAt)];
  const modifiedAt = new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
  return { etag: `"${hash}"`, modifiedAt };
}
