import { base64, calendar, inAmsterdam, mailDate, raw, stamp, utc, type Sample } from './sample-text.js';

/** Spelling of its own: a ROLE that does not exist, STATUS twice, RSVP still there, a zone that nothing explains. */
export const yahooReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  return raw(`
Date: ${mailDate(given)}
From: Lotte de Wit <${attendee}>
To: ${organizer}
Message-ID: <1404567890.1234567.1795500000000@mail.yahoo.example>
Subject: Accepted: Interview
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="----=_Part_1234567_1404567890.1795500000000"

------=_Part_1234567_1404567890.1795500000000
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 7bit

Lotte de Wit accepted.
------=_Part_1234567_1404567890.1795500000000
Content-Type: text/calendar;charset=UTF-8;method=REPLY
Content-Transfer-Encoding: 7bit

${calendar(`
BEGIN:VCALENDAR
PRODID://Yahoo//Calendar//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
SUMMARY:Interview
CLASS:PUBLIC
DTSTART;TZID=Europe/Amsterdam:${inAmsterdam(start)}
DTEND;TZID=Europe/Amsterdam:${inAmsterdam(end)}
STATUS:CONFIRMED
SEQUENCE:${sequence}
UID:${uid}
DTSTAMP:${stamp(given)}
ORGANIZER;CN=Planning:mailto:${organizer}
ATTENDEE;PARTSTAT=ACCEPTED;CN=Lotte de Wit;ROLE=REQ_PARTICIPANT;RSVP=TRUE:mailto:${attendee}
STATUS:CONFIRMED
X-COMMENT:
END:VEVENT
END:VCALENDAR`)}
------=_Part_1234567_1404567890.1795500000000--
`);
};

/** An assistant answers from their own address, in the name of who was invited. */
export const zimbraReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  const assistant = `assistent@${attendee.replace(/^.*@/, '')}`;
  return raw(`
Date: ${mailDate(given)}
From: Secretariaat <${assistant}>
Sender: Secretariaat <${assistant}>
To: Planning <${organizer}>
Message-ID: <1866713321.88.1795500000000.JavaMail.zimbra@mail.example.com>
Subject: Voorlopig: Interview
MIME-Version: 1.0
X-Mailer: Zimbra 8.8.15_GA (ZimbraWebClient)
Content-Type: multipart/alternative;
	boundary="=_b6a0d8b2-5f26-4f8e-a0a5-0d2b7c9b8e34"

--=_b6a0d8b2-5f26-4f8e-a0a5-0d2b7c9b8e34
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Onder voorbehoud; de wethouder belt nog.

--=_b6a0d8b2-5f26-4f8e-a0a5-0d2b7c9b8e34
Content-Type: text/calendar; charset=utf-8; method=REPLY; name=meeting.ics
Content-Transfer-Encoding: 7bit

${calendar(`
BEGIN:VCALENDAR
PRODID:Zimbra-Calendar-Provider
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:${uid}
SUMMARY:Interview
COMMENT:Onder voorbehoud\\; de wethouder belt nog.
ATTENDEE;CN=Wethouder;PARTSTAT=TENTATIVE;SENT-BY="mailto:${assistant}":mailto:${attendee}
DTSTART;TZID="Europe/Amsterdam":${inAmsterdam(start)}
DTEND;TZID="Europe/Amsterdam":${inAmsterdam(end)}
ORGANIZER;CN=Planning:mailto:${organizer}
DTSTAMP:${stamp(given)}
SEQUENCE:${sequence}
CLASS:PUBLIC
END:VEVENT
END:VCALENDAR`)}
--=_b6a0d8b2-5f26-4f8e-a0a5-0d2b7c9b8e34--
`);
};

/** By the server, in the user's name, once the entry is deleted from a calendar. */
export const nextcloudReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  return raw(`
Message-ID: <0f7d9f4b21b76ab2@cloud.example.org>
Date: ${mailDate(given)}
Subject: Re: Interview
From: "Sanne Bos via Cloud" <cloud@example.org>
Reply-To: Sanne Bos <${attendee}>
To: Planning <${organizer}>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=sNHhLPfR

--sNHhLPfR
Content-Type: multipart/alternative; boundary=cfW0pBnK

--cfW0pBnK
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Sanne Bos heeft uw uitnodiging afgewezen.
--cfW0pBnK--

--sNHhLPfR
Content-Type: text/calendar; method=REPLY; name=event.ics
Content-Transfer-Encoding: base64
Content-Disposition: attachment; name=event.ics; filename=event.ics

${base64(
  calendar(`
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Sabre//Sabre VObject 4.5.6//EN
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
UID:${uid}
SEQUENCE:${sequence}
REQUEST-STATUS:2.0;Success
DTSTART:${utc(start)}
DTEND:${utc(end)}
SUMMARY:Interview
ORGANIZER;CN=Planning:mailto:${organizer}
ATTENDEE;X-RESPONSE-COMMENT="Dan ben ik vrij";PARTSTAT=DECLINED;CN=Sanne Bos:mailto:${attendee}
COMMENT:Dan ben ik vrij
DTSTAMP:${stamp(given)}
END:VEVENT
END:VCALENDAR`),
)}
--sNHhLPfR--
`);
};

export const kontactReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  return raw(`
From: Tim Prins <${attendee}>
To: ${organizer}
Date: ${mailDate(given)}
Message-ID: <2218376.iZASKD2KPV@laptop>
Subject: Answer: Interview
User-Agent: KMail
MIME-Version: 1.0
Content-Transfer-Encoding: 8bit
Content-Type: text/calendar; method="reply"; charset="utf-8"

${calendar(`
BEGIN:VCALENDAR
PRODID:-//K Desktop Environment//NONSGML libkcal 4.3//EN
VERSION:2.0
X-KDE-ICAL-IMPLEMENTATION-VERSION:1.0
METHOD:REPLY
BEGIN:VEVENT
ORGANIZER;CN=Planning:MAILTO:${organizer}
DTSTAMP:${stamp(given)}
ATTENDEE;CN=Tim Prins;RSVP=TRUE;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;X-UID=94059032205584:mailto:${attendee}
CREATED:${stamp(given)}
UID:${uid}
SEQUENCE:${sequence}
LAST-MODIFIED:${stamp(given)}
SUMMARY:Interview – één uur
DTSTART:${utc(start)}
DTEND:${utc(end)}
TRANSP:OPAQUE
COMMENT:Prima.
REQUEST-STATUS:2.0;Success.
END:VEVENT
END:VCALENDAR`)}`);
};

/** The METHOD taken out of the header on the way, as a bridge between an encrypted mailbox and a program does. */
export const bridgedReply: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start } = given;
  return raw(`
Date: ${mailDate(given)}
To: ${organizer}
From: Ravi Ram <${attendee}>
Subject: Invitation Reply: Interview
Message-ID: <q0nT8Zc1k2@protonmail.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=7d1f4c0b9a

--7d1f4c0b9a
Content-Type: text/plain; charset=utf-8

Ravi Ram accepted your invitation.
--7d1f4c0b9a
Content-Type: text/calendar; charset=utf-8; filename=invite.ics; name=invite.ics
Content-Disposition: attachment; filename=invite.ics
Content-Transfer-Encoding: base64

${base64(
  calendar(`
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Proton AG//WebCalendar 5.0//EN
METHOD:REPLY
BEGIN:VEVENT
UID:${uid}
DTSTAMP:${stamp(given)}
DTSTART:${utc(start)}
ORGANIZER;CN=Planning:mailto:${organizer}
ATTENDEE;PARTSTAT=ACCEPTED:mailto:${attendee}
SEQUENCE:${sequence}
END:VEVENT
END:VCALENDAR`),
)}
--7d1f4c0b9a--
`);
};
