import { headerValue } from './mail-header.js';
import type { MailPart } from './split-mail.js';

/** Undoes the transfer encoding of a part (RFC 2045 section 6); what does not fit its encoding is passed over. */
export function decodeBody(part: MailPart): Buffer {
  const encoding = headerValue(part.header, 'content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding.includes('base64')) return decodeBase64(part.body);
  return encoding.includes('quoted-printable')
    ? decodeQuotedPrintable(part.body)
    : Buffer.from(part.body, 'latin1');
}

/** Some programs end every line with padding, so each stretch up to its padding is a unit of its own. */
export function decodeBase64(body: string): Buffer {
  const letters = body.replace(/[^A-Za-z0-9+/=]+/g, '');
  const bytes = Buffer.alloc(letters.length);
  let length = 0;
  for (const unit of letters.split(/=+/)) length += bytes.write(unit, length, 'base64');
  return bytes.subarray(0, length);
}

export function decodeQuotedPrintable(body: string): Buffer {
  const decoded = body
    .split('\n')
    .map((line) => line.trimEnd())
    .map((line) => (line.endsWith('=') ? line.slice(0, -1) : `${line}\r\n`))
    .join('')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(decoded, 'latin1');
}

/**
 * Whether text can be quoted-printable at all: every `=` begins a code or ends a line, and at least one is what only
 * this encoding writes. A calendar object that was not encoded has parameters such as `CN=Jan`.
 */
export const isQuotedPrintable = (body: string): boolean =>
  /=(3D|0D=0A|\r?\n)/i.test(body) && !/=(?![0-9A-F]{2}|\s|$)/i.test(body);
