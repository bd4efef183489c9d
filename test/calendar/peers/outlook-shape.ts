import {
  commonHeaders,
  markOf,
  methodOf,
  type AnswerKind,
  type AnswerMail,
  type MailShape,
} from './answer-mail.js';
import { editProperties } from './edit-properties.js';
import { base64Body, headerText, quotedPrintable } from './mime-encodings.js';
import { messageOf, multipart } from './mime-part.js';

const done: Record<AnswerKind, string> = {
  ACCEPTED: 'Geaccepteerd',
  TENTATIVE: 'Voorlopig geaccepteerd',
  DECLINED: 'Geweigerd',
  COUNTER: 'Nieuwe tijd voorgesteld',
  REFRESH: 'Opnieuw gevraagd',
};
const words = 'Dit is één bericht, door de agenda gemaakt.';

/** Outlook with Exchange, in Dutch: three alternatives and no file, old character sets, its own calendar object. */
export const outlookShape: MailShape = (mail) => {
  const mark = markOf(mail, 'outlook');
  const subject = `${done[mail.kind]}: ${mail.summary}`;
  const latin = (text: string) => quotedPrintable(Buffer.from(text, 'latin1'));
  const body = multipart('multipart/alternative', `_000_${mark}OUTLOOK_`, [
    {
      headers: [
        'Content-Type: text/plain; charset="Windows-1252"',
        'Content-Transfer-Encoding: quoted-printable',
      ],
      body: latin(`${words}\r\n`),
    },
    {
      headers: [
        'Content-Type: text/html; charset="Windows-1252"',
        'Content-Transfer-Encoding: quoted-printable',
      ],
      body: latin(`<html>\r\n<head></head>\r\n<body><div>${words}</div></body>\r\n</html>\r\n`),
    },
    {
      headers: [
        `Content-Type: text/calendar; charset="utf-8"; method=${methodOf(mail.kind)}`,
        'Content-Transfer-Encoding: base64',
      ],
      body: base64Body(asExchangeWrites(mail)),
    },
  ]);
  const headers = [
    ...commonHeaders(mail, subject),
    `Thread-Topic: ${headerText(mail.summary)}`,
    `Thread-Index: ${Buffer.from(`01${mark}${mark.slice(0, 10)}`, 'hex').toString('base64')}`,
    `Message-ID: <${mark.toUpperCase()}@AM0PR00MB0000.eurprd00.prod.outlook.com>`,
    'Accept-Language: nl-NL, en-US',
    'Content-Language: nl-NL',
    'X-MS-Has-Attach:',
    'X-MS-TNEF-Correlator:',
  ];
  return messageOf(headers, body);
};

const windowsZone = 'W. Europe Standard Time';

/** Without ORGANIZER, the title translated, times under the name that Windows has for the zone. */
function asExchangeWrites(mail: AnswerMail): Buffer {
  const hasZone = mail.ics.includes('TZID=Europe/Amsterdam');
  return editProperties(mail.ics, (name, line) => {
    if (name === 'ORGANIZER') return [];
    if (name === 'SUMMARY') return line.replace(/^[^:]*:/, `SUMMARY;LANGUAGE=nl-NL:${done[mail.kind]}: `);
    if (name === 'SEQUENCE') return [line, line.replace(/^[^:]*/, 'X-MICROSOFT-CDO-APPT-SEQUENCE')];
    if (line === 'BEGIN:VEVENT')
      return [...(hasZone ? zoneLines : []), line, String.raw`COMMENT;LANGUAGE=nl-NL:\n`];
    if (line === 'END:VEVENT') return [...originalTimes(mail), line];
    return line.replace(';TZID=Europe/Amsterdam', `;TZID="${windowsZone}"`);
  });
}

function originalTimes({ kind, invited }: AnswerMail): string[] {
  if (kind !== 'COUNTER' || !invited) return [];
  const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');
  return [`X-MS-OLK-ORIGINALSTART:${utc(invited.start)}`, `X-MS-OLK-ORIGINALEND:${utc(invited.end)}`];
}

const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${windowsZone}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];
