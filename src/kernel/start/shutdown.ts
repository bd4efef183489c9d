interface Step {
  readonly what: string;
  readonly close: () => Promise<unknown>;
}

/** How long one part may take to close, so that an open connection never keeps the program alive. */
const patienceMs = 10_000;

/** What has been opened, to be closed in the opposite order. */
export class Shutdown {
  readonly #steps: Step[] = [];
  #underWay: Promise<void> | undefined;

  add(what: string, close: () => Promise<unknown>): void {
    this.#steps.push({ what, close });
  }

  get isUnderWay(): boolean {
    return this.#underWay !== undefined;
  }

  run(): Promise<void> {
    this.#underWay ??= this.#closeAll();
    return this.#underWay;
  }

  /** The first signal closes everything and ends with exit code 0; a second one does not wait for that. */
  onSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (this.#underWay) process.exit(1);
        void this.run().then(() => process.exit(0));
      });
    }
  }

  /** A part that everything stands on has gone: closes the rest and fails, unless it went because we are closing. */
  unlessUnderWay(reason: string): void {
    if (this.#underWay) return;
    process.stderr.write(`${reason}\n`);
    void this.run().then(() => process.exit(1));
  }

  async #closeAll(): Promise<void> {
    for (const { what, close } of this.#steps.toReversed()) {
      await withPatience(close()).catch((error: unknown) => {
        process.stderr.write(
          `Closing the ${what} failed: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      });
    }
  }
}

function withPatience(closing: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_done, fail) => {
    timer = setTimeout(() => fail(new Error('it takes too long')), patienceMs);
  });
  return Promise.race([closing, late]).finally(() => clearTimeout(timer));
}
