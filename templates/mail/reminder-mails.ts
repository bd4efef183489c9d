import type { MailBlock, MailDocument } from '../../src/mail/mail-document.js';
import { defineTexts } from '../partials/define-texts.js';
import { formatDateTime, formatDay, formatTime } from '../partials/format.js';
import { momentFacts, respondentFooter, type MailMoment, type RespondentMail } from './appointment-mails.js';

export interface ReminderMail extends RespondentMail {
  readonly moment: MailMoment;
  readonly interviewer: string;
  readonly routeUrl: string | null;
  /** What they are asked for: nothing, a first answer, or more than perhaps. */
  readonly ask: 'nothing' | 'answer' | 'certainty';
  /** Until when it can be moved or cancelled by link; null when that has passed. */
  readonly changeUntil: Date | null;
}

const texts = defineTexts({
  nl: {
    hello: (name: string) => `Beste ${name},`,
    subject: {
      nothing: (day: string, time: string) => `Herinnering: uw interview op ${day} om ${time} uur`,
      answer: (day: string, time: string) => `Bent u erbij? Uw interview op ${day} om ${time} uur`,
      certainty: (day: string, time: string) =>
        `Weet u al of u erbij bent? Uw interview op ${day} om ${time} uur`,
    },
    intro: (title: string) =>
      `Binnenkort is uw interview voor het onderzoek “${title}”. Dit zijn de gegevens:`,
    asked: {
      answer: 'U heeft nog niet geantwoord.',
      certainty: 'U antwoordde “misschien”.',
    },
    ask: 'Laat u weten of u erbij bent? Beantwoord de uitnodiging in uw agenda, of beantwoord deze mail.',
    until: (moment: string) => `Past het toch niet? Verzetten of afzeggen kan tot ${moment}.`,
    tooLate: (contact: string, email: string) =>
      `Past het toch niet? Verzetten of afzeggen met de link kan niet meer. Laat het dan weten aan ${contact}, via ${email}.`,
    manage: 'Verzetten of afzeggen',
    page: 'Bekijk uw pagina',
    route: 'Route',
    less: 'Geen herinneringen meer ontvangen',
  },
  en: {
    hello: (name) => `Dear ${name},`,
    subject: {
      nothing: (day, time) => `Reminder: your interview on ${day} at ${time}`,
      answer: (day, time) => `Can you make it? Your interview on ${day} at ${time}`,
      certainty: (day, time) =>
        `Do you know yet whether you can make it? Your interview on ${day} at ${time}`,
    },
    intro: (title) => `Your interview for the study “${title}” is soon. These are the details:`,
    asked: {
      answer: 'You have not answered yet.',
      certainty: 'You answered “maybe”.',
    },
    ask: 'Will you let us know whether you can make it? Answer the invitation in your calendar, or reply to this mail.',
    until: (moment) => `Does it no longer suit you? You can move or cancel until ${moment}.`,
    tooLate: (contact, email) =>
      `Does it no longer suit you? Moving or cancelling by link is no longer possible. Please tell ${contact}, at ${email}.`,
    manage: 'Move or cancel',
    page: 'See your page',
    route: 'Route',
    less: 'Receive no more reminders',
  },
});

/** Reminds a respondent of an interview; never of one that they declined. */
export function reminderMail(mail: ReminderMail): MailDocument {
  const t = texts[mail.language];
  const { ask, changeUntil, contact } = mail;
  const { start } = mail.moment;
  const limit = changeUntil
    ? t.until(formatDateTime(changeUntil, mail))
    : t.tooLate(contact.name, contact.email);
  return {
    subject: t.subject[ask](formatDay(start, mail), formatTime(start, mail)),
    greeting: t.hello(mail.name),
    blocks: [
      { kind: 'paragraph', text: t.intro(mail.studyTitle) },
      { kind: 'facts', facts: momentFacts(mail) },
      ...(ask === 'nothing' ? [] : [{ kind: 'note', text: `${t.asked[ask]} ${t.ask}` } as const]),
      { kind: 'paragraph', text: limit },
      { kind: 'button', label: changeUntil ? t.manage : t.page, url: mail.url },
      ...routeBlock(mail, t.route),
      { kind: 'link', label: t.less, url: mail.mailUrl },
    ],
    footer: respondentFooter(mail),
  };
}

const routeBlock = ({ routeUrl }: ReminderMail, label: string): MailBlock[] =>
  routeUrl ? [{ kind: 'link', label, url: routeUrl }] : [];
