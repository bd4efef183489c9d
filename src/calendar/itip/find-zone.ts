import { IANAZone } from 'luxon';
import { findIana } from 'windows-iana';

const MAX_KNOWN = 2_000;
const known = new Map<string, string | undefined>();

/**
 * The IANA zone that a TZID means, or undefined when the name alone does not tell (then its VTIMEZONE decides, RFC 5545
 * section 3.2.19). Reads IANA names in any case, Windows names ("W. Europe Standard Time", CLDR windowsZones),
 * `tzone://Microsoft/Utc`, and paths that end in an IANA name (`/freeassociation.sourceforge.net/Tzfile/Europe/Amsterdam`).
 */
export function findZone(tzid: string): string | undefined {
  const name = tzid.trim().replace(/^"(.*)"$/, '$1');
  if (known.has(name)) return known.get(name);
  // Names come from strangers: a bound keeps them from piling up.
  if (known.size >= MAX_KNOWN) known.clear();
  const zone = readZone(name);
  known.set(name, zone);
  return zone;
}

function readZone(name: string): string | undefined {
  if (name === '' || name.length > 200) return undefined;
  if (/^(tzone:\/\/microsoft\/)?(utc|gmt|z)$/i.test(name)) return 'UTC';
  return ianaName(name) ?? windowsZone(name) ?? zoneAtEnd(name.split('/').filter((part) => part !== ''));
}

/** Offsets such as `+0100` are names to Intl too, but a zone of theirs has no summer time: their VTIMEZONE knows better. */
const ianaName = (name: string): string | undefined =>
  /^[a-z]/i.test(name) && IANAZone.isValidZone(name) ? name : undefined;

const windowsZone = (name: string): string | undefined =>
  findIana(name as Parameters<typeof findIana>[0])?.[0];

/** The longest end of a path that is a zone: `America/Argentina/Salta` has three parts, `Europe/Amsterdam` two. */
const zoneAtEnd = (parts: readonly string[]): string | undefined =>
  [3, 2, 1]
    .filter((count) => count < parts.length)
    .map((count) => ianaName(parts.slice(-count).join('/')))
    .find((zone) => zone !== undefined);
