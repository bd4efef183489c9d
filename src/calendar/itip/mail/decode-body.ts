import { headerValue, withoutBlankEnd } from './mail-header.js';
import type { MailPart } from './split-mail.js';

const PADDING = 0x3d;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** What each letter of the alphabet stands for, by its code. */
const SIX_BITS: readonly (number | undefined)[] = Array.from({ length: 256 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value < 0 ? undefined : value;
});

/** Undoes the transfer encoding of a part (RFC 2045 section 6); what does not fit its encoding is passed over. */
export function decodeBody(part: MailPart): Buffer {
  const encoding = encodingOf(part);
  if (encoding.includes('base64')) return decodeBase64(part.body);
  return encoding.includes('quoted-printable')
    ? decodeQuotedPrintable(part.body)
    : Buffer.from(part.body, 'latin1');
}

/** Whether a part says that its body is anything but plain bytes. */
export const isEncoded = (part: MailPart): boolean => /base64|quoted-printable/.test(encodingOf(part));

const encodingOf = ({ header }: MailPart): string =>
  headerValue(header, 'content-transfer-encoding')?.toLowerCase() ?? '';

/**
 * Some programs end every line with padding, so each stretch up to its padding is a unit of its own; Node.js would stop at
 * the first one. Everything else that is no letter of the alphabet is passed over.
 */
export function decodeBase64(body: string): Buffer {
  const bytes = Buffer.alloc(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at);
    const value = SIX_BITS[code];
    if (code === PADDING) bits = 0;
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = held >> bits;
  }
  return bytes.subarray(0, length);
}

export function decodeQuotedPrintable(body: string): Buffer {
  const decoded = body
    .split('\n')
    .map(withoutBlankEnd)
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
