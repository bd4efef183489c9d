/** What the IMAP client tells about a failure. */
export interface ImapFailure {
  readonly name?: string;
  /** Of the client, or of Node's socket, DNS or TLS. */
  readonly code?: string | undefined;
  readonly authenticationFailed?: boolean | undefined;
  /** Response code of the server (RFC 5530). */
  readonly serverResponseCode?: string | undefined;
  readonly tlsFailed?: boolean | undefined;
  readonly mailboxMissing?: boolean | undefined;
}

export interface MailboxFault {
  /** Whether it can only be put right by a person: then trying often is no use. */
  readonly needsRepair: boolean;
  /** For the log: names the variable, never a value of it, and none of the server's own words. */
  readonly words: string;
}

/** Refusals of a login that say nothing about the password. */
const passing = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);
const certificate = /CERT|SIGNATURE|ERR_TLS/;
const handshake = /EPROTO|ERR_SSL/;

/** Why the mailbox is not read. */
export function explainMailboxFault(failure: ImapFailure): MailboxFault {
  const { name = 'unknown', code = name, serverResponseCode = '' } = failure;
  if (failure.authenticationFailed && !passing.has(serverResponseCode))
    return repair('IMAP_URL: the mail server refuses this user or password.');
  if (failure.mailboxMissing) return repair('IMAP_URL names a folder that is not in the mailbox.');
  if (code === 'OwnFolder')
    return repair(
      'IMAP_URL names a folder into which handled messages go: it must name the one they arrive in.',
    );
  if (code === 'ReadOnly') return repair('IMAP_URL names a folder out of which no message may be moved.');
  if (certificate.test(code))
    return repair(
      `IMAP_URL: the certificate of the mail server is not trusted (${code}). Name that of its authority in NODE_EXTRA_CA_CERTS.`,
    );
  if (handshake.test(code))
    return repair(`IMAP_URL: the mail server speaks no TLS there that can be used (${code}).`);
  if (failure.tlsFailed && failure.code === undefined)
    return repair(
      'IMAP_URL: the mail server is on another machine and offers no STARTTLS, so the password is not sent.',
    );
  const detail = serverResponseCode || code;
  return { needsRepair: false, words: `The mailbox of IMAP_URL cannot be read (${detail}).` };
}

const repair = (words: string): MailboxFault => ({ needsRepair: true, words });
