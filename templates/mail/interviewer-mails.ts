import type { Answer } from '../../src/calendar/invitation.entity.js';
import type { Language } from '../../src/kernel/text/language.js';
import type { MailDocument } from '../../src/mail/mail-document.js';
import { defineTexts } from '../partials/define-texts.js';
import { formatDay, formatTime, formatTimeRange } from '../partials/format.js';

/** An appointment as its interviewer reads of it: a pseudonym, never a name. */
export interface InterviewerMail {
  readonly language: Language;
  readonly zone: string;
  readonly studyTitle: string;
  /** `changed`: at the same time, with something else different. `again`: nothing changed, a calendar was behind. */
  readonly change: 'booked' | 'moved' | 'changed' | 'again' | 'cancelled' | 'reminder';
  /** What the respondent answered, where it is told. */
  readonly answer?: Answer | undefined;
  readonly kind: 'interview' | 'observation';
  /** A pseudonym, or null for an observation visit. */
  readonly pseudonym: string | null;
  readonly siteName: string;
  readonly start: Date;
  readonly end: Date;
  readonly place: string;
  /** The appointment's page, behind signing in. */
  readonly url: string;
}

const texts = defineTexts({
  nl: {
    what: { interview: 'Interview', observation: 'Observatie' },
    subject: {
      booked: (what: string, day: string, time: string) => `${what}: ${day} om ${time} uur`,
      moved: (what: string, day: string, time: string) => `Verzet: ${what}, nu ${day} om ${time} uur`,
      changed: (what: string, day: string, time: string) => `Gewijzigd: ${what}, ${day} om ${time} uur`,
      again: (what: string, day: string, time: string) => `Zo staat het nu: ${what}, ${day} om ${time} uur`,
      cancelled: (what: string, day: string, time: string) => `Afgezegd: ${what}, ${day} om ${time} uur`,
      reminder: (what: string, day: string, time: string) => `Herinnering: ${what}, ${day} om ${time} uur`,
    },
    intro: {
      booked: 'Deze afspraak staat in uw agenda.',
      moved: 'Deze afspraak is verzet. De nieuwe gegevens:',
      changed: 'Er is iets gewijzigd aan deze afspraak. Dag en tijd blijven hetzelfde. Zo is het nu:',
      again: 'Uw agenda vroeg om deze afspraak, of antwoordde op een eerder moment. Zo staat het nu:',
      cancelled: 'Deze afspraak gaat niet door.',
      reminder: 'Deze afspraak komt eraan.',
    },
    answer: 'Antwoord van de respondent',
    answers: {
      'needs-action': 'nog geen antwoord',
      accepted: 'komt',
      tentative: 'misschien',
      declined: 'komt niet',
    },
    day: 'Dag',
    time: 'Tijd',
    place: 'Plaats',
    site: 'Casus',
    open: 'Open de afspraak',
    why: (title: string) => `U krijgt deze mail omdat u meewerkt aan het onderzoek “${title}”.`,
  },
  en: {
    what: { interview: 'Interview', observation: 'Observation' },
    subject: {
      booked: (what, day, time) => `${what}: ${day} at ${time}`,
      moved: (what, day, time) => `Moved: ${what}, now ${day} at ${time}`,
      changed: (what, day, time) => `Changed: ${what}, ${day} at ${time}`,
      again: (what, day, time) => `As it stands now: ${what}, ${day} at ${time}`,
      cancelled: (what, day, time) => `Cancelled: ${what}, ${day} at ${time}`,
      reminder: (what, day, time) => `Reminder: ${what}, ${day} at ${time}`,
    },
    intro: {
      booked: 'This appointment is in your calendar.',
      moved: 'This appointment has moved. The new details:',
      changed:
        'Something about this appointment has changed. The day and time stay the same. This is how it is now:',
      again:
        'Your calendar asked for this appointment, or answered to an earlier time. This is how it stands now:',
      cancelled: 'This appointment is cancelled.',
      reminder: 'This appointment is coming up.',
    },
    answer: 'Answer of the respondent',
    answers: {
      'needs-action': 'no answer yet',
      accepted: 'will come',
      tentative: 'maybe',
      declined: 'will not come',
    },
    day: 'Day',
    time: 'Time',
    place: 'Place',
    site: 'Site',
    open: 'Open the appointment',
    why: (title) => `You receive this mail because you work on the study “${title}”.`,
  },
});

/** What the entry is called in the team's calendars. */
export function appointmentTitle(
  language: Language,
  { kind, pseudonym, siteName }: Pick<InterviewerMail, 'kind' | 'pseudonym' | 'siteName'>,
) {
  return [texts[language].what[kind], pseudonym ?? siteName].join(' ');
}

/** A booked, moved, changed or cancelled appointment, or one that is coming up, to the interviewer. */
export function interviewerMail(mail: InterviewerMail): MailDocument {
  const t = texts[mail.language];
  const [day, time] = [formatDay(mail.start, mail), formatTime(mail.start, mail)];
  return {
    subject: t.subject[mail.change](appointmentTitle(mail.language, mail), day, time),
    blocks: [
      { kind: 'paragraph', text: t.intro[mail.change] },
      {
        kind: 'facts',
        facts: [
          { label: t.day, value: day },
          { label: t.time, value: formatTimeRange(mail.start, mail.end, mail) },
          { label: t.site, value: mail.siteName },
          { label: t.place, value: mail.place },
          ...(mail.answer ? [{ label: t.answer, value: t.answers[mail.answer] }] : []),
        ],
      },
      { kind: 'button', label: t.open, url: mail.url },
    ],
    footer: [t.why(mail.studyTitle)],
  };
}
