/** A wall time with the zone it is in; `UTC` for times that end in Z. */
export interface CalendarMoment {
  /** The wall time as if it were UTC: to be written in UTC, with `zone` beside it. */
  readonly wall: Date;
  readonly zone: string;
}

/** The parts of a calendar object that its receiver sees. */
export interface CalendarSummary {
  readonly method: string;
  readonly summary: string;
  readonly start: CalendarMoment | null;
  readonly end: CalendarMoment | null;
  readonly location: string;
  readonly organizer: string;
  readonly attendees: readonly string[];
  readonly status: string;
  readonly sequence: string;
}

interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

const contentLine = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:])*)*):(.*)$/;

/** Reads the first event of a calendar object (RFC 5545 3.1), leniently: what is missing is empty. */
export function summariseCalendar(content: string): CalendarSummary {
  const lines = linesOf(content);
  const event = insideEvent(lines);
  const text = (name: string) => unescapeText(event.find((line) => line.name === name)?.value ?? '');
  return {
    method: lines.find(({ name }) => name === 'METHOD')?.value ?? '',
    summary: text('SUMMARY'),
    start: momentOf(event.find(({ name }) => name === 'DTSTART')),
    end: momentOf(event.find(({ name }) => name === 'DTEND')),
    location: text('LOCATION'),
    organizer: event.filter(({ name }) => name === 'ORGANIZER').map(personOf)[0] ?? '',
    attendees: event.filter(({ name }) => name === 'ATTENDEE').map(personOf),
    status: text('STATUS'),
    sequence: text('SEQUENCE'),
  };
}

const linesOf = (content: string): readonly Line[] =>
  content
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((text) => {
      const [, name = '', parameters = '', value = ''] = contentLine.exec(text) ?? [];
      return name ? [{ name: name.toUpperCase(), parameters, value }] : [];
    });

/** Without its alarms, which have descriptions of their own. */
function insideEvent(lines: readonly Line[]): readonly Line[] {
  const is = (name: string, value: string) => (line: Line) => line.name === name && line.value === value;
  const rest = lines.slice(lines.findIndex(is('BEGIN', 'VEVENT')) + 1);
  const end = rest.findIndex((line) => is('END', 'VEVENT')(line) || is('BEGIN', 'VALARM')(line));
  return end < 0 ? rest : rest.slice(0, end);
}

function momentOf(line: Line | undefined): CalendarMoment | null {
  const [, year, month, day, hour = '00', minute = '00', z] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(line?.value ?? '') ?? [];
  if (year === undefined) return null;
  const zone = /;TZID="?([^";:]+)/i.exec(line?.parameters ?? '')?.[1] ?? (z ? 'UTC' : '');
  return { wall: new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`), zone };
}

function personOf({ parameters, value }: Line): string {
  const name = /;CN=(?:"([^"]*)"|([^";:]*))/i.exec(parameters);
  const address = value.replace(/^mailto:/i, '');
  return name ? `${name[1] ?? name[2]} <${address}>` : address;
}

const unescapeText = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
