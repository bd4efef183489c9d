import { defineTexts } from '../partials/define-texts.js';

/** What calendar entries say. They are seen by colleagues and assistants: no names, no links that open anything. */
export const calendarTexts = defineTexts({
  nl: {
    interview: (title: string) => `Interview: ${title}`,
    respondent: (title: string, interviewer: string) =>
      `Interview voor het onderzoek “${title}”, met ${interviewer}.\n\nVerzetten of afzeggen kan met de link in onze mail.`,
    team: (title: string) => `Onderzoek: ${title}`,
    meeting: (title: string) => `Klankbordgroep van het onderzoek “${title}”.`,
    elsewhere: 'Zie de afspraak',
    online: 'Online',
    outcomes: { scheduled: '', completed: 'Gehouden.', 'no-show': 'Niet verschenen.', cancelled: '' },
  },
  en: {
    interview: (title) => `Interview: ${title}`,
    respondent: (title, interviewer) =>
      `Interview for the study “${title}”, with ${interviewer}.\n\nTo move or cancel it, use the link in our mail.`,
    team: (title) => `Study: ${title}`,
    meeting: (title) => `Sounding board of the study “${title}”.`,
    elsewhere: 'See the appointment',
    online: 'Online',
    outcomes: { scheduled: '', completed: 'Held.', 'no-show': 'No show.', cancelled: '' },
  },
});
