import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { answerKinds, methodOf, type AnswerMail } from './peers/answer-mail.js';
import { bareShape, clientShapes } from './peers/mail-shapes.js';

const summary = 'Gesprek over samenwerken: één uur, in de wijk en in het gemeentehuis';
const calendarLines = [
  'BEGIN:VCALENDAR',
  'PRODID:-//A peer//Calendar//EN',
  'VERSION:2.0',
  'METHOD:REPLY',
  'BEGIN:VEVENT',
  'UID:0f6f3a1d7b42',
  'ORGANIZER;CN=Planning:mailto:planning@study.example',
  'ATTENDEE;CN=Zoë van Dijk;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=A',
  ' CCEPTED:mailto:zoe@example.com',
  'DTSTAMP:20261124T100000Z',
  'SEQUENCE:3',
  'DTSTART;TZID=Europe/Amsterdam:20261202T143000',
  'DTEND;TZID=Europe/Amsterdam:20261202T153000',
  'SUMMARY:Gesprek over samenwerken: één uur\\, in de wijk en in het gemeente',
  ' huis',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
];

const given = (changes: Partial<AnswerMail> = {}): AnswerMail => ({
  kind: 'ACCEPTED',
  ics: Buffer.from(calendarLines.join('\r\n')),
  from: { name: 'Zoë van Dijk', address: 'zoe@example.com' },
  to: { name: 'Planning', address: 'planning@study.example' },
  summary,
  sentAt: new Date('2026-11-24T10:00:05Z'),
  invited: { start: new Date('2026-12-01T13:00:00Z'), end: new Date('2026-12-01T14:00:00Z') },
  ...changes,
});

interface CalendarPart {
  readonly type: string;
  readonly content: Buffer;
}

const isCalendar = (type: string) => type === 'text/calendar' || type === 'application/ics';

async function readWithMailparser(raw: Buffer) {
  const { attachments, from, to, subject, messageId, headers } = await simpleParser(raw);
  return {
    from: from!.value[0]!,
    to: [to!].flat()[0]!.value[0]!,
    subject,
    messageId,
    headers,
    parts: attachments
      .filter(({ contentType }) => isCalendar(contentType))
      .map(({ contentType: type, content }): CalendarPart => ({ type, content })),
  };
}

async function readWithPostalMime(raw: Buffer): Promise<CalendarPart[]> {
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  return attachments
    .filter(({ mimeType }) => isCalendar(mimeType))
    .map(({ mimeType: type, content }) => ({ type, content: Buffer.from(content as ArrayBuffer) }));
}

function readEvent(content: Buffer) {
  const calendar = new ICAL.Component(ICAL.parse(content.toString('utf8')) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const attendee = event.getFirstProperty('attendee')!;
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.getFirstPropertyValue('uid'),
    attendee: attendee.getFirstValue(),
    name: attendee.getFirstParameter('cn'),
    partstat: attendee.getFirstParameter('partstat'),
    sequence: event.getFirstPropertyValue('sequence'),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
  };
}

const asWritten = {
  method: 'REPLY',
  uid: '0f6f3a1d7b42',
  attendee: 'mailto:zoe@example.com',
  name: 'Zoë van Dijk',
  partstat: 'ACCEPTED',
  sequence: 3,
  stamp: '2026-11-24T10:00:00Z',
};

const shapes = Object.entries({ ...clientShapes, bare: bareShape });
const typesOf: Record<string, string[]> = {
  Google: ['text/calendar', 'application/ics'],
  Outlook: ['text/calendar'],
  Apple: ['text/calendar'],
  Thunderbird: ['text/calendar', 'application/ics'],
  bare: ['text/calendar'],
};

describe.each(shapes)('an answer in the shape of %s', (client, shape) => {
  const raw = shape(given());

  it('carries the calendar object that the peer wrote, for two MIME parsers', async () => {
    const { parts } = await readWithMailparser(raw);
    const again = await readWithPostalMime(raw);
    expect(parts.map(({ type }) => type)).toEqual(typesOf[client]);
    expect(again.map(({ type }) => type)).toEqual(typesOf[client]);
    for (const { content } of [...parts, ...again]) expect(readEvent(content)).toEqual(asWritten);
  });

  it('names sender, receiver and subject, whatever letters they have', async () => {
    const { from, to, subject, messageId } = await readWithMailparser(raw);
    expect(from).toEqual({ name: 'Zoë van Dijk', address: 'zoe@example.com' });
    expect(to).toEqual({ name: 'Planning', address: 'planning@study.example' });
    expect(subject).toContain(summary);
    expect(messageId).toMatch(/^<[^<>\s]+@[^<>\s]+>$/);
  });

  it('is a message for SMTP: CRLF everywhere, no line too long', () => {
    const text = raw.toString('latin1');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('is the same for the same answer and has a Message-ID of its own for another', async () => {
    expect(shape(given()).equals(raw)).toBe(true);
    const others = [given({ sentAt: new Date('2026-11-24T10:00:06Z') }), given()].map(shape);
    const ids = await Promise.all(others.map(async (other) => (await simpleParser(other)).messageId));
    expect(new Set(ids).size).toBe(2);
  });

  it.each(answerKinds)('names the METHOD of %s in its header, unless the client never does', (kind) => {
    const header = /^Content-Type: text\/calendar[^]*?\r\n(?![ \t])/im.exec(
      shape(given({ kind })).toString('latin1'),
    );
    const named = /method=(\w+)/i.exec(header![0])?.[1];
    expect(named).toBe(client === 'Apple' ? undefined : methodOf(kind));
  });
});

describe('what each client does in its own way', () => {
  const partOf = async (client: keyof typeof clientShapes, changes: Partial<AnswerMail> = {}) => {
    const { parts, headers, subject } = await readWithMailparser(clientShapes[client](given(changes)));
    return { ics: parts[0]!.content, parts, headers, subject };
  };

  it('Google sends in the name of the user, counts guests, and sends the object twice', async () => {
    const { ics, parts, headers } = await partOf('Google');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('sender')).toMatchObject({ value: [{ address: 'calendar-notification@google.com' }] });
    expect(headers.get('reply-to')).toMatchObject({ value: [{ address: 'zoe@example.com' }] });
    expect(ics.toString()).toContain('ATTENDEE;X-NUM-GUESTS=0;CN=');
    expect(parts[1]!.content.equals(ics)).toBe(true);
  });

  it('Outlook leaves the organizer out, translates the title and renames the zone', async () => {
    const { ics, headers, subject } = await partOf('Outlook');
    const text = ics.toString().replaceAll('\r\n ', '');
    expect(text).not.toContain('ORGANIZER');
    expect(text).toContain('SUMMARY;LANGUAGE=nl-NL:Geaccepteerd: Gesprek over samenwerken: één uur\\, in de');
    expect(text).toContain('DTSTART;TZID="W. Europe Standard Time":20261202T143000');
    expect(text).toContain('X-MICROSOFT-CDO-APPT-SEQUENCE:3');
    expect(text).not.toContain('ORIGINALSTART');
    expect(subject).toBe(`Geaccepteerd: ${summary}`);
    expect(Buffer.from(String(headers.get('thread-index')), 'base64')).toHaveLength(22);
    expect(
      Math.max(
        ...ics
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(75);
  });

  it('Outlook names the old time beside a proposal', async () => {
    const { ics } = await partOf('Outlook', { kind: 'COUNTER' });
    expect(ics.toString()).toContain(
      'X-MS-OLK-ORIGINALSTART:20261201T130000Z\r\nX-MS-OLK-ORIGINALEND:20261201T140000Z',
    );
  });

  it('Apple sends the bytes of the peer as a file, their line ends escaped', async () => {
    const { ics, parts } = await partOf('Apple');
    expect(parts).toHaveLength(1);
    expect(ics.equals(given().ics)).toBe(true);
    const raw = clientShapes.Apple(given()).toString('latin1');
    expect(raw).toContain('\r\nBEGIN:VEVENT=0D=0A=\r\n');
    expect(raw).toMatch(/multipart\/alternative[^]*multipart\/mixed[^]*Content-Disposition: attachment/);
  });

  it('Thunderbird sends the bytes of the peer twice, as they are', async () => {
    const { ics, parts } = await partOf('Thunderbird');
    expect(parts.map(({ content }) => content.equals(given().ics))).toEqual([true, true]);
    expect(clientShapes.Thunderbird(given()).indexOf(ics)).toBeGreaterThan(0);
  });
});
