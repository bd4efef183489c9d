import { base64, calendar, inAmsterdam, mailDate, raw, stamp, utc, type Sample } from './sample-text.js';

const dayMs = 24 * 3_600_000;
const dayLater = (at: Date) => new Date(at.getTime() + dayMs);

/** Another time a day later, as Exchange proposes it: nobody's name but the proposer's, the old time beside it. */
export const counterProposal: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  return raw(`
From: Joost Kuiper <${attendee}>
To: ${organizer}
Subject: Nieuwe tijd voorgesteld: Interview
Date: ${mailDate(given)}
Message-ID: <DB8PR00MB77770A1C@DB8PR00MB7777.eurprd00.prod.outlook.com>
Content-Language: nl-NL
MIME-Version: 1.0
Content-Type: multipart/alternative;
	boundary="_000_DB8PR00MB77770A1C_"

--_000_DB8PR00MB77770A1C_
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

Een dag later komt beter uit.

--_000_DB8PR00MB77770A1C_
Content-Type: text/calendar; charset="utf-8"; method=COUNTER
Content-Transfer-Encoding: base64

${base64(
  calendar(`
BEGIN:VCALENDAR
METHOD:COUNTER
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VEVENT
ATTENDEE;PARTSTAT=TENTATIVE;CN=Joost Kuiper:mailto:${attendee}
COMMENT;LANGUAGE=nl-NL:Een dag later komt beter uit.\\n
UID:${uid}
SUMMARY;LANGUAGE=nl-NL:Nieuwe tijd voorgesteld: Interview
DTSTART;TZID=W. Europe Standard Time:${inAmsterdam(dayLater(start))}
DTEND;TZID=W. Europe Standard Time:${inAmsterdam(dayLater(end))}
DTSTAMP:${stamp(given)}
SEQUENCE:${sequence}
X-MICROSOFT-CDO-APPT-SEQUENCE:${sequence}
X-MS-OLK-ORIGINALSTART;TZID=W. Europe Standard Time:${inAmsterdam(start)}
X-MS-OLK-ORIGINALEND;TZID=W. Europe Standard Time:${inAmsterdam(end)}
END:VEVENT
END:VCALENDAR`),
)}
--_000_DB8PR00MB77770A1C_--
`);
};

export const refreshRequest: Sample = (given) => {
  const { uid, attendee, organizer } = given;
  return raw(`
From: ${attendee}
To: ${organizer}
Date: ${mailDate(given)}
Message-ID: <refresh-1@laptop.example>
Subject: Interview
MIME-Version: 1.0
Content-Type: text/calendar; method=REFRESH; charset=utf-8
Content-Transfer-Encoding: 7bit

${calendar(`
BEGIN:VCALENDAR
PRODID:-//A laptop//A calendar//EN
METHOD:REFRESH
VERSION:2.0
BEGIN:VEVENT
ORGANIZER:mailto:${organizer}
ATTENDEE:mailto:${attendee}
DTSTAMP:${stamp(given)}
UID:${uid}
END:VEVENT
END:VCALENDAR`)}`);
};

/** Our own REQUEST comes back inside a report that it could not be delivered. */
export const bounce: Sample = (given) => {
  const { uid, attendee, organizer, sequence, start, end } = given;
  return raw(`
Return-Path: <>
From: Mail Delivery System <mailer-daemon@mx.example.net>
To: ${organizer}
Date: ${mailDate(given)}
Message-ID: <20261124100000.4F1B2C0D@mx.example.net>
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F1B2C0D.1795500000/mx.example.net"

--4F1B2C0D.1795500000/mx.example.net
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<${attendee}>: host mx.example.net said: 550 5.1.1 No such user here

--4F1B2C0D.1795500000/mx.example.net
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: ${mailDate(given)}

Final-Recipient: rfc822; ${attendee}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such user here

--4F1B2C0D.1795500000/mx.example.net
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: Planning <${organizer}>
To: ${attendee}
Subject: Interview
Message-ID: <9d1c7a52@study.example>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REQUEST

${calendar(`
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Veldwerk//Veldwerk//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:${uid}
SEQUENCE:${sequence}
DTSTAMP:${stamp(given)}
DTSTART:${utc(start)}
DTEND:${utc(end)}
SUMMARY:Interview
ORGANIZER;CN="Planning":mailto:${organizer}
ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${attendee}
END:VEVENT
END:VCALENDAR`)}
--4F1B2C0D.1795500000/mx.example.net--
`);
};

export const outOfOffice: Sample = (given) =>
  raw(`
From: Noor Visser <${given.attendee}>
To: ${given.organizer}
Date: ${mailDate(given)}
Message-ID: <vacation.88213@mail.example.com>
In-Reply-To: <9d1c7a52@study.example>
References: <9d1c7a52@study.example>
Subject: Automatisch antwoord: Interview
Auto-Submitted: auto-replied
X-Autoreply: yes
X-Auto-Response-Suppress: All
Precedence: bulk
MIME-Version: 1.0
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

Ik ben tot en met maandag afwezig; uw bericht wordt niet doorgestuurd. Voor =
spoed kunt u het co=F6rdinatieteam bellen.
`);

export const humanAnswer: Sample = (given) =>
  raw(`
From: Ravi Ram <${given.attendee}>
To: Planning <${given.organizer}>
Date: ${mailDate(given)}
Message-ID: <CAF6Yp3rN0k@mail.example.com>
In-Reply-To: <9d1c7a52@study.example>
Subject: Re: Interview
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="0000000000007b9e4d"

--0000000000007b9e4d
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

Beste planning,

Dat lukt mij, maar graag op het stadskantoor in plaats van op straat. Kan d=
at nog?

Groet, Ravi

> Op dinsdag schreef Planning:
> U bent uitgenodigd voor een interview.

--0000000000007b9e4d
Content-Type: text/html; charset="UTF-8"

<div dir="ltr">Dat lukt mij, maar graag op het stadskantoor.</div>
<blockquote>U bent uitgenodigd voor een interview.</blockquote>

--0000000000007b9e4d--
`);

/** One attribute of a TNEF stream: level, identifier, length, data, sum of its bytes ([MS-OXTNEF] 2.1.3). */
function tnefAttribute(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9, 1);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) % 65_536, 0));
  return Buffer.concat([head, data, sum]);
}

/** A signature, a key, the version and the class of an accepted invitation. */
const tnef = Buffer.concat([
  Buffer.from('789f3e220100', 'hex'),
  tnefAttribute(0x0008_9006, Buffer.from('00000100', 'hex')),
  tnefAttribute(0x0007_8008, Buffer.from('IPM.Schedule.Meeting.Resp.Pos\0', 'latin1')),
]);

export const winmail: Sample = (given) =>
  raw(`
From: Wim Post <${given.attendee}>
To: ${given.organizer}
Date: ${mailDate(given)}
Message-ID: <000901da5c2e$winmail@post.example>
Subject: Geaccepteerd: Interview
X-MS-TNEF-Correlator: 00000000D1F4C0B9A7
MIME-Version: 1.0
Content-Type: multipart/mixed;
	boundary="----=_NextPart_000_0009_01DA5C2E.A1B2C3D0"

------=_NextPart_000_0009_01DA5C2E.A1B2C3D0
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: 7bit

------=_NextPart_000_0009_01DA5C2E.A1B2C3D0
Content-Type: application/ms-tnef; name="winmail.dat"
Content-Disposition: attachment; filename="winmail.dat"
Content-Transfer-Encoding: base64

${base64(tnef)}
------=_NextPart_000_0009_01DA5C2E.A1B2C3D0--
`);
