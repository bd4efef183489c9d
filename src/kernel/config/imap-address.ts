/** A mailbox to read, as IMAP_URL says it. */
export interface ImapAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise it begins with STARTTLS. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  /** With the separators of the server, below its personal namespace. */
  readonly folder: string;
}

const ports = { 'imap:': 143, 'imaps:': 993 } as const;
const control = /\p{Cc}/u;

/**
 * Reads `imaps://user:password@host:993/INBOX` (RFC 5092: user, password and folder are percent-encoded UTF-8); without
 * a folder it is INBOX. Undefined when it is anything else, such as a URL without a user.
 */
export function parseImapAddress(text: string): ImapAddress | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (!isImap(protocol) || hostname === '' || search !== '' || hash !== '') return undefined;
  const texts = [username, password, pathname.replace(/^\//, '')].map(decoded);
  const [user, secret, folder] = texts;
  if (!user || !secret || folder === undefined || texts.some((one) => control.test(one ?? '')))
    return undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? ports[protocol] : Number(port),
    secure: protocol === 'imaps:',
    user,
    password: secret,
    folder: folder || 'INBOX',
  };
}

/** Whether the connection never leaves this machine, so that nobody on a network can listen in. */
export const staysOnThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

const isImap = (protocol: string): protocol is keyof typeof ports => protocol in ports;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
