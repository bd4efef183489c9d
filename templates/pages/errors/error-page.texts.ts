import { defineTexts } from '../../partials/define-texts.js';

export const errorTexts = defineTexts({
  nl: {
    malformed: { title: 'Deze vraag kunnen we niet lezen', text: 'Ga terug en probeer het opnieuw.' },
    unauthenticated: { title: 'Log eerst in', text: 'Voor deze pagina moet u ingelogd zijn.' },
    forbidden: { title: 'U mag dit niet', text: 'Vraag de coördinator van het onderzoek om toegang.' },
    'not-found': {
      title: 'Deze pagina bestaat niet',
      text: 'Controleer het adres. Kwam u hier via een link in een e-mail? Kijk dan of de link volledig is.',
    },
    conflict: {
      title: 'Er is intussen iets veranderd',
      text: 'Iemand anders was net voor. Ga terug, laad de pagina opnieuw en probeer het nog eens.',
    },
    gone: { title: 'Deze link werkt niet meer', text: 'Neem contact op met wie u de link stuurde.' },
    'too-large': { title: 'Dit is te groot', text: 'Wat u stuurde is groter dan hier mag.' },
    unsupported: { title: 'Dit soort bestand kan niet', text: 'Kijk welke bestanden hier wel kunnen.' },
    invalid: { title: 'Er klopt iets niet', text: 'Ga terug en controleer wat u hebt ingevuld.' },
    'too-many': { title: 'Even wachten', text: 'Er kwamen te veel verzoeken. Probeer het straks opnieuw.' },
    unavailable: { title: 'Dit werkt nu even niet', text: 'Probeer het over een paar minuten opnieuw.' },
    unexpected: {
      title: 'Er ging iets mis',
      text: 'Dat ligt aan ons. Er is niets veranderd. Probeer het later opnieuw.',
    },
    reference: (id: string) => `Blijft het misgaan? Noem dan dit nummer: ${id}`,
    faults: 'Dit klopt niet:',
    home: 'Naar het begin',
    signIn: 'Inloggen',
  },
  en: {
    malformed: { title: 'We cannot read this request', text: 'Go back and try again.' },
    unauthenticated: { title: 'Sign in first', text: 'You have to be signed in to see this page.' },
    forbidden: { title: 'You may not do this', text: 'Ask the coordinator of the study for access.' },
    'not-found': {
      title: 'This page does not exist',
      text: 'Check the address. Did you follow a link in an e-mail? Then see whether the link is complete.',
    },
    conflict: {
      title: 'Something has changed in the meantime',
      text: 'Somebody else was just ahead. Go back, load the page again and try once more.',
    },
    gone: { title: 'This link no longer works', text: 'Contact whoever sent you the link.' },
    'too-large': { title: 'This is too large', text: 'What you sent is larger than is accepted here.' },
    unsupported: { title: 'This kind of file is not accepted', text: 'See which files are.' },
    invalid: { title: 'Something is not right', text: 'Go back and check what you filled in.' },
    'too-many': { title: 'One moment', text: 'There were too many requests. Try again in a while.' },
    unavailable: { title: 'This does not work just now', text: 'Try again in a few minutes.' },
    unexpected: {
      title: 'Something went wrong',
      text: 'The fault is ours. Nothing was changed. Try again later.',
    },
    reference: (id: string) => `Does it keep happening? Then mention this number: ${id}`,
    faults: 'This is not right:',
    home: 'Go to the start',
    signIn: 'Sign in',
  },
});
