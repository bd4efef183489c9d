import { asUuid, commonHeaders, markOf, type AnswerKind, type MailShape } from './answer-mail.js';
import { quotedPrintable, quotedPrintableBinary } from './mime-encodings.js';
import { messageOf, multipart, textBody, type MimePart } from './mime-part.js';

const done: Record<AnswerKind, string> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentatively accepted',
  DECLINED: 'declined',
  COUNTER: 'proposed another time for',
  REFRESH: 'asked again for',
};

/** Apple's Calendar through Apple's Mail: the object is only a file, and no header names its METHOD. */
export const appleShape: MailShape = (mail) => {
  const mark = markOf(mail, 'apple');
  const words = `${mail.from.name} has ${done[mail.kind]} the event: ${mail.summary}`;
  const rich = multipart('multipart/mixed', `Apple-Mail-2--${mark.slice(-9)}`, [
    html(`<html><body><div>${words}</div></body></html>`),
    file(mail.ics, `iCal-${mail.sentAt.toISOString().replace(/\D/g, '').slice(0, 14)}.ics`),
    html('<html><body></body></html>'),
  ]);
  const plain: MimePart = {
    headers: [
      'Content-Type: text/plain;\r\n\tcharset=utf-8;\r\n\tformat=flowed',
      'Content-Transfer-Encoding: quoted-printable',
    ],
    body: quotedPrintable(textBody(`${words}\n`)),
  };
  const headers = [
    ...commonHeaders(mail, `Event ${done[mail.kind]}: ${mail.summary}`),
    `Message-Id: <${asUuid(mark).toUpperCase()}@${mail.from.address.replace(/^.*@/, '')}>`,
    'X-Mailer: Apple Mail (2.3445)',
  ];
  return messageOf(
    headers,
    multipart('multipart/alternative', `Apple-Mail-1--${mark.slice(0, 9)}`, [plain, rich]),
  );
};

const html = (text: string): MimePart => ({
  headers: ['Content-Type: text/html;\r\n\tcharset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
  body: quotedPrintable(textBody(text)),
});

const file = (ics: Buffer, name: string): MimePart => ({
  headers: [
    `Content-Disposition: attachment;\r\n\tfilename=${name}`,
    `Content-Type: text/calendar;\r\n\tx-unix-mode=0644;\r\n\tname="${name}"`,
    'Content-Transfer-Encoding: quoted-printable',
  ],
  body: quotedPrintableBinary(ics),
});
