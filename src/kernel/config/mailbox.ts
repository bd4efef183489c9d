/** A sender as it stands in a mail header. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const withName = /^"?([^"<>\r\n]*?)"?\s*<([^<>\s@]+@[^<>\s@]+)>$/;
const bare = /^[^<>\s@]+@[^<>\s@]+$/;

/** Reads `Name <name@example.org>` or a bare address; undefined when it is neither. */
export function parseMailbox(text: string): Mailbox | undefined {
  const [, name, address] = withName.exec(text) ?? [];
  if (address !== undefined) return { name: name?.trim() ?? '', address };
  return bare.test(text) ? { name: '', address: text } : undefined;
}
