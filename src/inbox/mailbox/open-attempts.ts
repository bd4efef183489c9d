import type { Filing } from './filing-folders.js';

export interface Attempt {
  /** This one included. */
  readonly tries: number;
  /** Where it goes; absent until it was taken in. */
  filing?: Filing;
}

interface Entry extends Attempt {
  tries: number;
  dueAt: number;
}

/**
 * The messages that are still in the mailbox after they were tried, for as long as this process lives. A try counts from
 * its beginning, so that a message whose fetching breaks the connection is not the first again for ever.
 */
export class OpenAttempts {
  readonly #entries = new Map<string, Entry>();

  /** `pauses` in milliseconds: before the second try and each one after it; the last one from then on. */
  constructor(private readonly pauses: readonly number[]) {}

  isDue(key: string, now: number): boolean {
    return (this.#entries.get(key)?.dueAt ?? 0) <= now;
  }

  begin(key: string, now: number): Attempt {
    const entry = this.#entries.get(key) ?? { tries: 0, dueAt: 0 };
    entry.tries += 1;
    entry.dueAt = now + (this.pauses[Math.min(entry.tries, this.pauses.length) - 1] ?? 0);
    this.#entries.set(key, entry);
    return entry;
  }

  get mostTries(): number {
    return this.pauses.length + 1;
  }

  /** The try has said nothing about the message: it may be made again at once. */
  takeBack(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.tries -= 1;
    entry.dueAt = 0;
  }

  end(key: string): void {
    this.#entries.delete(key);
  }

  /** Forgets what is no longer in the mailbox. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
  }

  /** Milliseconds until the first one is due again; Infinity when nothing is open. */
  untilNext(now: number): number {
    let next = Infinity;
    for (const { dueAt } of this.#entries.values()) next = Math.min(next, Math.max(0, dueAt - now));
    return next;
  }
}
