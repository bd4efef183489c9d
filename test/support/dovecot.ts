import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow, type FetchMessageObject } from 'imapflow';
import { ensureDebianPackages } from './debian-packages.js';
import { freePort } from './product.js';

export const mailboxUser = { user: 'planning@veldwerk.example.org', password: 'a / mailbox: of the tests?' };

/** Nobody's account: Dovecot delivers to no root. */
const nobody = 65_534;

export interface DovecotSettings {
  /** What the server says that it can do, instead of all that it can. */
  readonly capability?: string;
  /** With a certificate that its own authority has made out to `localhost`. */
  readonly tls?: boolean;
  /** Before the name of every folder but INBOX. */
  readonly prefix?: string;
}

/** A message in a folder. */
export interface Kept {
  readonly subject: string;
  readonly messageId: string;
  readonly seen: boolean;
}

/** Test files are defined only where Dovecot is, or can be installed. */
export const describeWithDovecot = (name: string, body: () => void): void => {
  const { missing } = ensureDebianPackages(['dovecot-imapd', 'openssl']);
  if (missing) describe.skip(`${name} (${missing})`, body);
  else describe(name, body);
};

/** A real IMAP server with one mailbox, in a folder of its own. */
export class Dovecot {
  /** In /tmp, because paths of sockets are short and the server's accounts must be able to enter it. */
  readonly folder = mkdtempSync('/tmp/veldwerk-dovecot-');
  #port = 0;
  #tlsPort = 0;
  #child: ChildProcess | undefined;

  static async start(settings: DovecotSettings = {}): Promise<Dovecot> {
    const server = new Dovecot();
    chmodSync(server.folder, 0o755);
    for (const name of ['run', 'state', 'mail']) mkdirSync(join(server.folder, name));
    if (isRoot) chownSync(join(server.folder, 'mail'), nobody, nobody);
    if (settings.tls) server.#makeCertificates();
    await server.restart(settings);
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** What IMAP_URL is for it. */
  url({ protocol = 'imap', folder = 'INBOX', password = mailboxUser.password } = {}): string {
    const port = protocol === 'imap' ? this.#port : this.#tlsPort;
    const [user, secret] = [mailboxUser.user, password].map(encodeURIComponent);
    const host = protocol === 'imap' ? '127.0.0.1' : 'localhost';
    return `${protocol}://${user}:${secret}@${host}:${port}/${encodeURIComponent(folder)}`;
  }

  /** The certificate of its authority. */
  get authority(): string {
    return join(this.folder, 'ca.pem');
  }

  /** Also with other settings; the mailbox and the ports stay. */
  async restart(settings: DovecotSettings = {}): Promise<void> {
    await this.stop();
    this.#port ||= await freePort();
    this.#tlsPort ||= await freePort();
    const file = join(this.folder, 'dovecot.conf');
    writeFileSync(file, this.#configuration(settings));
    const password = Buffer.from(mailboxUser.password).toString('base64');
    writeFileSync(join(this.folder, 'users'), `${mailboxUser.user}:{PLAIN.B64}${password}\n`);
    this.#child = spawn('/bin/sh', ['-c', untilEndOfInput, file], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      env: { PATH: '/usr/sbin:/usr/bin:/bin' },
    });
    await this.#untilListening();
  }

  /** Says BYE to whoever is connected, as a server does that is stopped. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    const ended = once(child, 'exit');
    child.stdin?.end();
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get log(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8');
  }

  /** A mail program that does something to the mailbox. */
  async as<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const { user, password: pass } = mailboxUser;
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: this.#port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass },
      logger: false,
    });
    await client.connect();
    return work(client).finally(() => client.logout());
  }

  append(...messages: readonly string[]): Promise<void> {
    return this.as(async (client) => {
      for (const message of messages) await client.append('INBOX', message);
    });
  }

  /** As a mail server delivers: a file that appears (https://cr.yp.to/proto/maildir.html). */
  deliver(name: string, message: string): void {
    const file = join(this.maildir(), 'new', name);
    writeFileSync(file, message);
    if (isRoot) chownSync(file, nobody, nobody);
  }

  /** Where the messages of a folder are. */
  maildir(folder = ''): string {
    return join(this.folder, 'mail', mailboxUser.user, folder === '' ? '' : `.${folder}`);
  }

  /** What is in a folder, in its order; null when there is no such folder. */
  contents(path: string): Promise<readonly Kept[] | null> {
    return this.as(async (client) => {
      if (!(await client.list()).some((folder) => folder.path === path)) return null;
      await client.mailboxOpen(path, { readOnly: true });
      if (client.mailbox && client.mailbox.exists === 0) return [];
      return (await client.fetchAll('1:*', { envelope: true, flags: true })).map(toKept);
    });
  }

  /** How many files a folder holds; asks no server. */
  count(folder = ''): number {
    return ['new', 'cur'].map((part) => filesIn(join(this.maildir(folder), part))).reduce((a, b) => a + b);
  }

  #configuration({ capability, tls = false, prefix = '' }: DovecotSettings): string {
    const { folder } = this;
    const uid = isRoot ? nobody : userInfo().uid;
    const gid = isRoot ? nobody : userInfo().gid;
    return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
${isRoot ? '' : ownAccount()}
ssl = ${tls ? 'yes' : 'no'}
${tls ? `ssl_cert = <${folder}/server.pem\nssl_key = <${folder}/server.key` : ''}
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%u
mailbox_list_index = no
${capability === undefined ? '' : `imap_capability = ${capability}`}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = .
  prefix = ${prefix}
}
service imap-login {
  inet_listener imap {
    port = ${this.#port}
  }
  inet_listener imaps {
    port = ${tls ? this.#tlsPort : 0}
  }
}
`;
  }

  #makeCertificates(): void {
    const make = (...args: string[]) => {
      const { status, stderr } = spawnSync('openssl', args, { cwd: this.folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    };
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    make(
      'req',
      '-x509',
      ...key,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-subj',
      '/CN=Authority of the tests',
    );
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const issuer = ['-CA', 'ca.pem', '-CAkey', 'ca.key'];
    make('req', '-x509', ...key, ...issuer, '-keyout', 'server.key', '-out', 'server.pem', ...names);
  }

  async #untilListening(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (this.#child?.exitCode !== null) throw new Error(`Dovecot ended:\n${this.log}`);
      if (await answers(this.#port)) return;
      await pause(25);
    }
    throw new Error(`Dovecot does not listen:\n${this.log}`);
  }
}

/**
 * Ends the whole group when the tests do, however they end: the processes that serve a mailbox each would outlive the
 * server by a while.
 */
const untilEndOfInput = `trap : TERM; dovecot -F -c "$0" & cat > /dev/null; kill 0; wait`;

const isRoot = process.getuid?.() === 0;

/** Everything runs as whoever runs the tests, who may give no process another account or root folder. */
const ownAccount = (): string => {
  const { username } = userInfo();
  const group = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim();
  const services = ['anvil', 'imap-login', 'stats'].map((name) => `service ${name} {\n  chroot =\n}`);
  return [
    `default_internal_user = ${username}`,
    `default_internal_group = ${group}`,
    `default_login_user = ${username}`,
    ...services,
  ].join('\n');
};

const toKept = ({ envelope, flags }: FetchMessageObject): Kept => ({
  subject: envelope?.subject ?? '',
  messageId: envelope?.messageId ?? '',
  seen: flags?.has('\\Seen') ?? false,
});

const filesIn = (folder: string): number => {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
};

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
