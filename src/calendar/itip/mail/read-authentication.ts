import type { IncomingMail } from '../incoming-mail.js';
import { headerValues, type MailHeader } from './mail-header.js';

const MOST_CHARACTERS = 8_192;
const RESULT = /(?:^|;)\s*dmarc\s*=\s*([a-z]+)([^;]*)/i;
const POLICY = /\b(?:p|policy(?:\.[\w-]+)?|action)\s*=\s*o?(?:reject|quarantine)\b/i;

/**
 * What our own mail server found of DMARC (RFC 8601): the topmost Authentication-Results header that bears its name, since
 * anybody can write others below. A failure counts only where the domain asks for it to count.
 */
export function readAuthentication(
  header: MailHeader,
  authservId: string | undefined,
): IncomingMail['authentication'] {
  const ours = headerValues(header, 'authentication-results')
    .map((value) => value.slice(0, MOST_CHARACTERS))
    .find((value) => authservId !== undefined && serverOf(value) === authservId.trim().toLowerCase());
  const [, result = '', properties = ''] = RESULT.exec(ours?.replace(/^[^;]*/, '') ?? '') ?? [];
  if (result.toLowerCase() === 'pass') return 'pass';
  return result.toLowerCase() === 'fail' && POLICY.test(properties) ? 'fail' : 'unknown';
}

/** The name stands first, perhaps with a version behind it. */
const serverOf = (value: string): string | undefined => /^\s*"?([^\s;"()]+)/.exec(value)?.[1]?.toLowerCase();
