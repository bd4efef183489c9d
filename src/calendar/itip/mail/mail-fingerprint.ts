import { createHash } from 'node:crypto';
import { headerValue, type MailHeader } from './mail-header.js';
import { ownMessageId } from './message-ids.js';

const [CR, LF] = [0x0d, 0x0a];

/**
 * Equal for the same message, whichever servers and mailboxes it came through: of Message-ID, else From, Date and
 * Subject, and of the body without its kind of line ends. Of all there is where none of these stand. Hex SHA-256.
 */
export function mailFingerprint(header: MailHeader, body: string, message: string): string {
  const id = ownMessageId(headerValue(header, 'message-id'));
  const names =
    id === null ? ['from', 'date', 'subject'].map((name) => headerValue(header, name) ?? '') : [id];
  const content = names.some((name) => name !== '') ? body : message;
  const hash = createHash('sha256').update(JSON.stringify(names.map((name) => name.replace(/\s+/g, ' '))));
  return hash.update(withPlainLines(content)).digest('hex');
}

/** Every kind of line end becomes a line feed; those at the end of the body go. In place, for the sake of large mails. */
function withPlainLines(body: string): Uint8Array {
  const bytes = Buffer.from(body.trimEnd(), 'latin1');
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const isEndOfMore = bytes[at] === CR && (bytes[at + 1] === CR || bytes[at + 1] === LF);
    if (!isEndOfMore) bytes[length++] = bytes[at] === CR ? LF : (bytes[at] ?? 0);
  }
  return bytes.subarray(0, length);
}
