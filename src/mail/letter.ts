import { createHash } from 'node:crypto';
import type { Mailbox } from '../kernel/config/mailbox.js';
import { renderHtml } from '../../templates/mail/render-html.js';
import { renderText } from '../../templates/mail/render-text.js';
import { oneLine, plainAddress } from './header-text.js';
import type { CalendarPart, OutgoingMail } from './outgoing-mail.js';

/** A mail in its final words: everything that decides its bytes, so that a repeated send repeats them exactly. */
export interface Letter {
  readonly id: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly calendar?: CalendarPart;
}

export interface LetterFacts {
  readonly id: string;
  /** Also Reply-To and ORGANIZER: mail programs apply updates only when these agree. */
  readonly from: Mailbox;
  readonly now: Date;
}

/** @throws InvalidMailAddress when the address cannot stand in a header. */
export function composeLetter(mail: OutgoingMail, { id, from, now }: LetterFacts): Letter {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    id,
    from: { name: oneLine(from.name), address: plainAddress(from.address) },
    to: { name: oneLine(mail.to.name), address: plainAddress(mail.to.address) },
    subject: oneLine(mail.document.subject),
    date: now.toISOString(),
    messageId: `<${id}@${domain}>`,
    text: renderText(mail.document),
    html: renderHtml({ document: mail.document, language: mail.language }),
    headers: {
      ...threadHeaders(mail.thread, domain),
      ...natureHeaders(mail),
      ...listHeaders(mail.unsubscribeUrl),
    },
    ...(mail.calendar && { calendar: mail.calendar }),
  };
}

/** Refers to one message that never was, so that every order of arrival gives the same thread (RFC 5322 3.6.4). */
function threadHeaders(thread: string | undefined, domain: string): Record<string, string> {
  if (thread === undefined) return {};
  const root = `<${createHash('sha256').update(thread).digest('base64url').slice(0, 22)}.thread@${domain}>`;
  return { 'In-Reply-To': root, References: root };
}

function natureHeaders({ language, autoSubmitted = true }: OutgoingMail): Record<string, string> {
  return { 'Content-Language': language, ...(autoSubmitted && { 'Auto-Submitted': 'auto-generated' }) };
}

/**
 * The mail program's own button for less mail (RFC 2369 3.2). Opened, the address shows the page where the reader says
 * so; a post to it of `List-Unsubscribe=One-Click` does the same at once, without cookies, which RFC 8058 3 asks of
 * whoever announces it, over https only. No mailto: a mail with such a wish would wait for a person to read it.
 */
function listHeaders(url: string | undefined): Record<string, string> {
  if (url === undefined) return {};
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(url.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}
