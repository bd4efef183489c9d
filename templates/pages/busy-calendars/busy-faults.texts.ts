import { defineTexts } from '../../partials/define-texts.js';

/** What is wrong with a calendar, and what to do about it. */
export const busyFaultTexts = defineTexts({
  nl: {
    'address-unreadable': 'Dit is geen webadres. Plak het hele adres, beginnend met https:// of webcal://.',
    'address-scheme': 'Een agenda-adres begint met https:// of webcal://.',
    'address-port':
      'Op dit poortnummer wordt geen agenda opgehaald. Gebruik een adres met poort 443, 8443, 80 of 8080.',
    'address-forbidden':
      'Dit adres wijst naar een intern netwerk en wordt niet opgehaald. De beheerder kan het toestaan.',
    'address-unknown': 'Deze server bestaat niet. Controleer of het adres goed is overgenomen.',
    'insecure-redirect':
      'De server verwijst door naar een onbeveiligd adres. Vraag om een adres met https://.',
    'too-many-redirects': 'De server blijft doorverwijzen. Maak in uw agenda een nieuw adres aan.',
    unreachable: 'De server van de agenda is niet te bereiken. Probeer het later opnieuw.',
    certificate: 'Het beveiligingscertificaat van de server klopt niet.',
    'too-slow': 'De server doet er te lang over. Probeer het later opnieuw.',
    'sign-in-needed':
      'De server vraagt om in te loggen. Gebruik het geheime of openbare ICS-adres van uw agenda, niet de pagina zelf.',
    'not-found': 'Op dit adres staat geen agenda meer. Maak in uw agenda een nieuw adres aan en koppel dat.',
    'asked-too-often': 'De server is te vaak bevraagd. Het ophalen gaat later vanzelf verder.',
    'server-trouble': 'De server geeft een storing. Het ophalen gaat later vanzelf verder.',
    'too-large': 'Deze agenda is te groot: hoogstens 10 MB.',
    'web-page':
      'Dit is een webpagina en geen agenda, waarschijnlijk een inlogpagina. Gebruik het ICS-adres van uw agenda.',
    'not-a-calendar': 'Dit is geen agenda in ICS-formaat.',
    incomplete: 'De agenda is onvolledig: het einde ontbreekt. Probeer het opnieuw.',
    'too-many-entries': 'Deze agenda heeft te veel afspraken: hoogstens 50.000.',
    'too-much-work': 'De herhalingen in deze agenda zijn te veel om uit te rekenen.',
  },
  en: {
    'address-unreadable': 'This is no web address. Paste all of it, beginning with https:// or webcal://.',
    'address-scheme': 'The address of a calendar begins with https:// or webcal://.',
    'address-port': 'No calendar is fetched from this port. Use an address with port 443, 8443, 80 or 8080.',
    'address-forbidden':
      'This address is within an internal network and is not fetched. The administrator can allow it.',
    'address-unknown': 'There is no such server. Check that the address was copied well.',
    'insecure-redirect': 'The server leads on to an address that is not secure. Ask for one with https://.',
    'too-many-redirects':
      'The server keeps leading on to other addresses. Make a new address in your calendar.',
    unreachable: 'The server of the calendar cannot be reached. Try again later.',
    certificate: 'The security certificate of the server is not right.',
    'too-slow': 'The server takes too long. Try again later.',
    'sign-in-needed':
      'The server asks to sign in. Use the secret or public ICS address of your calendar, not the page itself.',
    'not-found':
      'There is no calendar at this address any more. Make a new address in your calendar and connect that.',
    'asked-too-often': 'The server was asked too often. Fetching goes on by itself later.',
    'server-trouble': 'The server is in trouble. Fetching goes on by itself later.',
    'too-large': 'This calendar is too large: at most 10 MB.',
    'web-page':
      'This is a web page and no calendar, probably one to sign in on. Use the ICS address of your calendar.',
    'not-a-calendar': 'This is no calendar in ICS format.',
    incomplete: 'The calendar is incomplete: its end is missing. Try again.',
    'too-many-entries': 'This calendar has too many entries: at most 50,000.',
    'too-much-work': 'There are too many repetitions in this calendar to work them out.',
  },
});
