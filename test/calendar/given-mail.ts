import type { ReplyComponent } from '../../src/calendar/itip/incoming-mail.js';

export const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
export const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
export const ics = (method: string, ...event: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
export const HEADER = [
  'From: Jan de Vries <Jan@Example.com>',
  'To: Planning <planning@study.example>',
  'Date: Fri, 02 Oct 2026 11:05:00 +0200',
  'Message-ID: <reply-1@example.com>',
  'Subject: =?utf-8?Q?Geaccepteerd=3A_Interview_caf=C3=A9?=',
  'MIME-Version: 1.0',
];
export const PLAIN = [
  'UID:u1@study.example',
  'SEQUENCE:1',
  'DTSTAMP:20261002T090500Z',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:jan@example.com',
];
export const REPLY = ics('REPLY', ...PLAIN);

export const component = (given: Partial<ReplyComponent> = {}): ReplyComponent => ({
  uid: 'u1@study.example',
  recurrenceId: null,
  sequence: 1,
  stampedAt: new Date('2026-10-02T09:05:00Z'),
  organizer: null,
  attendees: [attendee()],
  start: null,
  end: null,
  comment: null,
  requestStatus: [],
  ...given,
});
export const attendee = (given: Partial<ReplyComponent['attendees'][number]> = {}) => ({
  address: 'jan@example.com',
  email: null,
  name: null,
  partstat: 'ACCEPTED',
  sentBy: null,
  delegatedTo: [],
  delegatedFrom: [],
  ...given,
});
/** A part of a multipart with the boundary `b`. */
export const part = (header: string, text: string) => ['--b', header, '', text];
export const mixed = (...parts: string[][]) => [
  ...HEADER,
  'Content-Type: multipart/mixed; boundary=b',
  '',
  ...parts.flat(),
  '--b--',
];
