import { defineTexts } from '../../partials/define-texts.js';

export const respondMailTexts = defineTexts({
  nl: {
    title: 'Mail over dit onderzoek',
    wanted: 'Wij mailen u voorstellen voor een moment, en herinneringen aan uw interview.',
    stop: 'Stuur mij die niet meer',
    stopped: 'Wij sturen u geen voorstellen en herinneringen meer.',
    resume: 'Stuur mij die toch weer',
    stillTold:
      'Een afspraak die u hebt, blijft staan. Verandert daar iets aan, dan krijgt u nog wel bericht.',
    declineTitle: 'Wilt u helemaal niet meedoen?',
    decline: 'Ik doe liever niet mee',
    home: 'Naar uw pagina',
  },
  en: {
    title: 'Mail about this study',
    wanted: 'We mail you offers of times, and reminders of your interview.',
    stop: 'Do not send me these any more',
    stopped: 'We no longer send you offers and reminders.',
    resume: 'Send me these again after all',
    stillTold: 'An appointment that you have stands. If something about it changes, we will still tell you.',
    declineTitle: 'Would you rather not take part at all?',
    decline: 'I would rather not take part',
    home: 'To your page',
  },
});
