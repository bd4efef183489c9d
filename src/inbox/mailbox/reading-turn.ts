import type { MikroORM } from '@mikro-orm/postgresql';

/** What is used of a connection of the driver. */
interface Connection {
  query(sql: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly object[] }>;
  on(event: 'error' | 'end', listener: () => void): unknown;
  /** Not given back but closed, which ends its transaction. */
  release(close: true): void;
}

/** Any number that nothing else in this database locks. */
const readingLock = 7_236_495_014;

const beatMs = 5_000;
const answerMs = 8_000;
/** Longer than a pause between beats and an answer together, so that whoever is alive keeps its turn. */
const mostSilence = '20s';

/**
 * The turn to read the mailbox, which one process has at a time.
 *
 * Reading goes by turns because two readers would fetch every message twice, and where a server cannot move messages,
 * copy each of them twice. The turn is an advisory lock of PostgreSQL, not a row with an expiry: it ends in the moment in
 * which the connection of a killed process ends, and leaves nothing to clean up. It belongs to a transaction, so that it
 * holds behind a pooler of connections too. That transaction reads no table, so it holds up no vacuum, and the server
 * ends it when nobody has spoken in it for twenty seconds: a process that hangs, or whose machine has gone, loses its
 * turn as well. Whoever still handles a message in that moment does no harm: taking in a message twice changes nothing,
 * and one that has gone is passed over.
 */
export class ReadingTurn {
  readonly #connection: Connection;
  readonly #lost = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Null when another process has the turn.
   * @throws when the database does not answer.
   */
  static async take(orm: MikroORM): Promise<ReadingTurn | null> {
    const pool = await orm.em.getConnection().getNativeClient();
    const turn = new ReadingTurn((await pool.connect()) as Connection);
    const taken = await turn.#begin().catch((error: unknown) => {
      turn.end();
      throw error;
    });
    if (taken) return turn;
    turn.end();
    return null;
  }

  /** Fires when the database no longer vouches for the turn: somebody else may have it. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Lets another process have it. */
  end(): void {
    clearTimeout(this.#timer);
    this.#connection.release(true);
  }

  async #begin(): Promise<boolean> {
    for (const event of ['error', 'end'] as const) this.#connection.on(event, () => this.#lost.abort());
    await this.#ask('begin');
    await this.#ask(`set local idle_in_transaction_session_timeout = '${mostSilence}'`);
    const [row] = await this.#ask(`select pg_try_advisory_xact_lock(${readingLock}) as taken`);
    this.#beatLater();
    return row !== undefined && 'taken' in row && row.taken === true;
  }

  #beatLater(): void {
    this.#timer = setTimeout(() => {
      this.#ask('select 1').then(
        () => this.#beatLater(),
        () => this.#lost.abort(),
      );
    }, beatMs);
  }

  async #ask(sql: string): Promise<readonly object[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_done, fail) => {
      timer = setTimeout(() => fail(new Error('the database does not answer')), answerMs);
    });
    const answer = this.#connection.query(sql).finally(() => clearTimeout(timer));
    return (await Promise.race([answer, late])).rows;
  }
}
