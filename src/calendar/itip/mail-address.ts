import { normaliseAddress } from '../../kernel/text/email-address.js';

const LONGEST_TEXT = 1_000;
const LONGEST_ADDRESS = 254;
const ADDRESS = /^[^\s@<>,;:"\\\p{Cc}]+@[^\s@<>,;:"'()[\]\\/?#%\p{Cc}]+$/u;
const GOOGLE = /^(g|google)mail\.com$/;

/**
 * The bare address that a calendar value or a mail header means, in lower case and with an ASCII domain, or null. Takes
 * `mailto:` in any case, doubled or missing, angle brackets, and percent-encoding (RFC 6068).
 */
export function canonicalAddress(text: string): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const inBrackets = /<([^<>]*)>[\s"']*$/.exec(text)?.[1] ?? text;
  const bare = inBrackets.replace(/^[\s<"']+|[\s>"']+$/g, '');
  const [, scheme = '', rest = ''] = /^((?:mailto:\s*)*)(.*)$/is.exec(bare) ?? [];
  const value = scheme === '' ? rest : (/^[^?]*/.exec(rest)?.[0] ?? '');
  const address = normaliseAddress(percentDecoded(value).replace(/^[\s<]+|[\s>]+$/g, ''));
  return ADDRESS.test(address) && address.length <= LONGEST_ADDRESS ? address : null;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether mail to both reaches one mailbox; at Google dots and what follows a plus make no difference. */
export function sameAddress(a: string, b: string): boolean {
  const mailbox = mailboxOf(a);
  return mailbox !== null && mailbox === mailboxOf(b);
}

function mailboxOf(text: string): string | null {
  const address = canonicalAddress(text);
  const [local = '', domain = ''] = address?.split('@') ?? [];
  if (!GOOGLE.test(domain)) return address;
  return `${local.replace(/\+.*$/, '').replaceAll('.', '')}@gmail.com`;
}
