import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../time/clock.js';
import { LedgerEntry } from './ledger-entry.entity.js';

export interface LedgerFact {
  readonly studyId: string | null;
  /** `noun.verb` in the past tense, e.g. `appointment.booked`. */
  readonly kind: string;
  readonly actorId?: string | null;
  readonly subjectId?: string | null;
  /** Free of personal data: ids, codes, pseudonyms, instants, numbers. */
  readonly data?: Record<string, unknown>;
}

/** Records what happened, in the transaction that makes it happen. */
@Injectable()
export class Ledger {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Persists without flushing: the caller's transaction decides. */
  append(fact: LedgerFact): void {
    this.em.persist(
      this.em.create(LedgerEntry, {
        studyId: fact.studyId,
        at: this.clock.now(),
        kind: fact.kind,
        actorId: fact.actorId ?? null,
        subjectId: fact.subjectId ?? null,
        data: fact.data ?? {},
      }),
    );
  }
}
