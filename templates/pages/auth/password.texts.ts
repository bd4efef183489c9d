import { defineTexts } from '../../partials/define-texts.js';

export const passwordTexts = defineTexts({
  nl: {
    forgotTitle: 'Wachtwoord vergeten',
    forgotIntro:
      'Vul uw e-mailadres in. U krijgt dan een e-mail met een link om een nieuw wachtwoord te kiezen.',
    email: 'E-mailadres',
    send: 'Link sturen',
    sentTitle: 'Kijk in uw e-mail',
    sent: 'Als er een account met dit adres is, krijgt u binnen een paar minuten een e-mail. De link daarin werkt zeven dagen.',
    notArrived:
      'Niets gekregen? Kijk ook bij ongewenste e-mail, of vraag de coördinator van uw onderzoek welk adres bekend is.',
    toSignIn: 'Naar inloggen',
    chooseTitle: 'Kies een wachtwoord',
    password: 'Nieuw wachtwoord',
    hint: (length: number) =>
      `Ten minste ${length} tekens. Een korte zin is makkelijk te onthouden en moeilijk te raden.`,
    repeat: 'Nieuw wachtwoord nog een keer',
    save: 'Wachtwoord opslaan',
    notEqual: 'De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in.',
    chosen: 'Uw wachtwoord is opgeslagen. U kunt nu inloggen.',
  },
  en: {
    forgotTitle: 'Forgotten your password',
    forgotIntro: 'Fill in your e-mail address. You will get an e-mail with a link to choose a new password.',
    email: 'E-mail address',
    send: 'Send the link',
    sentTitle: 'Look in your e-mail',
    sent: 'If there is an account with this address, you will get an e-mail within a few minutes. The link in it works for seven days.',
    notArrived:
      'Nothing arrived? Look among your spam too, or ask the coordinator of your study which address is known.',
    toSignIn: 'Go to signing in',
    chooseTitle: 'Choose a password',
    password: 'New password',
    hint: (length: number) =>
      `At least ${length} characters. A short sentence is easy to remember and hard to guess.`,
    repeat: 'New password once more',
    save: 'Save the password',
    notEqual: 'The two passwords are not the same. Fill them in again.',
    chosen: 'Your password has been saved. You can sign in now.',
  },
});
