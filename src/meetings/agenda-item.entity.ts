import { defineEntity, p } from '@mikro-orm/core';
import { idColumn } from '../kernel/database/columns.js';
import { purposes } from './domain/meeting-content.js';
import { Meeting } from './meeting.entity.js';

/** One item on a meeting's agenda. */
const AgendaItemSchema = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  properties: {
    id: idColumn(),
    meetingId: () => p.manyToOne(Meeting).mapToPk().name('meeting_id').deleteRule('cascade'),
    position: p.integer(),
    title: p.string().length(200),
    presenter: p.string().length(200).nullable(),
    minutes: p.integer(),
    purpose: p.enum(purposes),
    note: p.text().nullable(),
  },
  indexes: [{ properties: ['meetingId', 'position'] }],
});
export class AgendaItem extends AgendaItemSchema.class {}
AgendaItemSchema.setClass(AgendaItem);
