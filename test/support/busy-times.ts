import { readBusy, type BusyQuestion, type BusyReading } from '../../src/calendar/itip/busy/read-busy.js';

const question: BusyQuestion = {
  window: { start: Date.parse('2027-01-01T00:00Z'), end: Date.parse('2027-04-01T00:00Z') },
  zone: 'Europe/Amsterdam',
  addresses: ['Me@Example.org'],
  isOwnUid: (uid) => uid === 'ours' || uid.endsWith('@feeds.example'),
};

/** The busy times of a calendar from January to March 2027, of somebody in Amsterdam. */
export function readBusyNow(content: string | Buffer, changes: Partial<BusyQuestion> = {}): BusyReading {
  const reading = readBusy(Buffer.from(content), { ...question, ...changes });
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

export const calendarOf = (...components: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...components, 'END:VCALENDAR', ''].join('\r\n');

export const eventOf = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:a', ...lines, 'SUMMARY:Secret', 'END:VEVENT'].join('\r\n');

/** `01-12T09:00 01-12T10:00`, in UTC. */
export const writtenSpans = ({ spans }: BusyReading): readonly string[] =>
  spans.map(({ start, end }) => [start, end].map((at) => new Date(at).toISOString().slice(5, 16)).join(' '));

/** Of one entry with these properties. */
export const timesOf = (...lines: readonly string[]): readonly string[] =>
  writtenSpans(readBusyNow(calendarOf(eventOf(...lines))));
