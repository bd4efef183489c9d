import { agendaTimes, type TimedItem } from './agenda-times.js';
import type { AgendaItemContent, MeetingContent } from './meeting-content.js';

export type TimedAgenda = readonly TimedItem<AgendaItemContent>[];

/** The agenda of one version of a meeting with its clock times. */
export function timedAgenda({ start, end, items }: MeetingContent): TimedAgenda {
  const durationMinutes = start && end ? (Date.parse(end) - Date.parse(start)) / 60_000 : 0;
  return agendaTimes({ start: start ? new Date(start) : null, durationMinutes }, items).items;
}
