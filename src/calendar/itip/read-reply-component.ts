import { decodeEntities } from './mail/html-entities.js';
import type { ReplyAttendee, ReplyComponent } from './incoming-mail.js';
import { canonicalAddress } from './mail-address.js';
import { personLine, personText } from './mail/person-text.js';
import { laterTime, readCalendarTime, type ZoneFinder } from './read-calendar-time.js';
import {
  lineOf,
  linesOf,
  parameter,
  parameterList,
  unescapeText,
  type LooseComponent,
  type LooseLine,
} from './read-content-lines.js';

const LONGEST_UID = 255;
const LONGEST_COMMENT = 2_000;
const LONGEST_NAME = 200;
const MOST_PEOPLE = 200;
const HIGHEST_SEQUENCE = 2_147_483_647;

/** Reads one VEVENT of an answer; undefined without a UID that could be one of ours. */
export function readReplyComponent(event: LooseComponent, zoneOf: ZoneFinder): ReplyComponent | undefined {
  const uid = lineOf(event, 'UID')?.value.trim() ?? '';
  if (uid === '' || uid.length > LONGEST_UID) return undefined;
  const time = (name: string) => readCalendarTime(lineOf(event, name), zoneOf);
  const start = time('DTSTART');
  return {
    uid,
    recurrenceId: time('RECURRENCE-ID'),
    sequence: readSequence(event),
    stampedAt: readStamp(event, zoneOf),
    organizer:
      linesOf(event, 'ORGANIZER')
        .map(addressOf)
        .find((address) => address !== null) ?? null,
    attendees: linesOf(event, 'ATTENDEE').slice(0, MOST_PEOPLE).flatMap(readAttendee),
    start,
    end: time('DTEND') ?? laterTime(start, lineOf(event, 'DURATION')?.value),
    comment: readComment(event),
    requestStatus: linesOf(event, 'REQUEST-STATUS').flatMap(
      ({ value }) => /^\s*(\d(?:\.\d{1,3}){1,2})\s*(?:;|$)/.exec(value)?.[1] ?? [],
    ),
  };
}

/** RFC 5545 section 3.8.7.4: 32 bits; services that count in milliseconds are known. */
function readSequence(event: LooseComponent): number {
  const number = ['SEQUENCE', 'X-MICROSOFT-CDO-APPT-SEQUENCE']
    .map((name) => /^[+-]?\d+$/.exec(lineOf(event, name)?.value.trim() ?? '')?.[0])
    .find((text) => text !== undefined);
  return Math.min(Math.max(Number(number ?? 0), 0), HIGHEST_SEQUENCE);
}

/** RFC 5545 section 3.8.7.2 asks for UTC, so a stamp that forgets its `Z` is read as such. */
function readStamp(event: LooseComponent, zoneOf: ZoneFinder): Date | null {
  const stamp = readCalendarTime(lineOf(event, 'DTSTAMP'), zoneOf);
  if (stamp?.kind === 'floating') return new Date(`${stamp.wall}Z`);
  return stamp?.kind === 'instant' ? stamp.at : null;
}

/** Where the value is no mail address (`urn:uuid:…`), that of the EMAIL parameter (RFC 7986 section 6.2). */
const addressOf = (line: LooseLine): string | null => canonicalAddress(line.value) ?? emailOf(line);

const emailOf = (line: LooseLine): string | null => canonicalAddress(parameter(line, 'EMAIL') ?? '');

function readAttendee(line: LooseLine): ReplyAttendee[] {
  const address = addressOf(line);
  if (address === null) return [];
  const text = (name: string) => personLine(parameter(line, name) ?? '', LONGEST_NAME) || null;
  const addresses = (name: string) =>
    parameterList(line, name)
      .slice(0, MOST_PEOPLE)
      .flatMap((value) => canonicalAddress(value) ?? []);
  return [
    {
      address,
      email: emailOf(line),
      name: text('CN'),
      partstat: text('PARTSTAT')?.toUpperCase() ?? null,
      sentBy: canonicalAddress(parameter(line, 'SENT-BY') ?? ''),
      delegatedTo: addresses('DELEGATED-TO'),
      delegatedFrom: addresses('DELEGATED-FROM'),
    },
  ];
}

/** COMMENT, else Google's parameter of the attendee, else Yahoo's X-COMMENT. */
function readComment(event: LooseComponent): string | null {
  const property = (name: string) => linesOf(event, name).map(({ value }) => unescapeText(value).trim());
  const written = [
    property('COMMENT'),
    linesOf(event, 'ATTENDEE').map((line) =>
      decodeEntities(unescapeText(parameter(line, 'X-RESPONSE-COMMENT') ?? '')).trim(),
    ),
    property('X-COMMENT'),
  ];
  const texts = written.map((comments) => comments.filter((comment) => comment !== '').join('\n'));
  return personText(texts.find((text) => text !== '') ?? '', LONGEST_COMMENT) || null;
}
