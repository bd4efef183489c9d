import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { dkimRules, dkimVariables, toDkimKey, type DkimKey } from './dkim.js';
import { EnvFaults, type EnvFault } from './env-faults.js';
import { parseImapAddress } from './imap-address.js';
import { parseMailbox, type Mailbox } from './mailbox.js';

/** Everything the environment settles, before a secret or a database was made for it. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Base of every link in mail, without a slash at its end. */
  readonly publicUrl: string;
  /** Absent when the database is the embedded one. */
  readonly databaseUrl?: string;
  readonly embedded: boolean;
  /** Absolute path. */
  readonly dataDir: string;
  /** Absent only when embedded: then it is generated. */
  readonly secretKey?: string;
  /** Absent: mail is captured. */
  readonly smtpUrl?: string;
  readonly mailFrom: Mailbox;
  /** Absent: mail leaves unsigned, for the server to sign or not. */
  readonly dkim?: DkimKey;
  /** What `parseImapAddress` reads. Absent: no mailbox is read. */
  readonly imapUrl?: string;
  /** Absent: no Authentication-Results header of an incoming mail is believed. */
  readonly authservId?: string;
  readonly adminEmail?: string;
  readonly adminPassword?: string;
  readonly exampleStudy: boolean;
  readonly logLevel: LogLevel;
  /** Addresses or networks whose X-Forwarded-For is believed, separated by commas. */
  readonly trustedProxy?: string;
  /** `host` or `host:port` within the organisation that calendars may be fetched from. */
  readonly busyCalendarInternalHosts?: readonly string[];
}

/** The environment completed by the start: the database that runs and the secret that was found or made. */
export interface Config extends Environment {
  readonly databaseUrl: string;
  readonly secretKey: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const urlWith = (protocols: RegExp, message: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), message);

const databaseUrl = urlWith(
  /^postgres(ql)?:$/,
  'must look like postgres://user:password@host:5432/database',
).refine(
  (text) => URL.canParse(text) && new URL(text).pathname.length > 1,
  'must end in the name of a database, as in postgres://host/veldwerk',
);

const port = z
  .string()
  .regex(/^\d+$/, 'must be a whole number from 1 to 65535')
  .transform(Number)
  .refine((n) => n >= 1 && n <= 65535, 'must be a whole number from 1 to 65535');

/** `10.0.0.0/8`, `::1`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.trim().split('/');
  const width = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= width))
  );
}

const mailFrom = z.string().transform((text, context) => {
  const mailbox = parseMailbox(text);
  if (mailbox) return mailbox;
  context.addIssue({ code: 'custom', message: 'must look like Name <name@example.org>' });
  return z.NEVER;
});

const internalHosts = z.string().transform((text, context) => {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase());
  if (hosts.every((host) => /^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/.test(host))) return hosts;
  context.addIssue({ code: 'custom', message: 'must be hosts, such as cloud.intra or cloud.intra:8444' });
  return z.NEVER;
});

const yesOrNo = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((text) => text === 'true' || text === '1');

/** Said while each of the variables concerned is right by itself. */
const amongDkim = ({ variable, error }: { readonly variable: string; readonly error: string }) => ({
  path: [variable],
  error,
  when: (payload: z.core.ParsePayload) =>
    !payload.issues.some((issue) => /^(DKIM_|MAIL_FROM$)/.test(String(issue.path?.[0]))),
});

/** The variables, each with its meaning as it stands in the README. */
const schema = z
  .object({
    PORT: port.default(3000).describe('Port it listens on. Default 3000.'),
    HOST: z
      .string()
      .optional()
      .describe('Address it listens on. Default 127.0.0.1 with the embedded database, else 0.0.0.0.'),
    PUBLIC_URL: urlWith(/^https?:$/, 'must look like https://veldwerk.example.org')
      .optional()
      .describe('Base of every link in mail. Default http://localhost:PORT.'),
    DATABASE_URL: databaseUrl
      .optional()
      .describe('PostgreSQL 15 or newer. Absent: an embedded PostgreSQL in DATA_DIR.'),
    DATA_DIR: z.string().default('./var').describe('Embedded database and generated secret. Default ./var.'),
    SECRET_KEY: z
      .string()
      .min(32, 'must be at least 32 characters')
      .optional()
      .describe(
        'Encrypts the vault and signs links. Generated in DATA_DIR when embedded, required otherwise.',
      ),
    SMTP_URL: urlWith(/^smtps?:$/, 'must look like smtp://user:password@host:587')
      .optional()
      .describe('Where mail goes out. Absent: mail is captured and shown at /mailbox.'),
    MAIL_FROM: mailFrom
      .default({ name: 'Veldwerk', address: 'planning@localhost' })
      .describe('Sender and organizer. Default Veldwerk <planning@localhost>.'),
    ...dkimVariables,
    IMAP_URL: z
      .string()
      .refine(
        (text) => parseImapAddress(text) !== undefined,
        'must look like imaps://user:password@host/INBOX, with special characters percent-encoded',
      )
      .optional()
      .describe('Mailbox where calendar answers arrive. Absent: none is read.'),
    AUTHSERV_ID: z
      .string()
      .regex(/^[A-Za-z0-9._-]+$/, 'must be a name such as mail.example.org')
      .optional()
      .describe(
        'Name that the own mail server writes into Authentication-Results (RFC 8601). Absent: such headers are not believed.',
      ),
    ADMIN_EMAIL: z
      .email('must be an e-mail address')
      .optional()
      .describe('Address of the first owner, created once. Printed at start when embedded.'),
    ADMIN_PASSWORD: z
      .string()
      .min(8, 'must be at least 8 characters')
      .optional()
      .describe('Password of the first owner. Generated and printed at start when embedded.'),
    EXAMPLE_STUDY: yesOrNo
      .optional()
      .describe('Load the example study. Default true with the embedded database, else false.'),
    TRUSTED_PROXY: z
      .string()
      .refine(
        (text) => text.split(',').every(isNetwork),
        'must be addresses or networks, such as 127.0.0.1 or 10.0.0.0/8',
      )
      .optional()
      .describe('The proxy in front: addresses or networks whose X-Forwarded-For is believed. Absent: none.'),
    BUSY_CALENDAR_INTERNAL_HOSTS: internalHosts
      .optional()
      .describe(
        'Hosts in your own network that busy times may be fetched from, such as cloud.intra, cloud.intra:8444. Absent: none.',
      ),
    LOG_LEVEL: z
      .enum(logLevels, `must be one of ${logLevels.join(', ')}`)
      .default('info')
      .describe('Least severe line that is logged. Default info.'),
  })
  .refine((env) => !env.DATABASE_URL || env.SECRET_KEY !== undefined, {
    path: ['SECRET_KEY'],
    error: 'is required when DATABASE_URL is given',
    when: (payload) => !payload.issues.some((issue) => issue.path?.[0] === 'SECRET_KEY'),
  })
  .refine((env) => !env.DATABASE_URL || !env.ADMIN_EMAIL === !env.ADMIN_PASSWORD, {
    path: ['ADMIN_EMAIL'],
    error: 'and ADMIN_PASSWORD must be given together',
    when: (payload) => !payload.issues.some((issue) => String(issue.path?.[0]).startsWith('ADMIN_')),
  })
  .refine(dkimRules.oneKey.holds, amongDkim(dkimRules.oneKey))
  .refine(dkimRules.allOrNone.holds, amongDkim(dkimRules.allOrNone))
  .refine(dkimRules.aligned.holds, amongDkim(dkimRules.aligned));

export interface VariableDescription {
  readonly name: string;
  readonly description: string;
}

/** Every variable with its meaning, in the order of the README. */
export const describeVariables = (): readonly VariableDescription[] =>
  Object.entries(schema.shape).map(([name, type]) => ({ name, description: type.description ?? '' }));

/**
 * Reads the environment once, at start. An empty variable counts as absent.
 * @throws EnvFaults naming every variable that is wrong and why, never its value.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, source[name]?.trim() || undefined]),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new EnvFaults(parsed.error.issues.map(toFault));
  return toEnvironment(parsed.data);
}

const toFault = (issue: z.core.$ZodIssue): EnvFault => ({
  variable: String(issue.path[0]),
  reason: issue.message,
});

function toEnvironment(env: z.output<typeof schema>): Environment {
  const embedded = env.DATABASE_URL === undefined;
  return Object.freeze({
    port: env.PORT,
    host: env.HOST ?? (embedded ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL,
    embedded,
    dataDir: resolve(env.DATA_DIR),
    secretKey: env.SECRET_KEY,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    dkim: toDkimKey(env),
    imapUrl: env.IMAP_URL,
    authservId: env.AUTHSERV_ID,
    adminEmail: env.ADMIN_EMAIL,
    adminPassword: env.ADMIN_PASSWORD,
    exampleStudy: env.EXAMPLE_STUDY ?? embedded,
    logLevel: env.LOG_LEVEL,
    trustedProxy: env.TRUSTED_PROXY,
    busyCalendarInternalHosts: env.BUSY_CALENDAR_INTERNAL_HOSTS,
  });
}
