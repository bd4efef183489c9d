import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalAttendeeData,
  type ICalEventData,
} from 'ical-generator';
import { AMSTERDAM_VTIMEZONE } from './amsterdam-zone.js';
import type { CalendarEntry, EntryAttendee, InvitationEntry, PublishedEntry } from './calendar-entry.js';
import {
  calendarText,
  commonName,
  linkTarget,
  mailtoAddress,
  opaqueUid,
  organizerName,
} from './calendar-text.js';
import { entryTimes, inZone } from './entry-times.js';
import { foldLines, unfoldLines } from './fold-lines.js';

/** What the generator prints behind its own leading `-`. */
const PRODUCT = '//Veldwerk//Veldwerk//EN';

/**
 * Invites one person, or tells them what changed (RFC 5546 section 3.2.2). The same entry always gives the
 * same bytes. Proposing another time stays possible.
 */
export function writeRequest(entry: InvitationEntry): Buffer {
  const asksAnswer = entry.attendee.partstat === 'NEEDS-ACTION' || entry.attendee.rsvp === true;
  return writeObject(ICalCalendarMethod.REQUEST, {
    ...entryData(entry),
    attendees: [{ ...attendeeData(entry.attendee), rsvp: asksAnswer }],
    x: { 'X-MICROSOFT-DISALLOW-COUNTER': 'FALSE' },
  });
}

/** Takes the entry out of one person's calendar (RFC 5546 section 3.2.5); frees the time and asks no answer. */
export function writeCancel(entry: InvitationEntry): Buffer {
  return writeObject(ICalCalendarMethod.CANCEL, {
    ...entryData(entry),
    attendees: [attendeeData(entry.attendee)],
    ...calledOff,
  });
}

/** The entry as a file to put into a calendar oneself (RFC 5546 section 3.2.1): nobody is named or asked. */
export function writePublish(entry: CalendarEntry): Buffer {
  return writeObject(ICalCalendarMethod.PUBLISH, entryData(entry));
}

/**
 * The entry by itself as one that feeds hold. It changed last when it was stamped: DTSTAMP and LAST-MODIFIED are that
 * moment, however often the bytes are read.
 */
export function writePublished({ status, ...entry }: PublishedEntry): Buffer {
  return writeObject(ICalCalendarMethod.PUBLISH, {
    ...entryData({ ...entry, status: 'CONFIRMED' }),
    lastModified: inZone(entry.stampedAt, 'utc'),
    ...(status === 'CANCELLED' && calledOff),
  });
}

/** Frees the time. */
const calledOff = {
  status: ICalEventStatus.CANCELLED,
  busystatus: ICalEventBusyStatus.FREE,
  transparency: ICalEventTransparency.TRANSPARENT,
} as const;

function writeObject(method: ICalCalendarMethod, event: ICalEventData): Buffer {
  const calendar = ical({
    prodId: PRODUCT,
    scale: 'GREGORIAN',
    method,
    // Without a name: a named calendar zone turns DTSTAMP into local time. Events name the zone instead.
    timezone: { name: null, generator: () => AMSTERDAM_VTIMEZONE },
  });
  calendar.createEvent(event);
  return foldLines(unfoldLines(calendar.toString()).map(repairUriLine));
}

function entryData(entry: CalendarEntry): ICalEventData {
  const { start, end, zone } = entryTimes(entry);
  const { organizer } = entry;
  return {
    id: opaqueUid(entry.uid),
    sequence: entry.sequence,
    stamp: inZone(entry.stampedAt, 'utc'),
    start,
    end,
    timezone: zone,
    summary: calendarText(entry.summary),
    description: calendarText(entry.description ?? '') || null,
    location: calendarText(entry.location ?? '') || null,
    organizer: {
      name: organizerName(organizer),
      email: mailtoAddress(organizer.address),
    },
    url: entry.url === undefined ? null : linkTarget(entry.url),
    status: ICalEventStatus[entry.status],
    class: entry.isPrivate === true ? ICalEventClass.PRIVATE : null,
    busystatus: entry.status === 'TENTATIVE' ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.BUSY,
    transparency: ICalEventTransparency.OPAQUE,
  };
}

function attendeeData(attendee: EntryAttendee): ICalAttendeeData {
  return {
    name: commonName(attendee.name) ?? null,
    email: mailtoAddress(attendee.address),
    type: ICalAttendeeType.INDIVIDUAL,
    role: ICalAttendeeRole.REQ,
    status: ATTENDEE_STATUS[attendee.partstat],
  };
}

const ATTENDEE_STATUS = {
  'NEEDS-ACTION': ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
  DELEGATED: ICalAttendeeStatus.DELEGATED,
} as const;

/**
 * The generator escapes a URL as if it were text, which breaks links that hold a comma or semicolon, and
 * writes an attendee's scheme in capitals. No address or link holds a
 * backslash of its own, so both can be undone exactly.
 */
function repairUriLine(line: string): string {
  if (line.startsWith('URL;VALUE=URI:')) {
    return `URL:${line.slice('URL;VALUE=URI:'.length).replace(/\\([\\,;])/g, '$1')}`;
  }
  return line.startsWith('ATTENDEE;') ? line.replace(/:MAILTO:([^:]*)$/, ':mailto:$1') : line;
}
