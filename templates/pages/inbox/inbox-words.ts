import type { MailOutcome } from '../../../src/calendar/itip/mail-outcome.js';
import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import type { Tone } from '../../partials/badge.js';
import { useTexts } from '../../partials/page-context.js';
import { inboxTexts } from './inbox.texts.js';

const tones: Readonly<Record<MailOutcome, Tone>> = {
  applied: 'ok',
  stale: 'neutral',
  'for-an-earlier-time': 'warn',
  duplicate: 'neutral',
  'from-another-address': 'warn',
  stranger: 'bad',
  proposal: 'info',
  bounce: 'bad',
  ignored: 'neutral',
  unreadable: 'warn',
};

export const outcomeTone = (outcome: MailOutcome): Tone => tones[outcome];

type Texts = (typeof inboxTexts)['nl'];
export type CalendarAnswer = keyof Texts['answers'];

const answerTones: Readonly<Record<CalendarAnswer, Tone>> = {
  ACCEPTED: 'ok',
  TENTATIVE: 'warn',
  DECLINED: 'bad',
  DELEGATED: 'bad',
};

export const answerTone = (answer: CalendarAnswer): Tone => answerTones[answer];

/** What the calendar in it answers, if that is one of the answers there are. */
export function answerIn({ summary }: Pick<InboxMessage, 'summary'>): CalendarAnswer | undefined {
  const { partstat } = summary ?? {};
  return partstat && partstat in answerTones ? (partstat as CalendarAnswer) : undefined;
}

/** Who it is about, as the study knows them; undefined when it does not. */
export function useWho(): (message: InboxMessage) => string | undefined {
  const texts = useTexts(inboxTexts);
  return ({ respondent, interviewer, member }) => {
    if (member) return texts.member(member.expertise ?? String(member.place));
    return respondent?.pseudonym ?? interviewer ?? undefined;
  };
}

/** Who does what, in a few words. */
export function useTitle(): (message: InboxMessage) => string {
  const texts = useTexts(inboxTexts);
  const whoOf = useWho();
  return (message) => titleOf(message, { texts, who: whoOf(message) });
}

function titleOf(
  { reason, outcome }: InboxMessage,
  { texts: { titles, somebody, unknown }, who }: { texts: Texts; who: string | undefined },
): string {
  if (outcome === 'proposal') return titles.proposal(who ?? somebody);
  if (outcome === 'bounce') return titles.undelivered(who);
  switch (reason) {
    case 'resembles-invitee':
      return titles.resembles(who ?? unknown);
    case 'substitute-unannounced':
      return titles.substitute(who ?? unknown);
    case 'not-invited':
      return titles.notInvited(who ?? unknown);
    case 'unknown-invitation':
      return titles.unknownInvitation;
    case 'forged-sender':
      return titles.forged(who ?? unknown);
    case 'words':
      return titles.words(who ?? somebody);
    default:
      return titles.unreadable(who ?? unknown);
  }
}

/** Opens the reader's own mail program; whatever the address holds, it adds no field (RFC 6068 section 2). */
export function mailtoOf(address: string, subject?: string): string {
  const to = encodeURIComponent(address).replace('%40', '@');
  return subject === undefined ? `mailto:${to}` : `mailto:${to}?subject=${encodeURIComponent(subject)}`;
}
