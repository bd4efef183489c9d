/** One entry asks for more work than any honest one does: it recurs every second, say. */
export class EntryTooOften extends Error {}

/** Bounds the work that a calendar can ask for, counted in steps, so that the bound is the same on every machine. */
export class WorkMeter {
  #left: number;
  #leftOfEntry = 0;

  constructor(
    total: number,
    private readonly perEntry: number,
  ) {
    this.#left = total;
  }

  /** A new entry may take its own share. */
  begin(): void {
    this.#leftOfEntry = this.perEntry;
  }

  /** Whether the calendar as a whole has asked for more than it may. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  get left(): number {
    return this.#left;
  }

  /** Throws EntryTooOften. */
  spend(steps: number): void {
    this.#left -= steps;
    this.#leftOfEntry -= steps;
    if (this.#leftOfEntry < 0 || this.#left < 0) throw new EntryTooOften();
  }
}
