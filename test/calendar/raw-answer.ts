import { bareShape } from './peers/mail-shapes.js';
import { calendar, utc } from './sample-text.js';

/** What somebody's calendar answers; what is left out is as most calendars write it. */
export interface RawAnswer {
  readonly uid: string;
  readonly attendee: string;
  readonly method?: 'REPLY' | 'COUNTER' | 'REFRESH' | 'CANCEL' | 'REQUEST';
  readonly partstat?: string;
  /** Parameters behind PARTSTAT, each with its semicolon. */
  readonly parameters?: string;
  readonly sequence?: number;
  readonly stampedAt?: Date;
  readonly sentAt?: Date;
  readonly start?: Date;
  readonly end?: Date;
  readonly comment?: string;
  readonly from?: string;
  readonly fromName?: string;
  /** Lines of the event besides. */
  readonly more?: readonly string[];
  /** Fields above those of the mail. */
  readonly header?: readonly string[];
}

/** An hour before the clock of the tests starts. */
const earlier = new Date('2027-01-04T08:00:00Z');

/** A mail with a calendar object and nothing else. */
export function rawAnswer(given: RawAnswer): Buffer {
  const { uid, attendee, method = 'REPLY', from = attendee, fromName = '', stampedAt = earlier } = given;
  const { partstat = 'ACCEPTED', parameters = '', sequence, start, end, comment, more = [] } = given;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(stampedAt)}`,
    'ORGANIZER:mailto:planning@localhost',
    `ATTENDEE;PARTSTAT=${partstat}${parameters}:mailto:${attendee}`,
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    ...(start ? [`DTSTART:${utc(start)}`] : []),
    ...(end ? [`DTEND:${utc(end)}`] : []),
    ...(comment ? [`COMMENT:${comment}`] : []),
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const mail = bareShape({
    kind: method === 'COUNTER' ? 'COUNTER' : method === 'REFRESH' ? 'REFRESH' : 'ACCEPTED',
    ics: Buffer.from(calendar(lines.join('\n'))),
    from: { name: fromName, address: from },
    to: { name: 'Planning', address: 'planning@localhost' },
    summary: 'Gesprek',
    sentAt: given.sentAt ?? stampedAt,
  });
  const stated = Buffer.from(String(mail).replace(/method=\w+/, `method=${method}`));
  return Buffer.concat([...(given.header ?? []).map((field) => Buffer.from(`${field}\r\n`)), stated]);
}

/** A mail in plain words. */
export function rawWords({
  from,
  fromName = '',
  subject = 'Vraag',
  text = 'Kan het ook bij mij thuis?',
  header = [],
}: {
  readonly from: string;
  readonly fromName?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly header?: readonly string[];
}): Buffer {
  const lines = [
    ...header,
    `From: ${fromName} <${from}>`,
    'To: planning@localhost',
    `Subject: ${subject}`,
    'Date: Mon, 04 Jan 2027 08:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
