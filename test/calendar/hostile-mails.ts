/** What one mail may be. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** A little less than what one calendar may be, and one header. */
const CALENDAR = 256 * 1024 - 300;
const FIELD = 250_000;

const fill = (text: string, size = MOST_BYTES - 8_192) => text.repeat(Math.floor(size / text.length));
const body = (text: string, ...fields: string[]) =>
  ['From: a@b.example', 'Return-Path: <>', 'Subject: Undeliverable', ...fields, '', text].join('\n');
const calendar = (text: string) =>
  body(`BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x\n${text}`, 'Content-Type: text/calendar');
const multipart = (text: string, type = 'mixed') =>
  body(text, `Content-Type: multipart/${type}; report-type=delivery-status; boundary=b`);
const nested = Array.from(
  { length: 15 },
  (_, level) => `--b${level}\nContent-Type: multipart/mixed; boundary=b${level + 1}\n\n`,
).join('');
const EVENTS = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n';
const RULE =
  'BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n' +
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:STANDARD\n';

type Hostile = readonly [name: string, write: () => string];

const each = (name: string, texts: readonly string[], write: (text: string) => string): Hostile[] =>
  texts.map((text) => [`${name} ${JSON.stringify(text)}`, () => write(text)]);

/** As large as they may be, and made of what a careless reader goes through again and again. */
export const HOSTILE: readonly Hostile[] = [
  ...each('nothing but', ['\n', '\r', ' ', 'A: b\n', ' b\n', '--\n'], (text) => fill(text)),
  ...each(
    'a body of',
    ['\n', '\r', '\r\r\n ', ' \n', '>', '> \n', '-', '_', '<', '<a@b>:\n', 'On ', 'From: x\n', '5.'],
    (text) => body(fill(text)),
  ),
  ...each('HTML of', ['<', '<p a="', '<br ', '<br>', '<!--', '<script>', '&amp', '&#1;'], (text) =>
    body(fill(text), 'Content-Type: text/html'),
  ),
  ...each('quoted-printable of', ['=', '=\n', '=41 \t'], (text) =>
    body(fill(text), 'Content-Transfer-Encoding: quoted-printable'),
  ),
  ...each('base64 of', ['A=', '='], (text) => body(fill(text), 'Content-Transfer-Encoding: base64')),
  ['one long header line', () => `X: ${fill('a')}`],
  ...each('a subject of', ['=?utf-8?Q?a?= ', '=?utf-8?B?', '\r'], (text) =>
    body('x', `Subject: ${fill(text, FIELD)}`),
  ),
  ...each('recipients of', ['"', 'a:b;', 'a@b.example,', '<', '('], (text) =>
    body('x', `To: ${fill(text, FIELD)}`),
  ),
  ...each('a media type of', [';a="\\"', '; ', '('], (text) =>
    body('x', `Content-Type: a${fill(text, FIELD)}`),
  ),
  ...each('a header of', ['To: a@b.example\n', 'References: <a@b>\n', 'X-Failed-Recipients: a@b\n'], (text) =>
    body('x', fill(text, FIELD)),
  ),
  ['10,000 parts', () => multipart(fill('--b\n\n'))],
  [
    'lines like boundaries, fifteen levels deep',
    () => body(nested + fill('--x\n'), 'Content-Type: multipart/mixed; boundary=b0'),
  ],
  [
    'calendars in every part',
    () => multipart(fill(`--b\nContent-Type: text/calendar\n\n${EVENTS}${'x'.repeat(60_000)}\n`)),
  ],
  [
    'padding in every calendar',
    () =>
      multipart(
        fill(
          `--b\nContent-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n${fill('A=', 700_000)}\n`,
        ),
      ),
  ],
  [
    'a report of recipients',
    () => multipart(`--b\nContent-Type: message/delivery-status\n\n${fill('Action: failed\n\n')}`, 'report'),
  ],
  [
    'returned messages in every part',
    () =>
      multipart(
        fill(`--b\nContent-Type: message/rfc822\n\nContent-Type: text/calendar\n\n${EVENTS.repeat(1_500)}`),
        'report',
      ),
  ],
  ...each(
    'a calendar of',
    [
      EVENTS,
      'BEGIN:VEVENT\nUID:x\n',
      'BEGIN:VEVENT\nUID:x\nDTSTART;TZID=Europe/Amsterdam:19010101T000000\n',
      'BEGIN:A\nBEGIN:B\n',
      'END:A\n',
      'ATTENDEE:a@b.example\n',
      `ATTENDEE:a@${'é'.repeat(50)}.nl\n`,
      'COMMENT:\\\\\n',
      'REQUEST-STATUS:2.0\n',
    ],
    (text) => calendar(fill(text, CALENDAR)),
  ),
  ...each('an ATTENDEE of', [';A=B', ';CN="', '^', ':mailto', ',', ';DELEGATED-TO=a@b,c@d'], (text) =>
    calendar(`ATTENDEE;CN=${fill(text, CALENDAR)}:a@b`),
  ),
  ...each('a comment of', ['\\', '\\n', ' ', '&#'], (text) =>
    calendar(
      `COMMENT:${fill(text, CALENDAR / 2)}\nATTENDEE;X-RESPONSE-COMMENT="${fill(text, CALENDAR / 2)}":x`,
    ),
  ),
  ...each('a value of', ['-T', '9', ' ', ':20261024'], (text) =>
    calendar(
      ['DTSTART:2026', 'DURATION:P', 'SEQUENCE:', 'UID:']
        .map((name) => name + fill(text, CALENDAR / 5))
        .join('\n'),
    ),
  ),
  [
    'a zone of many rules',
    () =>
      calendar(
        `DTSTART;TZID=q:20260101T000000\nEND:VEVENT\nBEGIN:VTIMEZONE\nTZID:q\n${fill(RULE, CALENDAR)}END:VTIMEZONE`,
      ),
  ],
];
