import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../kernel/crypto/cipher.js';
import { Clock } from '../kernel/time/clock.js';
import { TooManyAttempts } from './auth.errors.js';

/** What an attempt is counted against; `what` keeps signing in apart from asking for a link. */
export interface Attempt {
  readonly what: 'sign-in' | 'forgot';
  readonly email: string;
  /** IP address. */
  readonly client: string;
}

const windowMinutes = 15;
const perAddress = 5;
const perClient = 30;

interface Count {
  readonly failures: number;
  readonly window_ends_at: string;
}

// One statement counts both keys, so parallel guesses can't slip past each other; a window that ended starts anew.
const countBoth = `
  insert into sign_in_attempt as a (key_hash, failures, window_ends_at) values (?, 1, ?), (?, 1, ?)
  on conflict (key_hash) do update set
    failures = case when a.window_ends_at <= ? then 1 else a.failures + 1 end,
    window_ends_at = case when a.window_ends_at <= ? then excluded.window_ends_at else a.window_ends_at end
  returning failures, window_ends_at`;

/** Limits guessing, for all processes together: 5 failures per address and 30 per client in a quarter of an hour. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt before it is tried; `succeeded` takes it back.
   * @throws TooManyAttempts when the limit of the address or of the client has been reached.
   */
  async count(attempt: Attempt): Promise<void> {
    const now = this.clock.now();
    const end = new Date(now.getTime() + windowMinutes * 60_000);
    const [address, client] = this.keysOf(attempt);
    const rows = await this.em.fork().execute<Count[]>(countBoth, [address, end, client, end, now, now]);
    const blocked = [perAddress, perClient].flatMap((limit, key) => {
      const { failures, window_ends_at } = rows[key]!;
      return failures > limit ? [secondsUntil(window_ends_at, now)] : [];
    });
    if (blocked.length > 0) throw new TooManyAttempts(Math.max(...blocked));
  }

  /** Forgets the failures of the address; those of the client stay, less this attempt. */
  async succeeded(attempt: Attempt): Promise<void> {
    const [address, client] = this.keysOf(attempt);
    const em = this.em.fork();
    await em.execute('delete from sign_in_attempt where key_hash = ?', [address]);
    await em.execute(
      'update sign_in_attempt set failures = failures - 1 where key_hash = ? and failures > 0',
      [client],
    );
  }

  async deleteEnded(): Promise<void> {
    await this.em.execute('delete from sign_in_attempt where window_ends_at <= ?', [this.clock.now()]);
  }

  private keysOf({ what, email, client }: Attempt): [Buffer, Buffer] {
    return [
      this.cipher.blindIndex(`${what}:address`, email),
      this.cipher.blindIndex(`${what}:client`, client),
    ];
  }
}

const secondsUntil = (end: string, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(end) - now.getTime()) / 1000));
