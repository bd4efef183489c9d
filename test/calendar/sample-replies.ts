import {
  asBinary,
  base64,
  calendar,
  inAmsterdam,
  mailDate,
  raw,
  stamp,
  utc,
  type Sample,
} from './sample-text.js';

export const googleReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  const ics = calendar(`
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:${utc(start)}
DTEND:${utc(end)}
DTSTAMP:${stamp(given)}
ORGANIZER;CN=Planning:mailto:${organizer}
UID:${uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Noor Visser;X-NUM-GUESTS=0;X-RESPONSE-COMMENT="Graag, tot dan; ik neem koffie mee":mailto:${attendee}
CREATED:${stamp(given)}
DESCRIPTION:
LAST-MODIFIED:${stamp(given)}
SEQUENCE:${sequence}
STATUS:CONFIRMED
SUMMARY:Interview
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR`);
  return raw(`
Reply-To: Noor Visser <${attendee}>
Sender: Google Calendar <calendar-notification@google.com>
Auto-Submitted: auto-generated
Message-ID: <calendar-5f0d2d52-77a5-4a13-9a0e-5f1bd52c7a10@google.com>
Date: ${mailDate(given)}
Subject: Accepted: Interview
From: Noor Visser <${attendee}>
To: ${organizer}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="000000000000a1b2c3"

--000000000000a1b2c3
Content-Type: multipart/alternative; boundary="000000000000d4e5f6"

--000000000000d4e5f6
Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
Content-Transfer-Encoding: base64

${base64('Noor Visser komt naar dit gesprek.\r\n')}
--000000000000d4e5f6
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

<p style=3D"color:#222">Noor Visser komt naar dit gesprek.</p>
--000000000000d4e5f6
Content-Type: text/calendar; charset="UTF-8"; method=REPLY
Content-Transfer-Encoding: 7bit

${ics}
--000000000000d4e5f6--

--000000000000a1b2c3
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

${base64(ics)}
--000000000000a1b2c3--
`);
};

export const outlookReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  const ics = calendar(`
BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=DECLINED;CN=Joost Kuiper:mailto:${attendee}
COMMENT;LANGUAGE=nl-NL:Die week ben ik op reis\\, helaas.\\n
UID:${uid}
SUMMARY;LANGUAGE=nl-NL:Geweigerd: Interview
DTSTART;TZID=W. Europe Standard Time:${inAmsterdam(start)}
DTEND;TZID=W. Europe Standard Time:${inAmsterdam(end)}
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:${stamp(given)}
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:${sequence}
X-MICROSOFT-CDO-APPT-SEQUENCE:${sequence}
X-MICROSOFT-CDO-BUSYSTATUS:FREE
X-MICROSOFT-CDO-INSTTYPE:0
END:VEVENT
END:VCALENDAR`);
  return raw(`
From: Joost Kuiper <${attendee}>
To: ${organizer}
Subject: Geweigerd: Interview
Thread-Topic: Interview
Thread-Index: AdxQYh0vB3mH2k6RQ8Wz0K4dXn7ETw==
Date: ${mailDate(given)}
Message-ID: <AM0PR00MB12344D7E@AM0PR00MB1234.eurprd00.prod.outlook.com>
Accept-Language: nl-NL, en-US
Content-Language: nl-NL
X-MS-Has-Attach:
X-MS-TNEF-Correlator:
Content-Type: multipart/alternative;
	boundary="_000_AM0PR00MB12344D7E_"
MIME-Version: 1.0

--_000_AM0PR00MB12344D7E_
Content-Type: text/plain; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

Die week ben ik op reis, helaas. Misschien =E9=E9n week later?

--_000_AM0PR00MB12344D7E_
Content-Type: text/html; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

<html><body>Die week ben ik op reis, helaas. Misschien =E9=E9n week later?</body></html>

--_000_AM0PR00MB12344D7E_
Content-Type: text/calendar; charset="utf-8"; method=REPLY
Content-Transfer-Encoding: base64

${base64(ics)}
--_000_AM0PR00MB12344D7E_--
`);
};

export const appleReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  const ics = calendar(`
BEGIN:VCALENDAR
PRODID:-//Apple Inc.//iCal 3.0//EN
CALSCALE:GREGORIAN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
SEQUENCE:${sequence}
DTSTART;TZID=Europe/Amsterdam:${inAmsterdam(start)}
DTEND;TZID=Europe/Amsterdam:${inAmsterdam(end)}
UID:${uid}
ORGANIZER;CN="Planning":mailto:${organizer}
DTSTAMP:${stamp(given)}
SUMMARY:Interview
ATTENDEE;CN="Eva Smit";EMAIL="${attendee}";CUTYPE=INDIVIDUAL;PARTSTAT=TENTATIVE;ROLE=REQ-PARTICIPANT:mailto:${attendee}
CREATED:${stamp(given)}
END:VEVENT
END:VCALENDAR`);
  return raw(`
Date: ${mailDate(given)}
From: Eva Smit <${attendee}>
Subject: Event tentatively accepted: Interview
To: ${organizer}
Message-Id: <7C0C2E0B-3D7A-4B0E-9B5C-2B1F4F8A90D1@mac.example>
Mime-Version: 1.0 (Apple Message framework v1085)
X-Mailer: Apple Mail (2.1085)
Content-Type: multipart/alternative; boundary=Apple-Mail-1--417300621

--Apple-Mail-1--417300621
Content-Type: text/plain;
	charset=US-ASCII;
	format=flowed;
	delsp=yes
Content-Transfer-Encoding: 7bit

Eva Smit has tentatively accepted the event: Interview
--Apple-Mail-1--417300621
Content-Type: multipart/mixed;
	boundary=Apple-Mail-2--417300621

--Apple-Mail-2--417300621
Content-Type: text/html;
	charset=US-ASCII
Content-Transfer-Encoding: 7bit

<html><body>Eva Smit has tentatively accepted the event: Interview</body></html>
--Apple-Mail-2--417300621
Content-Disposition: attachment;
	filename=iCal-20261124-101500.ics
Content-Type: text/calendar;
	x-unix-mode=0644;
	name="iCal-20261124-101500.ics"
Content-Transfer-Encoding: quoted-printable

${asBinary(ics)}
--Apple-Mail-2--417300621--

--Apple-Mail-1--417300621--
`);
};

export const thunderbirdReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  const ics = calendar(`
BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
CREATED:${stamp(given)}
LAST-MODIFIED:${stamp(given)}
DTSTAMP:${stamp(given)}
UID:${uid}
SUMMARY:Interview
STATUS:CONFIRMED
ORGANIZER;CN=Planning:mailto:${organizer}
ATTENDEE;CN=Bas Mulder;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:${attendee}
X-MOZ-RECEIVED-SEQUENCE:${sequence}
X-MOZ-RECEIVED-DTSTAMP:${stamp(given)}
X-MOZ-GENERATION:1
DTSTART;TZID=Europe/Amsterdam:${inAmsterdam(start)}
DTEND;TZID=Europe/Amsterdam:${inAmsterdam(end)}
SEQUENCE:${sequence}
COMMENT:Ik kom iets eerder.
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR`);
  return raw(`
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
To: ${organizer}
From: Bas Mulder <${attendee}>
Message-ID: <4e4b8a5e-1d0f-4b1d-8a52-0c6e1c3f9a77@example.net>
Date: ${mailDate(given)}
Subject: Invitation Reply (Accepted): Interview
Content-type: multipart/mixed; boundary="Boundary_(ID_OuterOfSample)"

--Boundary_(ID_OuterOfSample)
Content-type: multipart/alternative;
 boundary="Boundary_(ID_InnerOfSample)"

--Boundary_(ID_InnerOfSample)
Content-type: text/plain; charset=UTF-8
Content-transfer-encoding: 8BIT

Bas Mulder heeft je uitnodiging geaccepteerd – tot ziens.

--Boundary_(ID_InnerOfSample)
Content-type: text/calendar; method=REPLY; charset=UTF-8
Content-transfer-encoding: 8BIT

${ics}
--Boundary_(ID_InnerOfSample)--

--Boundary_(ID_OuterOfSample)
Content-type: application/ics; name=invite.ics
Content-disposition: attachment; filename=invite.ics
Content-transfer-encoding: 8BIT

${ics}
--Boundary_(ID_OuterOfSample)--
`);
};
