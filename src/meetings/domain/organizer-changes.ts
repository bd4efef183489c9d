import type { OrganizerChange } from '../../calendar/itip/next-sequence.js';
import type { MeetingChange } from './meeting-changes.js';

/**
 * What each difference means to calendars (RFC 5546 section 2.1.4). Another place may be another town, so it asks
 * again; another link, title or agenda only informs.
 */
const meanings: Readonly<Record<MeetingChange['kind'], OrganizerChange>> = {
  title: 'title',
  start: 'start',
  end: 'end',
  mode: 'mode',
  place: 'town',
  video: 'link',
  order: 'text',
  'item-added': 'text',
  'item-removed': 'text',
  'item-changed': 'text',
};

export const organizerChanges = (changes: readonly MeetingChange[]): OrganizerChange[] => [
  ...new Set(changes.map(({ kind }) => meanings[kind])),
];
