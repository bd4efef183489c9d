import { ImapFlow } from 'imapflow';
import { staysOnThisMachine, type ImapAddress } from '../../kernel/config/imap-address.js';
import type { MailboxPace } from './mailbox-pace.js';

/** A longer message is not fetched whole. */
export const mostBytes = 10 * 1024 * 1024;

/**
 * A client that has not connected yet. Without `imaps:` the password leaves this machine only after STARTTLS, whatever
 * the server says that it can do: that list travels in the clear, so whoever sits in between could shorten it.
 * Certificates are checked against Node's authorities and those of NODE_EXTRA_CA_CERTS.
 */
export function imapClient({ host, port, secure, user, password }: ImapAddress, pace: MailboxPace): ImapFlow {
  const client = new ImapFlow({
    host,
    port,
    secure,
    ...(secure || staysOnThisMachine(host) ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    clientInfo: { name: 'Veldwerk' },
    // It would log addresses and subjects.
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    disableIMAP4rev2: true,
    connectionTimeout: pace.connect,
    greetingTimeout: pace.connect,
    socketTimeout: pace.silence,
    maxLiteralSize: mostBytes + 65_536,
    maxResponseSize: 2 * mostBytes,
    maxLineLength: mostBytes,
  });
  // Without a listener it would end the process; whatever is under way fails by itself.
  client.on('error', () => undefined);
  return client;
}
