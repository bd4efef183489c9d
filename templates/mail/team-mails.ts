import type { MailDocument } from '../../src/mail/mail-document.js';
import { defineTexts } from '../partials/define-texts.js';
import { formatDay, formatTimeRange, type TimeStyle } from '../partials/format.js';

interface TeamMail extends TimeStyle {
  readonly studyTitle: string;
  readonly start: Date;
  readonly end: Date;
  /** Where to see to it, behind signing in. */
  readonly url: string;
}

/** Somebody declined an appointment in their own calendar. */
export interface DeclinedMail extends TeamMail {
  /** A pseudonym; null when it was the interviewer. */
  readonly who: string | null;
  readonly siteName: string;
  /** What the study does by itself about a respondent who declines. */
  readonly follows: 'notify' | 'offer-anew' | 'cancel';
}

/** Another time that an interviewer's calendar proposed, and that cannot be. */
export interface RefusedProposal extends TeamMail {
  readonly proposed: { readonly start: Date; readonly end: Date };
  readonly words?: string | undefined;
}

const texts = defineTexts({
  nl: {
    interviewer: 'De interviewer',
    declinedSubject: (who: string, day: string) => `${who} kan niet op ${day}`,
    declinedIntro: (who: string) => `${who} heeft deze afspraak in de eigen agenda geweigerd.`,
    follows: {
      notify: 'De afspraak staat nog vast, tot u haar afzegt of andere momenten voorstelt.',
      'offer-anew': 'Veldwerk zegt de afspraak af en stelt de respondent andere momenten voor.',
      cancel: 'Veldwerk zegt de afspraak af.',
    },
    refusedSubject: (day: string) => `Uw voorstel voor een ander moment: de afspraak blijft op ${day}`,
    refusedIntro: (proposed: string) =>
      `U stelde een ander moment voor: ${proposed}. Dat lukt niet. De afspraak blijft staan zoals zij was:`,
    day: 'Dag',
    time: 'Tijd',
    site: 'Casus',
    open: 'Open de afspraak',
    why: (title: string) => `U krijgt deze mail omdat u meewerkt aan het onderzoek “${title}”.`,
  },
  en: {
    interviewer: 'The interviewer',
    declinedSubject: (who, day) => `${who} cannot make ${day}`,
    declinedIntro: (who) => `${who} declined this appointment in their own calendar.`,
    follows: {
      notify: 'It still stands, until you cancel it or offer other moments.',
      'offer-anew': 'Veldwerk cancels it and offers the respondent other moments.',
      cancel: 'Veldwerk cancels it.',
    },
    refusedSubject: (day) => `Your proposal of another time: the appointment stays on ${day}`,
    refusedIntro: (proposed) =>
      `You proposed another time: ${proposed}. That is not possible. The appointment stays as it was:`,
    day: 'Day',
    time: 'Time',
    site: 'Site',
    open: 'Open the appointment',
    why: (title) => `You receive this mail because you work on the study “${title}”.`,
  },
});

/** To who plans the study. */
export function declinedMail(mail: DeclinedMail): MailDocument {
  const t = texts[mail.language];
  const who = mail.who ?? t.interviewer;
  return {
    subject: t.declinedSubject(who, formatDay(mail.start, mail)),
    blocks: [
      { kind: 'paragraph', text: `${t.declinedIntro(who)} ${t.follows[mail.follows]}` },
      { kind: 'facts', facts: [...momentFacts(mail), { label: t.site, value: mail.siteName }] },
      { kind: 'button', label: t.open, url: mail.url },
    ],
    footer: [t.why(mail.studyTitle)],
  };
}

/** To the interviewer who proposed it. */
export function refusedProposalToTeam(mail: RefusedProposal): MailDocument {
  const t = texts[mail.language];
  const { start, end } = mail.proposed;
  return {
    subject: t.refusedSubject(formatDay(mail.start, mail)),
    blocks: [
      {
        kind: 'paragraph',
        text: t.refusedIntro(`${formatDay(start, mail)}, ${formatTimeRange(start, end, mail)}`),
      },
      ...(mail.words ? [{ kind: 'paragraph', text: mail.words } as const] : []),
      { kind: 'facts', facts: momentFacts(mail) },
      { kind: 'button', label: t.open, url: mail.url },
    ],
    footer: [t.why(mail.studyTitle)],
  };
}

const momentFacts = (mail: TeamMail) => [
  { label: texts[mail.language].day, value: formatDay(mail.start, mail) },
  { label: texts[mail.language].time, value: formatTimeRange(mail.start, mail.end, mail) },
];
