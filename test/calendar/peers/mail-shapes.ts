import { asUuid, commonHeaders, markOf, methodOf, type MailShape } from './answer-mail.js';
import { appleShape } from './apple-shape.js';
import { googleShape } from './google-shape.js';
import { messageOf } from './mime-part.js';
import { outlookShape } from './outlook-shape.js';
import { thunderbirdShape } from './thunderbird-shape.js';

/** A calendar object and nothing else (RFC 6047 2.4), as simple servers send it. */
export const bareShape: MailShape = (mail) =>
  messageOf(
    [
      ...commonHeaders(mail, mail.summary),
      `Message-ID: <${asUuid(markOf(mail, 'bare'))}@${mail.from.address.replace(/^.*@/, '')}>`,
    ],
    {
      headers: [
        `Content-Type: text/calendar; method=${methodOf(mail.kind)}; charset=utf-8`,
        'Content-Transfer-Encoding: 8bit',
      ],
      body: mail.ics,
    },
  );

/** How the clients that most people have put an answer into a mail. */
export const clientShapes = {
  Google: googleShape,
  Outlook: outlookShape,
  Apple: appleShape,
  Thunderbird: thunderbirdShape,
} satisfies Record<string, MailShape>;
export type ClientName = keyof typeof clientShapes;
