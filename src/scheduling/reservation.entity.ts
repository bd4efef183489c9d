import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';

/**
 * A person's time taken, held or confirmed. The exclusion constraint makes it impossible for anybody (account,
 * respondent or board member) to be in two places, whatever the application forgot to check.
 */
const ReservationSchema = defineEntity({
  name: 'Reservation',
  tableName: 'reservation',
  properties: {
    id: idColumn(),
    studyId: p.uuid(),
    /** Account, respondent or board member; no foreign key, as it points at one of three tables. */
    personId: p.uuid(),
    startsAt: instant(),
    endsAt: instant(),
    status: p.enum(['held', 'confirmed'] as const),
    /** The appointment, meeting or poll that took the time. */
    subjectId: p.uuid(),
    createdAt: createdAt(),
  },
  checks: [
    { name: 'reservation_ends_after_start', expression: 'ends_at > starts_at' },
    {
      name: 'reservation_one_place',
      expression: `exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)`,
    },
  ],
  indexes: [{ properties: ['studyId', 'startsAt'] }, { properties: ['subjectId'] }],
});
export class Reservation extends ReservationSchema.class {}
ReservationSchema.setClass(Reservation);
