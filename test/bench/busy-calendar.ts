const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);
const rules = [
  'FREQ=WEEKLY;BYDAY=MO,WE',
  'FREQ=DAILY',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=WEEKLY;INTERVAL=2;UNTIL=20280101T000000Z',
  'FREQ=DAILY;COUNT=4000',
  'FREQ=YEARLY',
];

/** A calendar as offices keep it: every fifth entry recurs, some since 2005, with dates left out and moved; always the same. */
export function busyCalendar(entries: number): Buffer {
  const random = generator(20_270_104);
  const events = Array.from({ length: entries }, (_, n) =>
    n % 5 === 0 ? series(n, random) : single(n, random),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bench//EN',
    ...zoneOf('Europe/Amsterdam'),
    ...zoneOf('W. Europe Standard Time'),
    ...events.flat(),
    'END:VCALENDAR',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

function single(n: number, random: () => number): readonly string[] {
  const start = START + Math.floor(random() * 700) * DAY + (8 + Math.floor(random() * 9)) * 3_600_000;
  return event(n, [
    `DTSTART;TZID=Europe/Amsterdam:${local(start)}`,
    `DTEND;TZID=Europe/Amsterdam:${local(start + 3_600_000)}`,
  ]);
}

function series(n: number, random: () => number): readonly string[] {
  const start = Date.UTC(2005 + Math.floor(random() * 22), 0, 3 + Math.floor(random() * 300)) + 9 * 3_600_000;
  const rule = rules[Math.floor(random() * rules.length)]!;
  const moved = Date.UTC(2027, 1, 2, 9);
  const times = [
    `DTSTART;TZID=W. Europe Standard Time:${local(start)}`,
    `DTEND;TZID=W. Europe Standard Time:${local(start + 1_800_000)}`,
  ];
  const all = event(n, [
    ...times,
    `RRULE:${rule}`,
    `EXDATE;TZID=W. Europe Standard Time:${local(start + 28 * DAY)}`,
  ]);
  if (n % 25 !== 0) return all;
  const id = `RECURRENCE-ID;TZID=W. Europe Standard Time:${local(moved)}`;
  return [
    ...all,
    ...event(n, [id, `DTSTART;TZID=Europe/Amsterdam:${local(moved + 7_200_000)}`, 'DURATION:PT1H']),
  ];
}

const event = (n: number, times: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:entry-${n}-0123456789abcdef@example.org`,
  'DTSTAMP:20260101T000000Z',
  ...times,
  `SUMMARY:Overleg ${n} over de voortgang`,
  'DESCRIPTION:Aansluiten via https://vergaderen.example.org/j/0123456789?pwd=',
  ' abcdefghijklmnopqrstuvwxyz\\n\\nAgenda: opening\\, mededelingen\\, rondvraag',
  'LOCATION:Vergaderzaal 3',
  'ORGANIZER;CN=Collega:mailto:collega@example.org',
  'ATTENDEE;CN=Iemand;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:iemand@example.org',
  'SEQUENCE:0',
  'TRANSP:OPAQUE',
  'END:VEVENT',
];

const zoneOf = (tzid: string): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

const local = (wall: number): string => new Date(wall).toISOString().replaceAll(/[-:]|\.000Z/g, '');

/** A linear congruential generator: the same numbers from 0 to 1 at every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
