import { readIncomingMail } from '../../src/calendar/itip/read-incoming-mail.js';
import { CLIENTS, google } from './client-mails.js';
import { attendee, HEADER, ics, mail, REPLY } from './given-mail.js';

const read = (...lines: string[]) => readIncomingMail(mail(...lines));

describe('the answer of a calendar', () => {
  it.each(CLIENTS)('%s', async (_, lines, method, components) => {
    expect((await read(...lines)).content).toEqual({ kind: 'calendar', method, components });
  });

  it('comes with the envelope', async () => {
    expect(await read(...google(['REPLY', REPLY]))).toMatchObject({
      messageId: '<reply-1@example.com>',
      from: { name: 'Jan de Vries', address: 'jan@example.com' },
      sender: 'calendar-notification@google.com',
      recipients: ['planning@study.example'],
      date: new Date('2026-10-02T09:05:00Z'),
      subject: 'Geaccepteerd: Interview café',
      words: 'Jan de Vries heeft deze uitnodiging geaccepteerd.',
      authentication: 'unknown',
    });
  });

  const one = async (...event: string[]) => {
    const { content } = await read(
      ...HEADER,
      'Content-Type: text/calendar',
      '',
      ics('REPLY', 'UID:x', ...event),
    );
    return content.kind === 'calendar' ? content.components[0] : content;
  };

  it.each([
    [['SEQUENCE:1407317367304'], { sequence: 2_147_483_647 }],
    [['SEQUENCE:-1'], { sequence: 0 }],
    [['SEQUENCE:x', 'X-MICROSOFT-CDO-APPT-SEQUENCE:3'], { sequence: 3 }],
    [['DTSTAMP;TZID=Europe/Amsterdam:20261002T110500'], { stampedAt: new Date('2026-10-02T09:05:00Z') }],
    [['DTSTAMP:20261002'], { stampedAt: null }],
    [['RECURRENCE-ID;VALUE=DATE:20261024'], { recurrenceId: { kind: 'day', date: '2026-10-24' } }],
    [
      [String.raw`COMMENT:\n`, String.raw`COMMENT:Ja\; fijn\n\n`, 'COMMENT:Jan'],
      { comment: 'Ja; fijn\nJan' },
    ],
    [['COMMENT:  ', 'X-COMMENT:Ja'], { comment: 'Ja' }],
    [[`COMMENT:${'🙂'.repeat(3_000)}`], { comment: '🙂'.repeat(1_000) }],
    [['COMMENT:a\u202eb\u0000c'], { comment: 'abc' }],
    [
      ['ORGANIZER:invalid:nomail', 'ATTENDEE:x', 'ATTENDEE;EMAIL=a@b.example:urn:uuid:1'],
      {
        organizer: null,
        attendees: [attendee({ address: 'a@b.example', email: 'a@b.example', partstat: null })],
      },
    ],
    [['REQUEST-STATUS:3.1;x', 'REQUEST-STATUS:2.8', 'REQUEST-STATUS:x'], { requestStatus: ['3.1', '2.8'] }],
    [['BEGIN:VALARM', 'ATTENDEE:a@b', 'SEQUENCE:9', 'END:VALARM'], { attendees: [], sequence: 0 }],
  ])('reads %j', async (event, expected) => expect(await one(...event)).toMatchObject(expected));
});
