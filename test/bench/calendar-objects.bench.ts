import { writeRequest } from '../../src/calendar/itip/write-calendar-object.js';
import type { InvitationEntry } from '../../src/calendar/itip/calendar-entry.js';
import { compare, rateFor, type Line } from './measure.js';
import { plainInvitation } from './plain-invitation.js';

const start = new Date('2027-02-02T09:00:00Z');

const entry: InvitationEntry = {
  uid: '6f1d0c3a9b8e47d2a5c4e3f2b1a09d8c',
  sequence: 0,
  stampedAt: new Date('2027-01-04T08:00:00Z'),
  start,
  end: new Date(start.getTime() + 3_600_000),
  zone: 'Europe/Amsterdam',
  summary: 'Interview Sociale teams en de politie',
  description: 'Het gesprek duurt ongeveer een uur. '.repeat(12),
  location: 'Raadhuisstraat 1, 3891 ER Zeewolde',
  organizer: { name: 'Veldwerk', address: 'planning@localhost' },
  attendee: { name: 'Persoon Een', address: 'persoon1@example.org', partstat: 'NEEDS-ACTION' },
  status: 'CONFIRMED',
};

/** One invitation written: what the checks on text and the folding of lines cost. */
export async function calendarObjectsBench(): Promise<Line[]> {
  return [
    await compare({
      path: 'Calendar objects, one invitation',
      against: 'ical-generator with luxon',
      ours: () => rateFor(200, () => writeRequest(entry)),
      theirs: () => rateFor(200, () => plainInvitation(entry)),
    }),
  ];
}
