import { domainToASCII } from 'node:url';

const longestAddress = 254;
const localPart = /^[a-z0-9_][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}$/i;
const domainLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const topLevel = /^([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
// The URL parser behind domainToASCII would decode or cut at these.
const notInDomain = /[\s%/\\:?#@[\]<>^|]/;

/** One spelling per address, to compare and find by: trimmed, lower case, the domain in ASCII (IDNA). */
export function normaliseAddress(address: string): string {
  const text = address.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  if (at < 0 || notInDomain.test(domain)) return text;
  return `${text.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/**
 * Whether mail could be sent to this text: the dot-atom form of RFC 5321 with an ASCII local part and a
 * domain of at least two labels. A first character such as `=` or `+` is refused: spreadsheets run it.
 */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || notInDomain.test(text.slice(at + 1))) return false;
  const normal = normaliseAddress(text);
  const cut = normal.lastIndexOf('@');
  return (
    normal.length <= longestAddress && isLocalPart(normal.slice(0, cut)) && isDomain(normal.slice(cut + 1))
  );
}

function isLocalPart(text: string): boolean {
  return localPart.test(text) && !text.includes('..') && !text.endsWith('.');
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => domainLabel.test(label)) &&
    topLevel.test(labels.at(-1) ?? '')
  );
}
