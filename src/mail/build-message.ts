import MailComposer from 'nodemailer/lib/mail-composer';
import type { CalendarPart } from './outgoing-mail.js';
import type { Letter } from './letter.js';

/**
 * The RFC 5322 bytes of a letter: always the same for the same letter, boundaries included.
 * With a calendar part: mixed[alternative[text, html, text/calendar], application/ics], both copies equal,
 * as mail programs look at the one or at the other (RFC 6047 2.4).
 */
export async function buildMessage(letter: Letter): Promise<Buffer> {
  const { from, to, subject, messageId, date, headers } = letter;
  const composer = new MailComposer({
    from,
    to,
    replyTo: from,
    subject,
    messageId,
    date: new Date(date),
    headers,
    text: textPart(letter.text),
    html: textPart(letter.html),
    ...(letter.calendar && calendarParts(letter.calendar)),
    baseBoundary: letter.id.replaceAll('-', ''),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Quoted-printable always, so that no line is too long and no server has reason to touch it. */
const textPart = (content: string) => ({
  content: content.replace(/\r?\n/g, '\r\n'),
  contentTransferEncoding: 'quoted-printable',
});

/** `contentTransferEncoding`, not `encoding`: the latter says that the content is base64 already. */
function calendarParts({ method, content }: CalendarPart) {
  const bytes = Buffer.from(content, 'utf8');
  return {
    alternatives: [
      {
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        content: bytes,
        contentTransferEncoding: 'base64',
      },
    ],
    attachments: [{ filename: 'invite.ics', contentType: 'application/ics', content: bytes }],
  };
}
