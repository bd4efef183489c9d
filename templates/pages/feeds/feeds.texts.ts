import { defineTexts } from '../../partials/define-texts.js';

export const feedsTexts = defineTexts({
  nl: {
    title: 'Agenda-abonnementen',
    intro: 'Afspraken en bijeenkomsten in uw eigen agenda, die daar vanzelf worden bijgewerkt.',
    appointments: 'Afspraken',
    board: 'Klankbordgroep',
    own: 'Uw eigen agenda',
    ownText: 'Uw afspraken, en de bijeenkomsten van de klankbordgroep, van al uw onderzoeken.',
    ownMeetings: 'De bijeenkomsten van de klankbordgroep, van al uw onderzoeken.',
    study: 'Het hele onderzoek',
    studyText: 'Alle afspraken van alle interviewers, en de bijeenkomsten van de klankbordgroep.',
    sites: 'Per casus',
    sitesText: 'De afspraken bij één casus, van alle interviewers.',
    privacy:
      'In een abonnement staan pseudoniemen en casussen, nooit een naam of adres van een respondent. Wie het adres kent, kan het lezen: deel het met niemand. Wie geen rol meer heeft in een onderzoek, ziet dat onderzoek ook niet meer.',
    address: 'Adres',
    open: 'Abonnement maken',
    subscribe: 'In mijn agenda zetten',
    other: 'Adres vervangen of stoppen',
    otherText:
      'Bij een nieuw adres werkt het oude meteen niet meer: zet het nieuwe dan in elke agenda die u wilt houden.',
    replace: 'Nieuw adres',
    close: 'Stoppen',
    opened: 'Het abonnement is gemaakt. Het adres staat hieronder.',
    replaced: 'Er is een nieuw adres. Het oude werkt niet meer.',
    closed: 'Het abonnement is gestopt. Het adres werkt niet meer.',
    how: 'Zo abonneert u zich',
    howFirst: 'Werkt de knop “In mijn agenda zetten” niet? Kopieer dan het adres en ga zo te werk:',
    programs: {
      outlook: {
        name: 'Outlook',
        steps:
          'Kies in de agenda “Agenda toevoegen” en dan “Abonneren via internet”. Plak het adres en geef de agenda een naam.',
        often: 'Outlook kijkt om de paar uur, soms pas na een dag of langer.',
      },
      google: {
        name: 'Google Agenda',
        steps:
          'Kies op een computer naast “Andere agenda’s” het plusteken en dan “Via URL”. Plak het adres. Op een telefoon kan dit niet.',
        often: 'Google kijkt om de 8 tot 24 uur.',
      },
      apple: {
        name: 'Apple Agenda',
        steps:
          'Op een Mac: “Archief”, “Nieuw agenda-abonnement”. Op een iPhone of iPad: in Agenda op “Agenda’s”, “Voeg agenda toe”, “Voeg agenda-abonnement toe”. Plak het adres.',
        often: 'Hoe vaak kiest u zelf: zet “Automatisch vernieuwen” op “Elk uur”.',
      },
      thunderbird: {
        name: 'Thunderbird',
        steps: 'Kies “Nieuwe agenda”, “Op het netwerk”. Plak het adres en laat de gebruikersnaam leeg.',
        often: 'Elke 30 minuten; dat kunt u bij de eigenschappen van de agenda wijzigen.',
      },
    },
    howOften: 'Hoe snel een wijziging in uw agenda staat, bepaalt uw agendaprogramma.',
    cancelled: 'Wat is afgezegd, blijft nog dertig dagen als geannuleerd staan.',
    alsoInvited:
      'Krijgt u ook uitnodigingen per mail? Dan staat dezelfde afspraak ook in de agenda waarin u die aanneemt.',
  },
  en: {
    title: 'Calendar feeds',
    intro: 'Appointments and meetings in your own calendar, kept up to date there by themselves.',
    appointments: 'Appointments',
    board: 'Sounding board',
    own: 'Your own calendar',
    ownText: 'Your appointments, and the meetings of the sounding board, of all of your studies.',
    ownMeetings: 'The meetings of the sounding board, of all of your studies.',
    study: 'The whole study',
    studyText: 'Every appointment of every interviewer, and the meetings of the sounding board.',
    sites: 'By site',
    sitesText: 'The appointments at one site, of every interviewer.',
    privacy:
      'Feeds show pseudonyms and sites, never the name or address of a respondent. Whoever knows the address can read it: share it with nobody. Who no longer has a role in a study no longer sees that study.',
    address: 'Address',
    open: 'Make a feed',
    subscribe: 'Put it in my calendar',
    other: 'Replace the address or stop',
    otherText:
      'With a new address the old one stops at once: put the new one into every calendar that you want to keep.',
    replace: 'New address',
    close: 'Stop',
    opened: 'The feed has been made. Its address is below.',
    replaced: 'There is a new address. The old one no longer works.',
    closed: 'The feed has stopped. Its address no longer works.',
    how: 'How to subscribe',
    howFirst: 'Does the button “Put it in my calendar” not work? Then copy the address and do this:',
    programs: {
      outlook: {
        name: 'Outlook',
        steps:
          'In the calendar choose “Add calendar”, then “Subscribe from web”. Paste the address and give the calendar a name.',
        often: 'Outlook looks every few hours, sometimes only after a day or more.',
      },
      google: {
        name: 'Google Calendar',
        steps:
          'On a computer choose the plus sign beside “Other calendars”, then “From URL”. Paste the address. A phone cannot do this.',
        often: 'Google looks every 8 to 24 hours.',
      },
      apple: {
        name: 'Apple Calendar',
        steps:
          'On a Mac: “File”, “New Calendar Subscription”. On an iPhone or iPad: in Calendar tap “Calendars”, “Add Calendar”, “Add Subscription Calendar”. Paste the address.',
        often: 'How often is your own choice: set “Auto-refresh” to “Every hour”.',
      },
      thunderbird: {
        name: 'Thunderbird',
        steps: 'Choose “New Calendar”, “On the Network”. Paste the address and leave the user name empty.',
        often: 'Every 30 minutes; the properties of the calendar change that.',
      },
    },
    howOften: 'How soon a change shows in your calendar is up to your calendar program.',
    cancelled: 'What was called off stays as cancelled for thirty days.',
    alsoInvited:
      'Do you get invitations by mail as well? Then the same appointment also stands in the calendar in which you accept them.',
  },
});
