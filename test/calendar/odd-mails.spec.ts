import { readIncomingMail } from '../../src/calendar/itip/read-incoming-mail.js';
import { component, HEADER, ics, mail, mixed, part, PLAIN, REPLY } from './given-mail.js';

const TASK = REPLY.replaceAll('VEVENT', 'VTODO');
const faulty = (fault: string) => ({ kind: 'faulty', fault });

const OTHERS: [string, string[], unknown][] = [
  [
    'header and body that disagree',
    mixed(part('Content-Type: text/calendar; method=REQUEST', REPLY)),
    faulty('methods-differ'),
  ],
  [
    'two methods inside',
    mixed(
      part('Content-Type: text/calendar', REPLY.replace('METHOD:REPLY', 'METHOD:REPLY\r\nMETHOD:CANCEL')),
    ),
    faulty('methods-differ'),
  ],
  [
    'the same method twice',
    mixed(part('Content-Type: text/calendar', REPLY.replace('METHOD:REPLY', 'METHOD:REPLY\r\nmethod:reply'))),
    expect.objectContaining({ kind: 'calendar', method: 'REPLY' }),
  ],
  [
    'a method only in the header',
    mixed(part('Content-Type: text/calendar; method=REPLY', REPLY.replace('METHOD:REPLY\r\n', ''))),
    expect.objectContaining({ kind: 'calendar', method: 'REPLY' }),
  ],
  [
    'no method at all',
    mixed(part('Content-Type: text/calendar', REPLY.replace('METHOD:REPLY\r\n', ''))),
    { kind: 'words' },
  ],
  [
    'two events in one object',
    mixed(
      part('Content-Type: text/calendar', ics('REPLY', ...PLAIN, 'END:VEVENT', 'BEGIN:VEVENT', 'UID:other')),
    ),
    faulty('several-events'),
  ],
  [
    'two events in two parts',
    mixed(
      part('Content-Type: text/calendar', REPLY),
      part('Content-Type: text/calendar', ics('REPLY', 'UID:other')),
    ),
    faulty('several-events'),
  ],
  [
    'the same answer twice',
    mixed(part('Content-Type: text/calendar', REPLY), part('Content-Type: text/calendar', REPLY)),
    { kind: 'calendar', method: 'REPLY', components: [component()] },
  ],
  [
    'an answer beside our invitation',
    mixed(
      part('Content-Type: text/calendar; method=REQUEST', ics('REQUEST', ...PLAIN)),
      part('Content-Type: text/calendar', REPLY),
    ),
    expect.objectContaining({ method: 'REPLY' }),
  ],
  [
    'a broken part beside a good one',
    mixed(
      part('Content-Type: text/calendar; method=REPLY', 'x'),
      part('Content-Type: application/ics', REPLY),
    ),
    expect.objectContaining({ method: 'REPLY' }),
  ],
  [
    'a calendar that is none',
    mixed(part('Content-Type: text/calendar; method=REPLY', 'x')),
    faulty('calendar-broken'),
  ],
  [
    'an answer without UID',
    mixed(part('Content-Type: text/calendar', ics('REPLY', 'SEQUENCE:1'))),
    faulty('calendar-broken'),
  ],
  [
    'a UID that is too long',
    mixed(part('Content-Type: text/calendar', ics('REPLY', `UID:${'x'.repeat(256)}`))),
    faulty('calendar-broken'),
  ],
  [
    'a calendar that is too large',
    mixed(part('Content-Type: text/calendar', ics('REPLY', ...PLAIN, `X:${'x'.repeat(256 * 1024)}`))),
    faulty('calendar-too-large'),
  ],
  [
    'an answer with hundreds of instances',
    mixed(
      part(
        'Content-Type: text/calendar',
        ics('REPLY', ...Array.from({ length: 300 }, () => 'BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT')),
      ),
    ),
    faulty('calendar-too-large'),
  ],
  ['the answer to a task', mixed(part('Content-Type: text/calendar; method=REPLY', TASK)), { kind: 'words' }],
  [
    'an answer that was forwarded',
    mixed(
      part('Content-Type: text/plain', 'Zie onder'),
      part(
        'Content-Type: message/rfc822',
        ['Content-Type: text/calendar; method=REPLY', '', REPLY].join('\r\n'),
      ),
    ),
    { kind: 'words' },
  ],
  ['TNEF', mixed(part('Content-Type: application/ms-tnef; name=winmail.dat', 'x')), faulty('tnef')],
  [
    'TNEF of no kind',
    mixed(part('Content-Disposition: attachment; filename="WINMAIL.DAT"', 'x')),
    faulty('tnef'),
  ],
  [
    'TNEF beside an answer',
    mixed(part('Content-Type: application/ms-tnef', 'x'), part('Content-Type: text/calendar', REPLY)),
    expect.objectContaining({ method: 'REPLY' }),
  ],
  [
    'a boundary that is never closed',
    mixed(part('Content-Type: text/calendar; method=REPLY', REPLY)).slice(0, -1),
    expect.objectContaining({ method: 'REPLY' }),
  ],
  [
    'a multipart without boundary',
    [...HEADER, 'Content-Type: multipart/mixed', '', REPLY],
    { kind: 'words' },
  ],
  [
    'out of office',
    [...HEADER, 'Auto-Submitted: auto-replied', '', 'Ik ben er niet'],
    { kind: 'auto-reply' },
  ],
  [
    'out of office with an answer',
    ['Auto-Submitted: auto-replied', ...mixed(part('Content-Type: text/calendar', REPLY))],
    expect.objectContaining({ method: 'REPLY' }),
  ],
  [
    'an empty sender with an answer',
    ['Return-Path: <>', ...mixed(part('Content-Type: text/calendar', REPLY))],
    expect.objectContaining({ method: 'REPLY' }),
  ],
  [
    'a read receipt',
    [
      ...HEADER,
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      ...part('Content-Type: message/disposition-notification', 'x'),
      '--b--',
    ],
    { kind: 'auto-reply' },
  ],
  ['words', [...HEADER, '', 'Het lukt niet'], { kind: 'words' }],
  ['nothing', [], faulty('not-a-message')],
  ['no header', ['Hallo,', '', 'Het lukt niet'], faulty('not-a-message')],
];

describe('a mail with', () => {
  it.each(OTHERS)('%s', async (_, lines, content) =>
    expect((await readIncomingMail(mail(...lines))).content).toEqual(content),
  );
});
