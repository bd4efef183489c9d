const OWN_LOOKING = /^UID[^:\r\n]{0,200}:([0-9a-f]{32})[ \t]*\r?$/gim;
const MOST = 50_000;

/**
 * UIDs of a calendar that have the form of those of our invitations, 32 hexadecimal digits, to be looked up before it is
 * read. Far quicker than reading it.
 */
export function ownLookingUids(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = new Set<string>();
  for (const [, uid = ''] of text.matchAll(OWN_LOOKING)) {
    found.add(uid.toLowerCase());
    if (found.size === MOST) break;
  }
  return [...found];
}

/** Entries of our own feeds, when somebody's calendar has them too. */
export const isFeedUid = (uid: string): boolean => /@feeds?\.veldwerk$/.test(uid);
