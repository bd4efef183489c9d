const LONGEST = 998;

/** The Message-IDs in a field, with their angle brackets (RFC 5322 section 3.6.4). */
export const messageIds = (value: string): readonly string[] =>
  (value.match(/<[^<>\s]+>/g) ?? []).filter((id) => id.length <= LONGEST);

/** The one Message-ID of a message, also where a program forgot its brackets. */
export function ownMessageId(value: string | undefined): string | null {
  const [id] = messageIds(value ?? '');
  if (id !== undefined) return id;
  const bare = /^[^<>\s]{1,996}$/.exec(value ?? '')?.[0];
  return bare === undefined ? null : `<${bare}>`;
}
