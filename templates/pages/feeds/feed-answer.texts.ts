import { defineTexts } from '../../partials/define-texts.js';

/** What a calendar program shows of a feed that is not there; in both languages, as programs say none. */
export const feedAnswerTexts = defineTexts({
  nl: {
    unknown: 'Dit agenda-abonnement bestaat niet. Kijk of het adres helemaal is overgenomen.',
    closed:
      'Dit agenda-abonnement is gestopt of heeft een ander adres gekregen. Verwijder het uit uw agenda; in Veldwerk vindt u het nieuwe adres.',
  },
  en: {
    unknown: 'There is no such calendar feed. Check that the address was copied in full.',
    closed:
      'This calendar feed has been stopped or has got another address. Remove it from your calendar; the new address is in Veldwerk.',
  },
});
