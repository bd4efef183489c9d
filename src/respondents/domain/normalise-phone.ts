const layout = /[\s()./\u00a0\u2010-\u2013-]/g;
const fewestDigits = 6;
const mostDigits = 15;

/**
 * A phone number without its layout, in international form (E.164) where it says its country or is plainly
 * Dutch: `06 1234 5678` becomes `+31612345678`. Others keep their digits. Undefined if it is no phone number.
 */
export function normalisePhone(text: string): string | undefined {
  // "+31 (0)6" writes the trunk zero that is not dialled.
  const bare = text
    .trim()
    .replace(/^(\+|00)(\d{1,3})\s*\(0\)/, '$1$2')
    .replace(layout, '');
  const digits = bare.replace(/^\+/, '');
  if (!/^\d+$/.test(digits) || digits.length < fewestDigits || digits.length > mostDigits) return undefined;
  if (bare.startsWith('+')) return bare;
  if (bare.startsWith('00')) return `+${bare.slice(2)}`;
  if (/^0[1-9]\d{8}$/.test(bare)) return `+31${bare.slice(1)}`;
  // A spreadsheet that took a mobile number for a quantity dropped its zero, or its plus.
  if (/^6\d{8}$/.test(bare)) return `+31${bare}`;
  return /^316\d{8}$/.test(bare) ? `+${bare}` : bare;
}
