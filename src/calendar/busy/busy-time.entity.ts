import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../../kernel/database/columns.js';
import { BusyCalendar } from './busy-calendar.entity.js';

/** Somebody is taken according to a calendar of theirs: when, and nothing else of it. */
const BusyTimeSchema = defineEntity({
  name: 'BusyTime',
  tableName: 'busy_time',
  properties: {
    calendarId: () => p.manyToOne(BusyCalendar).mapToPk().name('calendar_id').deleteRule('cascade').primary(),
    startsAt: instant().primary(),
    endsAt: instant(),
    /** The account, as in a reservation: both are asked together. */
    personId: p.uuid(),
  },
  indexes: [
    {
      name: 'busy_time_of_person',
      expression: `create index "busy_time_of_person" on "busy_time" using gist ("person_id", tstzrange("starts_at", "ends_at"))`,
    },
  ],
});
export class BusyTime extends BusyTimeSchema.class {}
BusyTimeSchema.setClass(BusyTime);
