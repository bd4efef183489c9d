import type { Logger } from '@nestjs/common';

/** Says once what is wrong, for as long as it lasts, and once that it is over. */
export class OutageLog {
  readonly #said = new Set<string>();

  constructor(
    private readonly logger: Logger,
    private readonly relief: string,
  ) {}

  /** Another reason is said too, once. */
  begin(reason: string): void {
    if (this.#said.has(reason)) return;
    this.#said.add(reason);
    this.logger.warn(reason);
  }

  end(): void {
    if (this.#said.size === 0) return;
    this.#said.clear();
    this.logger.warn(this.relief);
  }
}
