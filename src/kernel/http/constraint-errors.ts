import { Injectable } from '@nestjs/common';
import type { DomainError } from './domain-error.js';

/**
 * What a violated database constraint means to the person who ran into it, by the constraint's name. Checks in the
 * application come first and explain better; this is for the race that got past them.
 */
@Injectable()
export class ConstraintErrors {
  readonly #meanings = new Map<string, () => DomainError>();

  register(constraint: string, meaning: () => DomainError): void {
    if (this.#meanings.has(constraint)) throw new Error(`Constraint ${constraint} was given two meanings`);
    this.#meanings.set(constraint, meaning);
  }

  /** The domain error for what a database driver threw, looking through its causes; undefined when it isn't one. */
  meaningOf(error: unknown): DomainError | undefined {
    for (let fault = error, depth = 0; fault instanceof Error && depth < 5; fault = fault.cause, depth++) {
      const constraint = (fault as { constraint?: unknown }).constraint;
      if (typeof constraint === 'string') return this.#meanings.get(constraint)?.();
    }
    return undefined;
  }
}
