import { defineTexts } from '../../partials/define-texts.js';

export const remindersTexts = defineTexts({
  nl: {
    title: 'Herinneringen',
    none: 'Er gaan geen herinneringen meer.',
    caption: 'Herinneringen aan deze afspraak, in volgorde van verzenden',
    when: 'Wanneer',
    what: 'Herinnering',
    state: 'Stand',
    kinds: {
      respondent: 'Aan de respondent',
      interviewer: 'Aan de interviewer',
      chase: 'Vraag om zekerheid, aan de respondent',
    },
    before: (hours: number) => (hours === 1 ? '1 uur vooraf' : `${hours} uur vooraf`),
    states: { coming: 'gaat nog', sent: 'gemaakt', 'no-address': 'geen e-mailadres' },
  },
  en: {
    title: 'Reminders',
    none: 'No more reminders will go.',
    caption: 'Reminders of this appointment, in the order in which they go',
    when: 'When',
    what: 'Reminder',
    state: 'State',
    kinds: {
      respondent: 'To the respondent',
      interviewer: 'To the interviewer',
      chase: 'Asking for certainty, to the respondent',
    },
    before: (hours: number) => (hours === 1 ? '1 hour ahead' : `${hours} hours ahead`),
    states: { coming: 'to come', sent: 'made', 'no-address': 'no e-mail address' },
  },
});
