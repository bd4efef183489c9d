import { explainRefusal } from './explain-refusal.js';
import { summariseCalendar } from './summarise-calendar.js';

const object = (lines: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VTIMEZONE',
    'BEGIN:STANDARD',
    'DTSTART:19961027T030000',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('what a refusal comes down to', () => {
  it.each([
    ['550 5.1.1 …: user unknown', 'unknown-address'],
    ['550 No such user', 'unknown-address'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'unknown-address'],
    ['550 5.1.2 bad destination system', 'unknown-domain'],
    ['552 5.2.2 over quota', 'mailbox-full'],
    ['452 4.2.2 over quota', 'mailbox-full'],
    ['550 5.2.1 account disabled', 'mailbox-closed'],
    ['552 5.3.4 message too big', 'too-large'],
    ['554 5.7.1 spam', 'not-trusted'],
    ['550 5.7.26 DMARC', 'not-trusted'],
    ['451 4.7.1 greylisted', 'put-off'],
    ['ESOCKET', 'unreachable'],
    ['421 too busy', 'unreachable'],
    ['535 wrong password', 'unreachable'],
    ['554 no', 'refused'],
    ['This was sealed with another SECRET_KEY', 'unreadable'],
  ])('%s: %s', (words, reason) => {
    expect(explainRefusal(words)).toBe(reason);
  });
});

describe('the summary of a calendar object', () => {
  it('has what its receiver sees, unfolded and unescaped', () => {
    const lines = [
      'SUMMARY:Gesprek\\, deel 1',
      'DTSTART;TZID=Europe/Amsterdam:20270112T140000',
      'DTEND:20270112T140000Z',
      'LOCATION:Raadhuisstraat 1\\nZee',
      ' wolde',
      'ORGANIZER;CN="Planning: Veldwerk":mailto:planning@example.org',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Jan:MAILTO:jan@example.org',
      'SEQUENCE:2',
      'STATUS:CONFIRMED',
      'BEGIN:VALARM',
      'SUMMARY:alarm',
      'END:VALARM',
    ];
    expect(summariseCalendar(object(lines))).toEqual({
      method: 'REQUEST',
      summary: 'Gesprek, deel 1',
      start: { wall: new Date('2027-01-12T14:00:00Z'), zone: 'Europe/Amsterdam' },
      end: { wall: new Date('2027-01-12T14:00:00Z'), zone: 'UTC' },
      location: 'Raadhuisstraat 1\nZeewolde',
      organizer: 'Planning: Veldwerk <planning@example.org>',
      attendees: ['Jan <jan@example.org>'],
      status: 'CONFIRMED',
      sequence: '2',
    });
  });

  it('is empty where the object is', () => {
    expect(summariseCalendar('rubbish')).toMatchObject({ method: '', start: null, attendees: [] });
    expect(summariseCalendar(object([]))).toMatchObject({ method: 'REQUEST', start: null, summary: '' });
  });
});
