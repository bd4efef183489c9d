import { readIncomingMail } from '../../src/calendar/itip/read-incoming-mail.js';
import { base64, ics, mail, PLAIN, REPLY } from './given-mail.js';

const content = async (...lines: string[]) => (await readIncomingMail(mail(...lines))).content;
const DAEMON = [
  'Return-Path: <>',
  'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
  'To: planning@study.example',
  'Subject: Undelivered Mail Returned to Sender',
];
const report = (...parts: string[][]) => [
  ...DAEMON,
  'Content-Type: multipart/report; report-type=delivery-status;',
  '\tboundary="r/1"',
  '',
  'This is a MIME-encapsulated message.',
  ...parts.flatMap((part) => ['', '--r/1', ...part]),
  '--r/1--',
];
const status = (...recipients: string[][]) => [
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.net',
  'Arrival-Date: Fri, 02 Oct 2026 11:05:00 +0200',
  ...recipients.flatMap((lines) => ['', ...lines]),
];
const failed = (address: string, ...more: string[]) => [
  `Final-Recipient: rfc822; ${address}`,
  'Action: failed',
  'Status: 5.1.1',
  ...more,
];
const REQUEST = ics('REQUEST', ...PLAIN);
const original = (type: string, ...body: string[]) => [
  `Content-Type: ${type}`,
  '',
  'From: planning@study.example',
  'Message-ID: <invitation-1@study.example>',
  ...body,
];
const INVITATION = original(
  'message/rfc822',
  'Content-Type: multipart/mixed; boundary=o',
  '',
  '--o',
  'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
  'Content-Transfer-Encoding: base64',
  '',
  base64(REQUEST),
  '--o--',
);
const bounce = (given: object = {}) => ({
  kind: 'bounce',
  recipients: ['jan@example.com'],
  status: '5.1.1',
  isFinal: true,
  returnedMessageIds: [],
  returnedUids: [],
  ...given,
});
const returned = { returnedMessageIds: ['<invitation-1@study.example>'], returnedUids: ['u1@study.example'] };

const REPORTS: [string, string[], unknown][] = [
  ['the original', report(['', 'Sorry'], status(failed('Jan@Example.com')), INVITATION), bounce(returned)],
  [
    'the original in quoted-printable',
    report(
      status(failed('jan@example.com')),
      original(
        'message/rfc822',
        'Content-Type: text/calendar',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        REQUEST.replaceAll('=', '=3D'),
      ),
    ),
    bounce(returned),
  ],
  [
    'an original that was cut off',
    report(status(failed('jan@example.com')), INVITATION.slice(0, -1)),
    bounce(returned),
  ],
  [
    'only the header of the original',
    report(status(failed('jan@example.com')), original('text/rfc822-headers')),
    bounce({ returnedMessageIds: ['<invitation-1@study.example>'] }),
  ],
  ['nothing of the original', report(status(failed('jan@example.com'))), bounce()],
  [
    'the address that was written to, and the one it was forwarded to',
    report(status(failed('jan@work.example', 'Original-Recipient: rfc822;jan@example.com'))),
    bounce({ recipients: ['jan@example.com', 'jan@work.example'] }),
  ],
  [
    'a status that says nothing, explained by the diagnosis',
    report(
      status([
        'Final-Recipient: rfc822; jan@example.com',
        'Action: failed',
        'Status: 5.0.0',
        'Diagnostic-Code: smtp; 550-5.7.1 host 127.0.0.1 says: 550',
        ' 5.1.10 no such user',
      ]),
    ),
    bounce({ status: '5.7.1' }),
  ],
  [
    'a delay',
    report(status(['Final-Recipient: rfc822; jan@example.com', 'Action: delayed', 'Status: 4.4.1'])),
    bounce({ status: '4.4.1', isFinal: false }),
  ],
  [
    'a failure beside a delay',
    report(
      status(
        ['Final-Recipient: rfc822; piet@example.com', 'Action: delayed', 'Status: 4.4.1'],
        failed('jan@example.com'),
      ),
    ),
    bounce(),
  ],
  [
    'no Action, only a temporary status',
    report(status(['Final-Recipient: rfc822; jan@example.com', 'Status: 4.2.2'])),
    bounce({ status: '4.2.2', isFinal: false }),
  ],
  [
    'a delivery that succeeded',
    report(status(['Final-Recipient: rfc822; jan@example.com', 'Action: delivered', 'Status: 2.0.0'])),
    { kind: 'auto-reply' },
  ],
  [
    'no Action, but a status of success',
    report(status(['Final-Recipient: rfc822; jan@example.com', 'Status: 2.1.5'])),
    { kind: 'auto-reply' },
  ],
  [
    'no recipients that can be read',
    report(status(['x']), INVITATION),
    bounce({ recipients: [], status: null, ...returned }),
  ],
  [
    'no status part, only words',
    report(['Content-Type: text/plain', '', '<jan@example.com>: 550 5.1.1 unknown'], INVITATION),
    bounce(returned),
  ],
  [
    'our invitation beside the report',
    report(status(failed('jan@example.com')), ['Content-Type: text/calendar; method=REQUEST', '', REQUEST]),
    bounce(),
  ],
  [
    'an answer beside the report, which nobody sends',
    report(status(failed('jan@example.com')), ['Content-Type: text/calendar; method=REPLY', '', REPLY]),
    bounce(),
  ],
  [
    'a footer around the report',
    report(status(failed('jan@example.com')), INVITATION).map((line) =>
      line.replace('multipart/report; report-type=delivery-status', 'multipart/mixed'),
    ),
    bounce(returned),
  ],
];

describe('a delivery report with', () => {
  it.each(REPORTS)('%s', async (_, lines, expected) => expect(await content(...lines)).toEqual(expected));
});

const QMAIL = [
  'Hi. This is the qmail-send program at mx.example.net.',
  "I'm afraid I wasn't able to deliver your message to the following addresses.",
  '',
  '<jan@example.com>:',
  'Sorry, no mailbox here by that name. (#5.1.1)',
  '',
  '--- Below this line is a copy of the message.',
  '',
  'Return-Path: <planning@study.example>',
  ...INVITATION.slice(2),
];

describe('a bounce without a report', () => {
  it.each([
    [
      'qmail',
      ['From: MAILER-DAEMON@mx.example.net', 'Subject: failure notice', '', ...QMAIL],
      bounce(returned),
    ],
    [
      'Exchange in Dutch',
      [
        'Return-Path: <>',
        'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.net>',
        'Subject: Onbestelbaar: Uitnodiging',
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        '',
        'Het bericht is niet bezorgd.',
        '',
        'jan@example.com',
        'Server 15.20.7.1 (2.0.1) zegt: 550 5.1.10.',
        '--x',
        ...INVITATION,
        '--x--',
      ],
      bounce({ status: '5.1.10', ...returned }),
    ],
    [
      'Exim, which names the address in a header',
      [
        ...DAEMON.slice(1, 3),
        'Subject: hm',
        'X-Failed-Recipients: jan@example.com, piet@example.com',
        '',
        'x',
      ],
      bounce({ recipients: ['jan@example.com', 'piet@example.com'], status: null }),
    ],
    [
      'a warning about a delay',
      [...DAEMON.slice(0, 3), 'Subject: Warning: message 1abc delayed 24 hours', '', 'jan@example.com', 'x'],
      bounce({ status: null, isFinal: false }),
    ],
  ])('%s', async (_, lines, expected) => expect(await content(...lines)).toEqual(expected));

  it.each([
    [
      'a person with such a subject',
      ['From: jan@example.com', 'Subject: Undeliverable promises', '', 'x'],
      'words',
    ],
    ['an empty sender with words of its own', ['Return-Path: <>', 'Subject: Interview', '', 'x'], 'words'],
    [
      'out of office, which has an empty sender too',
      [
        'Return-Path: <>',
        'From: jan@example.com',
        'Auto-Submitted: auto-replied',
        'Subject: Afwezig',
        '',
        'x',
      ],
      'auto-reply',
    ],
  ])('is not seen in %s', async (_, lines, kind) => expect((await content(...lines)).kind).toBe(kind));
});
