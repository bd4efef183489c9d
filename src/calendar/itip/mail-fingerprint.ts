import { createHash } from 'node:crypto';
import { headerValue, type MailHeader } from './mail-header.js';
import { ownMessageId } from './message-ids.js';

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
  return hash.update(content.replace(/\r+\n?/g, '\n').trimEnd(), 'latin1').digest('hex');
}
