import { createHash } from 'node:crypto';
import { headerText } from './mime-encodings.js';

export const answerKinds = ['ACCEPTED', 'TENTATIVE', 'DECLINED', 'COUNTER', 'REFRESH'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** METHOD of the calendar object that carries such an answer (RFC 5546 1.4). */
export const methodOf = (kind: AnswerKind): 'REPLY' | 'COUNTER' | 'REFRESH' =>
  kind === 'COUNTER' || kind === 'REFRESH' ? kind : 'REPLY';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** What a client mails when its user answers an invitation. */
export interface AnswerMail {
  readonly kind: AnswerKind;
  /** The calendar object as the peer wrote it. */
  readonly ics: Buffer;
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** Title of the invitation; each client makes a subject of its own out of it. */
  readonly summary: string;
  readonly sentAt: Date;
  /** When the invitation was for; Exchange names that time beside a proposal. */
  readonly invited?: { readonly start: Date; readonly end: Date };
}

/** The raw message that one client makes of an answer. */
export type MailShape = (mail: AnswerMail) => Buffer;

export const mailbox = ({ name, address }: Mailbox): string =>
  /^[ \w.-]*$/.test(name) ? `${name} <${address}>`.trim() : `${quotedName(name)} <${address}>`;

const quotedName = (name: string) =>
  /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : headerText(name);

/** The same for the same answer in the same shape, other for every other: 32 hexadecimal digits. */
export const markOf = ({ ics, from, sentAt }: AnswerMail, shape: string): string =>
  createHash('sha256')
    .update(`${shape} ${from.address} ${sentAt.toISOString()} `)
    .update(ics)
    .digest('hex')
    .slice(0, 32);

/** RFC 5322 3.3, in UTC. */
export const mailDate = (at: Date): string => at.toUTCString().replace('GMT', '+0000');

/** As UUIDs are written, of 32 hexadecimal digits. */
export const asUuid = (mark: string): string => mark.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** From, To, Subject and Date, which every client writes. */
export const commonHeaders = ({ from, to, sentAt }: AnswerMail, subject: string): string[] => [
  `From: ${mailbox(from)}`,
  `To: ${mailbox(to)}`,
  `Subject: ${headerText(subject)}`,
  `Date: ${mailDate(sentAt)}`,
  'MIME-Version: 1.0',
];
