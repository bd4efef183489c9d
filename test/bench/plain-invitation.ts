import ical, { ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';
import { AMSTERDAM_VTIMEZONE } from '../../src/calendar/itip/amsterdam-zone.js';
import type { InvitationEntry } from '../../src/calendar/itip/calendar-entry.js';

type Plain = Pick<
  InvitationEntry,
  'uid' | 'start' | 'end' | 'zone' | 'summary' | 'description' | 'attendee' | 'organizer'
>;

/** An invitation the way the generator's own guide writes it: local times by luxon, the zone described. */
export function plainInvitation({
  uid,
  start,
  end,
  zone,
  summary,
  description,
  attendee,
  organizer,
}: Plain): string {
  const timezone = { name: zone, generator: () => AMSTERDAM_VTIMEZONE };
  const calendar = ical({ name: 'Interviews', method: ICalCalendarMethod.REQUEST, timezone });
  const [from, to] = [start, end].map((time) => DateTime.fromJSDate(time, { zone }));
  const event = calendar.createEvent({
    id: uid,
    start: from!,
    end: to!,
    timezone: zone,
    summary,
    description,
  });
  event.organizer({ name: organizer.name, email: organizer.address });
  event.createAttendee({
    email: attendee.address,
    ...(attendee.name && { name: attendee.name }),
    rsvp: true,
  });
  return calendar.toString();
}
