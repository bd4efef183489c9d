import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { ImapAddress } from '../../kernel/config/imap-address.js';
import {
  ensureFolders,
  filingFolders,
  UnfitFolder,
  type Filing,
  type FilingFolders,
} from './filing-folders.js';
import { imapClient, mostBytes } from './imap-client.js';
import type { MailboxPace } from './mailbox-pace.js';

/** What is fetched of any message at first, and of one that is too long at most. */
const firstBytes = 256 * 1024;
const goodbyeMs = 2_000;
/** An IDLE that ends of its own accord within this time is none. */
const shortestIdleMs = 5_000;

export interface FetchedMessage {
  readonly raw: Uint8Array;
  /** False when it was too long: then these are its headers and its beginning. */
  readonly isWhole: boolean;
}

/** In milliseconds. */
export interface Waiting {
  /** Where the server tells of new mail by itself (IDLE, RFC 2177). */
  readonly idling: number;
  readonly otherwise: number;
}

/** One connection to the mailbox, from the moment that it can be read until it ends. */
export class ImapMailbox {
  readonly #client: ImapFlow;
  readonly #gone = new AbortController();
  readonly #folders: FilingFolders;
  #news = new AbortController();
  #refusal: string | undefined;
  #idles: boolean;

  private constructor(client: ImapFlow, folders: FilingFolders) {
    this.#client = client;
    this.#folders = folders;
    this.#idles = client.capabilities.has('IDLE');
    client.on('exists', ({ count, prevCount }) => count > prevCount && this.#news.abort());
    client.on('response', ({ response, code }) => {
      if (response !== 'OK') this.#refusal = code;
    });
    client.on('close', () => this.#gone.abort());
    if (client.isClosed) this.#gone.abort();
  }

  /** @throws an `ImapFailure`, also when `signal` fires meanwhile. */
  static async open(address: ImapAddress, pace: MailboxPace, signal: AbortSignal): Promise<ImapMailbox> {
    const client = imapClient(address, pace);
    const giveUp = () => client.close();
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await client.connect();
      const folders = filingFolders(client);
      const { path, readOnly } = await client.mailboxOpen(address.folder);
      if (Object.values(folders).includes(path)) throw new UnfitFolder('OwnFolder');
      if (readOnly) throw new UnfitFolder('ReadOnly');
      await ensureFolders(client, folders);
      return new ImapMailbox(client, folders);
    } catch (error) {
      client.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  /** Fires when the connection has ended. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Tells the UIDs of this mailbox from those that were given out before it was made anew (RFC 9051 2.3.1.1). */
  get uidValidity(): string {
    return this.#client.mailbox ? String(this.#client.mailbox.uidValidity) : '';
  }

  /** UIDs of what is in it, oldest first, without what somebody has marked as deleted. */
  async list(): Promise<readonly number[]> {
    this.#news = new AbortController();
    await this.#client.noop();
    const uids = await this.#client.search({ deleted: false }, { uid: true });
    if (!uids) throw new Error('the server does not search');
    return uids.toSorted((a, b) => a - b);
  }

  /** Null when it has gone meanwhile. Does not mark it as seen. */
  async fetch(uid: number): Promise<FetchedMessage | null> {
    const first = await this.#part(uid, firstBytes);
    if (!first) return null;
    if (first.bytes.length < firstBytes) return { raw: first.bytes, isWhole: true };
    const whole = first.size <= mostBytes ? await this.#part(uid, mostBytes) : first;
    if (!whole) return null;
    const isWhole = whole !== first && whole.bytes.length < mostBytes;
    return { raw: isWhole ? whole.bytes : first.bytes, isWhole };
  }

  /**
   * Moves a message, and marks it as seen when nobody needs to look at it. Resolves to what the server says against it
   * (RFC 5530, such as `OVERQUOTA`), or null when it was moved or had gone.
   */
  async file(uid: number, filing: Filing): Promise<string | null> {
    if (filing === 'handled')
      await this.#client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true, silent: true });
    if (await this.#move(uid, this.#folders[filing])) return null;
    // Somebody may have renamed or removed the folder since the connection was made.
    await ensureFolders(this.#client, this.#folders);
    return (await this.#move(uid, this.#folders[filing])) ? null : (this.#refusal ?? 'no code');
  }

  /** Waits for new mail, for the connection to end, for `signal`, or for so many milliseconds at most. */
  async untilNews(wait: Waiting, signal: AbortSignal): Promise<void> {
    const causes = [signal, this.#gone.signal, this.#news.signal];
    if (!this.#idles) return sleep(wait.otherwise, causes);
    const over = new AbortController();
    const since = performance.now();
    const idle = this.#client.idle().catch(() => undefined);
    void idle.then((outcome) => {
      // The next command ends it; before that, only a server that does not really know how.
      const early = performance.now() - since < shortestIdleMs;
      if (!over.signal.aborted && (outcome === false || early)) this.#idles = false;
      over.abort();
    });
    await sleep(wait.idling, [...causes, over.signal]);
    over.abort();
  }

  async close(): Promise<void> {
    const goodbye = this.#client.logout().catch(() => undefined);
    await Promise.race([goodbye, pause(goodbyeMs, undefined, { ref: false })]);
    this.#client.close();
  }

  async #part(
    uid: number,
    maxLength: number,
  ): Promise<{ readonly bytes: Buffer; readonly size: number } | null> {
    const query = { size: true, source: { start: 0, maxLength } };
    const message = await this.#client.fetchOne(String(uid), query, { uid: true });
    return message && message.source ? { bytes: message.source, size: message.size ?? 0 } : null;
  }

  /**
   * By MOVE (RFC 6851), else by COPY and an EXPUNGE of this one UID (RFC 4315). A server with neither would expunge what
   * others have marked as deleted too: there it stays marked, and is not listed any more.
   */
  async #move(uid: number, path: string): Promise<boolean> {
    this.#refusal = undefined;
    const range = String(uid);
    const { capabilities } = this.#client;
    if (capabilities.has('MOVE') || capabilities.has('UIDPLUS'))
      return Boolean(await this.#client.messageMove(range, path, { uid: true }));
    const copied = await this.#client.messageCopy(range, path, { uid: true });
    return Boolean(copied) && this.#client.messageFlagsAdd(range, ['\\Deleted'], { uid: true });
  }
}

const sleep = (ms: number, wakers: readonly AbortSignal[]): Promise<void> =>
  pause(ms, undefined, { signal: AbortSignal.any([...wakers]) }).catch(() => undefined);
