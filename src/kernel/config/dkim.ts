import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mailbox } from './mailbox.js';

/** With what outgoing mail is signed (RFC 6376). */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domain = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(new RegExp(`^(?:${label}\\.)+${label}$`), 'must be a domain like example.org');
const selector = z
  .string()
  .max(200)
  .regex(new RegExp(`^${label}(?:\\.${label})*$`, 'i'), 'must be one word like veldwerk2027');

/** Receivers take no shorter key for a signature (RFC 8301 3.2). */
const shortestKey = 1024;

const privateKey = z.string().transform((text, context) => {
  // Where a variable holds one line only, its line ends are written as \n.
  const pem = text.replaceAll('\\n', '\n');
  const fault = faultOf(pem);
  if (fault === undefined) return pem;
  context.addIssue({ code: 'custom', message: fault });
  return z.NEVER;
});

const privateKeyFile = z
  .string()
  .transform((path, context) => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      context.addIssue({ code: 'custom', message: `must name a file that can be read (${code})` });
      return z.NEVER;
    }
  })
  .pipe(privateKey);

/** The variables of signing, to stand among the others. */
export const dkimVariables = {
  DKIM_DOMAIN: domain
    .optional()
    .describe('Signs outgoing mail (DKIM): the domain of MAIL_FROM, or one above it. Absent: no signature.'),
  DKIM_SELECTOR: selector
    .optional()
    .describe('Name of the public key in the DNS: SELECTOR._domainkey.DOMAIN. Given with DKIM_DOMAIN.'),
  DKIM_PRIVATE_KEY: privateKey
    .optional()
    .describe('RSA key in PEM, its line ends as they are or as \\n. Given with DKIM_DOMAIN, or the file is.'),
  DKIM_PRIVATE_KEY_FILE: privateKeyFile
    .optional()
    .describe('File with that key, read at start. Given with DKIM_DOMAIN, or the key itself is.'),
};

interface DkimValues {
  readonly DKIM_DOMAIN?: string | undefined;
  readonly DKIM_SELECTOR?: string | undefined;
  readonly DKIM_PRIVATE_KEY?: string | undefined;
  readonly DKIM_PRIVATE_KEY_FILE?: string | undefined;
}

type WithSender = DkimValues & { readonly MAIL_FROM: Mailbox };

/** What must hold among them, each with the variable that is at fault if it does not. */
export const dkimRules = {
  oneKey: {
    variable: 'DKIM_PRIVATE_KEY_FILE',
    error: 'must not be given beside DKIM_PRIVATE_KEY',
    holds: ({ DKIM_PRIVATE_KEY, DKIM_PRIVATE_KEY_FILE }: DkimValues): boolean =>
      DKIM_PRIVATE_KEY === undefined || DKIM_PRIVATE_KEY_FILE === undefined,
  },
  allOrNone: {
    variable: 'DKIM_DOMAIN',
    error: 'and DKIM_SELECTOR and DKIM_PRIVATE_KEY (or DKIM_PRIVATE_KEY_FILE) must be given together',
    holds: ({ DKIM_DOMAIN, DKIM_SELECTOR, ...keys }: DkimValues): boolean => {
      const parts = [DKIM_DOMAIN, DKIM_SELECTOR, keys.DKIM_PRIVATE_KEY ?? keys.DKIM_PRIVATE_KEY_FILE];
      return parts.every((part) => part === undefined) || !parts.includes(undefined);
    },
  },
  aligned: {
    variable: 'DKIM_DOMAIN',
    error: 'must be the domain of MAIL_FROM or one above it',
    holds: ({ DKIM_DOMAIN, MAIL_FROM }: WithSender): boolean =>
      DKIM_DOMAIN === undefined || covers(DKIM_DOMAIN, MAIL_FROM),
  },
} as const;

/** Undefined without a signature; for values that have no fault. */
export function toDkimKey(values: DkimValues): DkimKey | undefined {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY, DKIM_PRIVATE_KEY_FILE } = values;
  const key = DKIM_PRIVATE_KEY ?? DKIM_PRIVATE_KEY_FILE;
  if (DKIM_DOMAIN === undefined || DKIM_SELECTOR === undefined || key === undefined) return undefined;
  return { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey: key };
}

/** Receivers align the signature with the sender's domain (RFC 7489 3.1.1). */
function covers(signing: string, { address }: Mailbox): boolean {
  const sending = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return sending === signing || sending.endsWith(`.${signing}`);
}

function faultOf(pem: string): string | undefined {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    if (asymmetricKeyType !== 'rsa') return 'must be an RSA key';
    const isLong = (asymmetricKeyDetails?.modulusLength ?? 0) >= shortestKey;
    return isLong ? undefined : `must be an RSA key of at least ${shortestKey} bits`;
  } catch {
    return 'must be a private key in PEM, without a passphrase';
  }
}
