import { asUuid, commonHeaders, markOf, methodOf, type AnswerKind, type MailShape } from './answer-mail.js';
import { messageOf, multipart, textBody } from './mime-part.js';

const done: Record<AnswerKind, string> = {
  ACCEPTED: 'Accepted',
  TENTATIVE: 'Tentative',
  DECLINED: 'Declined',
  COUNTER: 'Counterproposal',
  REFRESH: 'Refresh',
};

/** Thunderbird: the same two boundaries in every message, everything in plain eight bits. */
export const thunderbirdShape: MailShape = (mail) => {
  const words = `${mail.from.name} answers: ${done[mail.kind].toLowerCase()}.`;
  const alternatives = multipart('multipart/alternative', 'Boundary_(ID_InnerAlternativesOfAnswer)', [
    {
      headers: ['Content-type: text/plain; charset=UTF-8', 'Content-transfer-encoding: 8BIT'],
      body: textBody(`${words}\n`),
    },
    {
      headers: ['Content-type: text/html; charset=UTF-8', 'Content-transfer-encoding: 8BIT'],
      body: textBody(`<html><body><p>${words}</p></body></html>\n`),
    },
    {
      headers: [
        `Content-type: text/calendar; method=${methodOf(mail.kind)}; charset=UTF-8`,
        'Content-transfer-encoding: 8BIT',
      ],
      body: mail.ics,
    },
  ]);
  const file = {
    headers: [
      'Content-type: application/ics; name=invite.ics',
      'Content-disposition: attachment; filename=invite.ics',
      'Content-transfer-encoding: 8BIT',
    ],
    body: mail.ics,
  };
  const headers = [
    `Message-ID: <${asUuid(markOf(mail, 'thunderbird'))}@${mail.from.address.replace(/^.*@/, '')}>`,
    'User-Agent: Mozilla Thunderbird',
    ...commonHeaders(mail, `Invitation Reply (${done[mail.kind]}): ${mail.summary}`),
  ];
  return messageOf(
    headers,
    multipart('multipart/mixed', 'Boundary_(ID_OuterMixedOfAnswer)', [alternatives, file]),
  );
};
