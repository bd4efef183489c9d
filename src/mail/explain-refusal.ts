/** Why a mail did not arrive, as far as a person can do something about it. */
export type RefusalReason =
  | 'unknown-address'
  | 'unknown-domain'
  | 'mailbox-full'
  | 'mailbox-closed'
  | 'too-large'
  | 'not-trusted'
  | 'put-off'
  | 'unreachable'
  | 'unreadable'
  | 'refused';

/** Enhanced status codes (RFC 3463, the registry of RFC 5248), the first that fits; then bare reply codes (RFC 5321 4.2). */
const rules: readonly (readonly [RegExp, RefusalReason])[] = [
  [/SECRET_KEY|sealed text/, 'unreadable'],
  [/\b[45]\.(1\.2|4\.4)\b/, 'unknown-domain'],
  [/\b5\.(1\.(0|1|3|6|10)|4\.1)\b/, 'unknown-address'],
  [/\b[45]\.2\.2\b/, 'mailbox-full'],
  [/\b5\.2\.1\b/, 'mailbox-closed'],
  [/\b5\.(2\.3|3\.4)\b/, 'too-large'],
  [/\b5\.7\.\d+\b/, 'not-trusted'],
  [/^E[A-Z0-9]+$|^421\b|^5(30|34|35)\b/, 'unreachable'],
  [/^4\d\d\b/, 'put-off'],
  [/^55[01]\b/, 'unknown-address'],
  [/^552\b/, 'mailbox-full'],
];

/** What the words of a server, or the code of a connection's fault, come down to. */
export const explainRefusal = (words: string): RefusalReason =>
  rules.find(([pattern]) => pattern.test(words))?.[1] ?? 'refused';
