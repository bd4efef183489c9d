import {
  asUuid,
  commonHeaders,
  mailbox,
  markOf,
  methodOf,
  type AnswerKind,
  type MailShape,
} from './answer-mail.js';
import { editProperties } from './edit-properties.js';
import { base64Body, quotedPrintable } from './mime-encodings.js';
import { messageOf, multipart, textBody, type MimePart } from './mime-part.js';

const done: Record<AnswerKind, string> = {
  ACCEPTED: 'Accepted',
  TENTATIVE: 'Tentatively accepted',
  DECLINED: 'Declined',
  COUNTER: 'Proposed new time',
  REFRESH: 'Asked again',
};

/** Google Calendar: sent by its servers in the user's name, the object as an alternative and again as a file. */
export const googleShape: MailShape = (mail) => {
  const mark = markOf(mail, 'google');
  const words = `${mail.from.name} has answered this invitation: ${done[mail.kind].toLowerCase()}.`;
  const ics = withGuests(mail.ics);
  const alternatives = multipart('multipart/alternative', `00000000000${mark.slice(0, 17)}`, [
    {
      headers: [
        'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
        'Content-Transfer-Encoding: base64',
      ],
      body: base64Body(textBody(`${words}\n\n${mail.summary}\n`)),
    },
    {
      headers: ['Content-Type: text/html; charset="UTF-8"', 'Content-Transfer-Encoding: quoted-printable'],
      body: quotedPrintable(textBody(`<html><body><p>${words}</p></body></html>\n`)),
    },
    inline(ics, methodOf(mail.kind)),
  ]);
  const headers = [
    `Reply-To: ${mailbox(mail.from)}`,
    'Sender: Google Calendar <calendar-notification@google.com>',
    'Auto-Submitted: auto-generated',
    `Message-ID: <calendar-${asUuid(mark)}@google.com>`,
    ...commonHeaders(mail, `${done[mail.kind]}: ${mail.summary}`),
  ];
  return messageOf(
    headers,
    multipart('multipart/mixed', `00000000000${mark.slice(-17)}`, [alternatives, attached(ics)]),
  );
};

const inline = (ics: Buffer, method: string): MimePart => {
  const isAscii = ics.every((byte) => byte < 0x80);
  return {
    headers: [
      `Content-Type: text/calendar; charset="UTF-8"; method=${method}`,
      `Content-Transfer-Encoding: ${isAscii ? '7bit' : 'quoted-printable'}`,
    ],
    body: isAscii ? ics : quotedPrintable(ics),
  };
};

const attached = (ics: Buffer): MimePart => ({
  headers: [
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    'Content-Transfer-Encoding: base64',
  ],
  body: base64Body(ics),
});

/** Google counts the guests that come along, in a parameter of its own. */
const withGuests = (ics: Buffer) =>
  editProperties(ics, (name, line) =>
    name === 'ATTENDEE' ? line.replace(/^ATTENDEE/i, 'ATTENDEE;X-NUM-GUESTS=0') : line,
  );
