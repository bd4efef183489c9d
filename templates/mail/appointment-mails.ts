import type { Language } from '../../src/kernel/text/language.js';
import type { MailBlock, MailDocument, MailFact } from '../../src/mail/mail-document.js';
import { defineTexts } from '../partials/define-texts.js';
import {
  formatDay,
  formatDateTime,
  formatDuration,
  formatTime,
  formatTimeRange,
} from '../partials/format.js';

/** One appointment or offered moment, as mails tell of it. */
export interface MailMoment {
  readonly start: Date;
  readonly end: Date;
  readonly place: string;
}

export interface RespondentMail {
  readonly language: Language;
  readonly zone: string;
  readonly studyTitle: string;
  readonly name: string;
  /** The respondent's own page. */
  readonly url: string;
  /** Where they say that they want no more offers and reminders. */
  readonly mailUrl: string;
  /** A person of the team to turn to. */
  readonly contact: { readonly name: string; readonly email: string };
}

export interface OfferMail extends RespondentMail {
  readonly moments: readonly MailMoment[];
  readonly durationMinutes: number;
  readonly deadline: Date;
}

export interface BookedMail extends RespondentMail {
  readonly moment: MailMoment;
  readonly interviewer: string;
  readonly routeUrl: string | null;
  /** `changed`: at the same time, with something else different. `again`: nothing changed, a calendar was behind. */
  readonly change: 'booked' | 'moved' | 'changed' | 'again' | 'cancelled';
}

/** Another time that the respondent's calendar proposed, and that cannot be. */
export interface RefusedProposalMail extends RespondentMail {
  readonly proposed: { readonly start: Date; readonly end: Date };
  readonly moment: MailMoment;
  readonly interviewer: string;
  /** Of the coordinator. */
  readonly words?: string | undefined;
}

const texts = defineTexts({
  nl: {
    hello: (name: string) => `Beste ${name},`,
    offerSubject: (title: string) => `Uitnodiging voor een interview: ${title}`,
    offerPreheader: (deadline: string) => `Kies een moment vóór ${deadline}.`,
    offerIntro: (title: string, duration: string) =>
      `Voor het onderzoek “${title}” spreken wij graag met u. Het gesprek duurt ongeveer ${duration}. Hieronder staan momenten waarop het kan.`,
    offerNote: (deadline: string) => `Reageren kan tot en met ${deadline}.`,
    offerButton: 'Kies een moment',
    offerElse:
      'Past geen van deze momenten, of doet u liever niet mee? Ook dat kunt u op de pagina aangeven.',
    offerLess: 'Geen mail meer over dit onderzoek ontvangen',
    zone: 'Alle tijden zijn de kloktijd van het onderzoek.',
    bookedSubject: (day: string, time: string) => `Uw interview op ${day} om ${time} uur`,
    movedSubject: (day: string, time: string) => `Uw interview is verzet naar ${day} om ${time} uur`,
    changedSubject: (day: string, time: string) => `Gewijzigd: uw interview op ${day} om ${time} uur`,
    cancelledSubject: (day: string) => `Uw interview van ${day} gaat niet door`,
    bookedIntro: (title: string) =>
      `Uw interview voor het onderzoek “${title}” staat vast. Fijn dat u meedoet.`,
    movedIntro: (title: string) =>
      `Uw interview voor het onderzoek “${title}” is verzet. De nieuwe gegevens:`,
    changedIntro: (title: string) =>
      `Er is iets gewijzigd aan uw interview voor het onderzoek “${title}”. Dag en tijd blijven hetzelfde. Zo is het nu:`,
    againSubject: (day: string, time: string) => `Zo staat het nu: uw interview op ${day} om ${time} uur`,
    againIntro: (title: string) =>
      `Uw agenda vroeg om de huidige gegevens van uw interview voor het onderzoek “${title}”, of antwoordde op een eerder moment. Zo staat het nu:`,
    refusedSubject: (day: string) => `Uw voorstel voor een ander moment: uw interview blijft op ${day}`,
    refusedIntro: (proposed: string) =>
      `U stelde een ander moment voor: ${proposed}. Dat lukt helaas niet. Uw interview blijft staan zoals het was:`,
    refusedElse: 'Kunt u dan echt niet? Op uw pagina kunt u het interview verzetten of afzeggen.',
    cancelledIntro: (title: string) =>
      `Uw interview voor het onderzoek “${title}” is afgezegd. Dit moment is vervallen; u hoeft niets te doen.`,
    day: 'Dag',
    time: 'Tijd',
    place: 'Plaats',
    with: 'Met',
    hour: (range: string) => range,
    manage: 'Verzetten of afzeggen',
    again: 'Bekijk uw pagina',
    route: 'Route',
    footer: (contact: string, email: string) =>
      `Vragen? Neem contact op met ${contact} via ${email}, of beantwoord deze mail.`,
    voluntary: 'Meedoen is vrijwillig. U kunt op elk moment stoppen, zonder reden te geven.',
    why: (title: string) => `U krijgt deze mail omdat u bent benaderd voor het onderzoek “${title}”.`,
  },
  en: {
    hello: (name) => `Dear ${name},`,
    offerSubject: (title) => `Invitation to an interview: ${title}`,
    offerPreheader: (deadline) => `Choose a moment before ${deadline}.`,
    offerIntro: (title, duration) =>
      `We would like to speak with you for the study “${title}”. The conversation takes about ${duration}. These are the moments that are possible.`,
    offerNote: (deadline) => `You can answer until ${deadline}.`,
    offerButton: 'Choose a moment',
    offerElse:
      'None of these moments fits, or you would rather not take part? You can say so on the page too.',
    offerLess: 'Receive no more mail about this study',
    zone: 'All times are in the time zone of the study.',
    bookedSubject: (day, time) => `Your interview on ${day} at ${time}`,
    movedSubject: (day, time) => `Your interview has moved to ${day} at ${time}`,
    changedSubject: (day, time) => `Changed: your interview on ${day} at ${time}`,
    cancelledSubject: (day) => `Your interview of ${day} is cancelled`,
    bookedIntro: (title) => `Your interview for the study “${title}” is booked. Thank you for taking part.`,
    movedIntro: (title) => `Your interview for the study “${title}” has moved. The new details:`,
    changedIntro: (title) =>
      `Something about your interview for the study “${title}” has changed. The day and time stay the same. This is how it is now:`,
    againSubject: (day, time) => `As it stands now: your interview on ${day} at ${time}`,
    againIntro: (title) =>
      `Your calendar asked for the current details of your interview for the study “${title}”, or answered to an earlier time. This is how it stands now:`,
    refusedSubject: (day) => `Your proposal of another time: your interview stays on ${day}`,
    refusedIntro: (proposed) =>
      `You proposed another time: ${proposed}. Unfortunately that is not possible. Your interview stays as it was:`,
    refusedElse: 'You really cannot make it? On your page you can move or cancel the interview.',
    cancelledIntro: (title) =>
      `Your interview for the study “${title}” is cancelled. This moment no longer stands; you need not do anything.`,
    day: 'Day',
    time: 'Time',
    place: 'Place',
    with: 'With',
    hour: (range) => range,
    manage: 'Move or cancel',
    again: 'See your page',
    route: 'Route',
    footer: (contact, email) => `Questions? Contact ${contact} at ${email}, or reply to this mail.`,
    voluntary: 'Taking part is voluntary. You can stop at any time, without giving a reason.',
    why: (title) => `You receive this mail because you were approached for the study “${title}”.`,
  },
});

/** Slots put to a respondent. */
export function offerMail(mail: OfferMail): MailDocument {
  const t = texts[mail.language];
  const deadline = formatDateTime(mail.deadline, mail);
  const moment = ({ start, end, place }: MailMoment) =>
    `${formatDay(start, mail)}, ${formatTimeRange(start, end, mail)} (${place})`;
  return {
    subject: t.offerSubject(mail.studyTitle),
    preheader: t.offerPreheader(deadline),
    greeting: t.hello(mail.name),
    blocks: [
      {
        kind: 'paragraph',
        text: t.offerIntro(mail.studyTitle, formatDuration(mail.durationMinutes, mail.language)),
      },
      { kind: 'list', items: mail.moments.map(moment) },
      { kind: 'button', label: t.offerButton, url: mail.url },
      { kind: 'note', text: t.offerNote(deadline) },
      { kind: 'paragraph', text: t.offerElse },
      { kind: 'link', label: t.offerLess, url: mail.mailUrl },
    ],
    footer: respondentFooter(mail),
  };
}

/** A booked, moved, changed or cancelled interview, to the respondent. */
export function appointmentMail(mail: BookedMail): MailDocument {
  const t = texts[mail.language];
  const { start } = mail.moment;
  const [day, time] = [formatDay(start, mail), formatTime(start, mail)];
  const { subject, intro } = wordsFor(mail);
  const facts = momentFacts(mail);
  return {
    subject: subject(day, time),
    greeting: t.hello(mail.name),
    blocks: [
      { kind: 'paragraph', text: intro(mail.studyTitle) },
      { kind: 'facts', facts: mail.change === 'cancelled' ? facts.slice(0, 2) : facts },
      { kind: 'button', label: mail.change === 'cancelled' ? t.again : t.manage, url: mail.url },
      ...routeBlock(mail, t.route),
    ],
    footer: respondentFooter(mail),
  };
}

/** The answer to a proposal that cannot be: what stands, and how to change it. */
export function refusedProposalMail(mail: RefusedProposalMail): MailDocument {
  const t = texts[mail.language];
  const said = (from: Date, to: Date) => `${formatDay(from, mail)}, ${formatTimeRange(from, to, mail)}`;
  return {
    subject: t.refusedSubject(formatDay(mail.moment.start, mail)),
    greeting: t.hello(mail.name),
    blocks: [
      { kind: 'paragraph', text: t.refusedIntro(said(mail.proposed.start, mail.proposed.end)) },
      ...(mail.words ? [{ kind: 'paragraph', text: mail.words } as const] : []),
      { kind: 'facts', facts: momentFacts(mail) },
      { kind: 'paragraph', text: t.refusedElse },
      { kind: 'button', label: t.manage, url: mail.url },
    ],
    footer: respondentFooter(mail),
  };
}

/** When, where and with whom: day and time come first. */
export function momentFacts(
  mail: Pick<BookedMail, 'language' | 'zone' | 'moment' | 'interviewer'>,
): MailFact[] {
  const t = texts[mail.language];
  const { start, end, place } = mail.moment;
  return [
    { label: t.day, value: formatDay(start, mail) },
    { label: t.time, value: formatTimeRange(start, end, mail) },
    { label: t.place, value: place },
    { label: t.with, value: mail.interviewer },
  ];
}

function wordsFor({ language, change }: BookedMail) {
  const t = texts[language];
  return {
    booked: { subject: t.bookedSubject, intro: t.bookedIntro },
    moved: { subject: t.movedSubject, intro: t.movedIntro },
    changed: { subject: t.changedSubject, intro: t.changedIntro },
    again: { subject: t.againSubject, intro: t.againIntro },
    cancelled: { subject: t.cancelledSubject, intro: t.cancelledIntro },
  }[change];
}

function routeBlock({ change, routeUrl }: BookedMail, label: string): MailBlock[] {
  return routeUrl && change !== 'cancelled' ? [{ kind: 'link', label, url: routeUrl }] : [];
}

/** Whom to turn to, and why they get this. */
export function respondentFooter({ language, studyTitle, contact }: RespondentMail): string[] {
  const t = texts[language];
  return [t.footer(contact.name, contact.email), t.voluntary, t.why(studyTitle)];
}
