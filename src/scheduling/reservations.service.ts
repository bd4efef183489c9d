import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Reservation } from './reservation.entity.js';

export interface TimeTaken {
  readonly studyId: string;
  /** The appointment, meeting or poll that takes the time. */
  readonly subjectId: string;
  readonly people: readonly string[];
  readonly start: Date;
  readonly end: Date;
  readonly status: 'held' | 'confirmed';
}

/** People's time, taken and given back; always inside the caller's transaction. */
@Injectable()
export class Reservations {
  constructor(private readonly em: EntityManager) {}

  /**
   * Takes these people's calendar locks until the transaction ends, in one order for everybody, so that two
   * transactions never wait for each other and what was checked stays true until it is written.
   */
  async lock(people: readonly string[]): Promise<void> {
    await this.em.execute(
      `select pg_advisory_xact_lock(key) from (
         select distinct hashtextextended(person, 20270104) as key from unnest(?::text[]) as person order by key
       ) as keys`,
      [toArray(people)],
    );
  }

  /** Throws what the exclusion constraint means (see `scheduling.errors.ts`) when somebody is taken already. */
  async take({ people, start, end, ...row }: TimeTaken): Promise<void> {
    for (const personId of people) {
      this.em.persist(this.em.create(Reservation, { ...row, personId, startsAt: start, endsAt: end }));
    }
    await this.em.flush();
  }

  /** Gives back whatever the subject took. */
  async release(subjectId: string): Promise<void> {
    await this.em.nativeDelete(Reservation, { subjectId });
  }
}

/** A list as PostgreSQL's array literal; ids hold nothing that would need quoting. */
const toArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;
