import type { Language } from '../../src/kernel/text/language.js';
import type { MeetingChange } from '../../src/meetings/domain/meeting-changes.js';
import { defineTexts } from '../partials/define-texts.js';

export const meetingMailTexts = defineTexts({
  nl: {
    hello: (name: string) => `Beste ${name},`,
    invited: {
      subject: (title: string, day: string, time: string) => `Uitnodiging ${title}, ${day} om ${time} uur`,
      intro: (study: string) =>
        `Wij nodigen u uit voor een bijeenkomst van de klankbordgroep bij het onderzoek “${study}”.`,
    },
    changed: {
      subject: (title: string, day: string, _time: string) => `Nieuwe agenda: ${title}, ${day}`,
      intro: (study: string) =>
        `Er is iets veranderd aan de bijeenkomst van de klankbordgroep bij het onderzoek “${study}”. Het moment blijft hetzelfde.`,
    },
    moved: {
      subject: (title: string, day: string, time: string) => `Verzet: ${title}, nu ${day} om ${time} uur`,
      intro: (study: string) =>
        `De bijeenkomst van de klankbordgroep bij het onderzoek “${study}” is verzet. Wilt u laten weten of u dan kunt?`,
    },
    again: {
      subject: (title: string, day: string, _time: string) => `Agenda: ${title}, ${day}`,
      intro: (study: string) =>
        `Hierbij nog een keer de agenda van de klankbordgroep bij het onderzoek “${study}”. Er is niets veranderd.`,
    },
    cancelled: {
      subject: (title: string, day: string, _time: string) => `Gaat niet door: ${title}, ${day}`,
      intro: (study: string) =>
        `De bijeenkomst van de klankbordgroep bij het onderzoek “${study}” is voor u vervallen. U hoeft niets te doen.`,
    },
    refused: {
      subject: (title: string, day: string) => `Uw voorstel voor een ander moment: ${title} blijft op ${day}`,
      intro: (proposed: string) =>
        `U stelde een ander moment voor: ${proposed}. Dat lukt helaas niet voor de hele groep. De bijeenkomst blijft staan zoals zij was:`,
    },
    meeting: 'Bijeenkomst',
    day: 'Dag',
    time: 'Tijd',
    place: 'Plaats',
    video: 'Online',
    item: 'Onderwerp',
    changes: 'Wat is er veranderd?',
    agenda: (number: number) => `Agenda, versie ${number}`,
    minutes: (minutes: number) => (minutes === 1 ? '1 minuut' : `${minutes} minuten`),
    purpose: { inform: 'ter informatie', discuss: 'ter bespreking', decide: 'ter besluit' },
    answer: 'Agenda bekijken en antwoorden',
    howToAnswer:
      'Antwoorden kan op deze pagina of met de knoppen van uw eigen agenda. Het laatste antwoord telt.',
    page: 'Uw pagina',
    contact: (name: string, email: string) =>
      `Vragen? Neem contact op met ${name} via ${email}, of beantwoord deze mail.`,
    why: (board: string, study: string) =>
      `U krijgt deze mail als lid van de groep “${board}” bij het onderzoek “${study}”. De link is persoonlijk.`,
  },
  en: {
    hello: (name) => `Dear ${name},`,
    invited: {
      subject: (title, day, time) => `Invitation ${title}, ${day} at ${time}`,
      intro: (study) => `We invite you to a meeting of the sounding board of the study “${study}”.`,
    },
    changed: {
      subject: (title, day, _time) => `New agenda: ${title}, ${day}`,
      intro: (study) =>
        `Something has changed about the meeting of the sounding board of the study “${study}”. Its time stays the same.`,
    },
    moved: {
      subject: (title, day, time) => `Moved: ${title}, now ${day} at ${time}`,
      intro: (study) =>
        `The meeting of the sounding board of the study “${study}” has moved. Please let us know whether you can come.`,
    },
    again: {
      subject: (title, day, _time) => `Agenda: ${title}, ${day}`,
      intro: (study) =>
        `Here is the agenda of the sounding board of the study “${study}” once more. Nothing has changed.`,
    },
    cancelled: {
      subject: (title, day, _time) => `Cancelled: ${title}, ${day}`,
      intro: (study) =>
        `The meeting of the sounding board of the study “${study}” no longer stands for you. You need not do anything.`,
    },
    refused: {
      subject: (title, day) => `Your proposal of another time: ${title} stays on ${day}`,
      intro: (proposed) =>
        `You proposed another time: ${proposed}. Unfortunately that is not possible for the whole board. The meeting stays as it was:`,
    },
    meeting: 'Meeting',
    day: 'Day',
    time: 'Time',
    place: 'Place',
    video: 'Online',
    item: 'Item',
    changes: 'What has changed?',
    agenda: (number) => `Agenda, version ${number}`,
    minutes: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    purpose: { inform: 'to inform', discuss: 'to discuss', decide: 'to decide' },
    answer: 'See the agenda and answer',
    howToAnswer:
      'You can answer on this page or with the buttons of your own calendar. The last answer counts.',
    page: 'Your page',
    contact: (name, email) => `Questions? Contact ${name} at ${email}, or reply to this mail.`,
    why: (board, study) =>
      `You receive this mail as a member of the group “${board}” of the study “${study}”. The link is personal.`,
  },
});

const changes = defineTexts({
  nl: {
    title: 'De bijeenkomst heeft een andere naam.',
    start: 'De datum of de begintijd is anders.',
    end: 'De eindtijd is anders.',
    mode: 'Het is nu anders waar of hoe u meedoet.',
    place: 'De plaats is anders.',
    video: 'De link om online mee te doen is anders.',
    order: 'De volgorde van de agenda is anders.',
    'item-added': (title: string) => `Nieuw agendapunt: ${title}`,
    'item-removed': (title: string) => `Vervallen agendapunt: ${title}`,
    'item-changed': (title: string) => `Gewijzigd agendapunt: ${title}`,
  },
  en: {
    title: 'The meeting has another name.',
    start: 'The date or the time it begins has changed.',
    end: 'The time it ends has changed.',
    mode: 'Where or how you take part has changed.',
    place: 'The place has changed.',
    video: 'The link to take part online has changed.',
    order: 'The order of the agenda has changed.',
    'item-added': (title) => `New item: ${title}`,
    'item-removed': (title) => `Removed item: ${title}`,
    'item-changed': (title) => `Changed item: ${title}`,
  },
});

/** One difference in a sentence. */
export function changeText(change: MeetingChange, language: Language): string {
  const t = changes[language];
  return 'title' in change ? t[change.kind](change.title) : t[change.kind];
}
