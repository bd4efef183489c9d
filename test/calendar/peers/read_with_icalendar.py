"""Reads a calendar object from standard input with Debian's icalendar and prints what it understood."""

import json
import sys
from datetime import timezone

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
(event,) = calendar.walk("VEVENT")
attendees = event.get("ATTENDEE", [])
attendees = attendees if isinstance(attendees, list) else [attendees]


def instant(name):
    return int(event[name].dt.astimezone(timezone.utc).timestamp())


print(
    json.dumps(
        {
            "method": str(calendar["METHOD"]),
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "start": instant("DTSTART"),
            "end": instant("DTEND"),
            "summary": str(event["SUMMARY"]),
            "organizer": str(event["ORGANIZER"]),
            "attendees": [str(attendee) for attendee in attendees],
            "partstat": [attendee.params.get("PARTSTAT") for attendee in attendees],
            "rsvp": [attendee.params.get("RSVP") for attendee in attendees],
            "faults": len(calendar.errors) + sum(len(part.errors) for part in calendar.walk()),
        }
    )
)
