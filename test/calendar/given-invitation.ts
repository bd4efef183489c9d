import type { InvitationEntry } from '../../src/calendar/itip/calendar-entry.js';

/** A respondent's interview on a winter afternoon, as it is first sent; a test changes what it is about. */
export function givenInvitation(changes: Partial<InvitationEntry> = {}): InvitationEntry {
  return {
    uid: '5a0c2c1e-93c4-4d3e-8a55-0f6f3a1d7b42@veldwerk',
    sequence: 0,
    stampedAt: new Date('2026-11-23T09:15:30Z'),
    start: new Date('2026-12-01T13:00:00Z'),
    end: new Date('2026-12-01T14:00:00Z'),
    zone: 'Europe/Amsterdam',
    summary: 'Interview over samenwerken',
    description: 'Met Noor Bakker.\nVerzetten of afzeggen: https://study.example/r/abc',
    location: 'Kerkstraat 1, Utrecht',
    organizer: { name: 'Planning', address: 'planning@study.example' },
    attendee: { name: 'Jan de Vries', address: 'jan@example.com', partstat: 'NEEDS-ACTION' },
    status: 'CONFIRMED',
    ...changes,
  };
}

/** The same interview a day later, and how it is taken back. */
export const givenMoved = (): InvitationEntry =>
  givenInvitation({
    sequence: 1,
    stampedAt: new Date('2026-11-24T10:00:00Z'),
    start: new Date('2026-12-02T13:30:00Z'),
    end: new Date('2026-12-02T14:30:00Z'),
  });

export const givenCancelled = (): InvitationEntry => ({
  ...givenMoved(),
  sequence: 2,
  stampedAt: new Date('2026-11-25T08:00:00Z'),
  attendee: { name: 'Jan de Vries', address: 'jan@example.com', partstat: 'ACCEPTED' },
});
