import { defineTexts } from '../../partials/define-texts.js';

export const studyListTexts = defineTexts({
  nl: {
    title: 'Onderzoeken',
    intro: 'De onderzoeken waar u bij hoort.',
    caption: 'Uw onderzoeken',
    study: 'Onderzoek',
    role: 'Uw rol',
    period: 'Veldwerk',
    progress: 'Interviews',
    progressOf: (title: string) => `Interviews gehouden voor ${title}`,
    create: 'Nieuw onderzoek',
    emptyTitle: 'U hoort nog bij geen onderzoek',
    emptyCreate: 'Maak een onderzoek van een bestand. Er is een voorbeeld om mee te beginnen.',
    emptyWait: 'Vraag de coördinator van het onderzoek om u aan het team toe te voegen.',
    roles: {
      owner: 'eigenaar',
      coordinator: 'coördinator',
      interviewer: 'interviewer',
      observer: 'waarnemer',
    },
  },
  en: {
    title: 'Studies',
    intro: 'The studies that you belong to.',
    caption: 'Your studies',
    study: 'Study',
    role: 'Your role',
    period: 'Fieldwork',
    progress: 'Interviews',
    progressOf: (title: string) => `Interviews held for ${title}`,
    create: 'New study',
    emptyTitle: 'You do not belong to a study yet',
    emptyCreate: 'Create a study from a file. There is an example to begin with.',
    emptyWait: 'Ask the coordinator of the study to add you to the team.',
    roles: {
      owner: 'owner',
      coordinator: 'coordinator',
      interviewer: 'interviewer',
      observer: 'observer',
    },
  },
});
