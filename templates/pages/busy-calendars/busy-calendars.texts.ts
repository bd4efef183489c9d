import { defineTexts } from '../../partials/define-texts.js';

export const busyCalendarsTexts = defineTexts({
  nl: {
    title: 'Eigen agenda’s',
    pageTitle: (name: string) => `Agenda’s van ${name}`,
    intro:
      'Wat in deze agenda’s staat, wordt niet meer als vrij moment voorgesteld. Bewaard wordt alleen van wanneer tot wanneer: geen onderwerp, plaats of deelnemers.',
    caption: 'Gekoppelde agenda’s',
    none: 'Er is nog geen agenda gekoppeld.',
    calendar: 'Agenda',
    state: 'Bijgewerkt',
    upcoming: 'Bezet',
    action: 'Ophalen',
    count: (n: number) => (n === 1 ? '1 keer' : `${n} keer`),
    file: 'Bestand',
    address: 'Agenda',
    next: (moment: string) => `volgende keer: ${moment}`,
    covers: (date: string) => `reikt tot ${date}`,
    failing: 'lukt niet',
    kept: 'De laatste goede kopie blijft gelden.',
    notRead: (n: number) => (n === 1 ? '1 afspraak niet te lezen' : `${n} afspraken niet te lezen`),
    fetchNow: 'Nu ophalen',
    fetchName: (name: string) => `Nu ophalen: ${name}`,
    connectTitle: 'Agenda koppelen',
    url: 'ICS-adres van de agenda',
    urlHint: 'Begint met https:// of webcal://. Het adres wordt versleuteld bewaard en nooit meer getoond.',
    label: 'Naam',
    labelHint: 'Zoals u de agenda hier wilt noemen.',
    connect: 'Koppelen',
    connected: 'De agenda is gekoppeld. Bezette tijden gelden meteen.',
    uploadTitle: 'Of een bestand uploaden',
    uploadHint:
      'Een .ics-bestand wordt niet vanzelf bijgewerkt. Een nieuw bestand met dezelfde naam komt in de plaats van het vorige.',
    chosenFile: 'ICS-bestand',
    chooseFile: 'Kies een bestand.',
    upload: 'Uploaden',
    uploaded: 'Het bestand is gelezen. Bezette tijden gelden meteen.',
    fetched: 'De agenda is opgehaald.',
    fetchFailed: 'Ophalen is niet gelukt. Hieronder staat waarom.',
    justFetched: 'De agenda is net al opgehaald.',
    renamed: 'De naam is gewijzigd.',
    disconnected: 'De agenda is losgekoppeld. De bezette tijden eruit gelden niet meer.',
    rename: 'Naam opslaan',
    disconnectTitle: 'Loskoppelen',
    disconnectText:
      'Het adres en alle bezette tijden uit deze agenda worden gewist. Momenten die daardoor vrij worden, kunnen meteen worden voorgesteld.',
    disconnect: 'Agenda loskoppelen',
    helpTitle: 'Waar vind ik het ICS-adres?',
    help: {
      outlook: {
        name: 'Outlook',
        steps:
          'Op het web: Instellingen, Agenda, Gedeelde agenda’s, “Een agenda publiceren”. Kies “Kan zien wanneer ik bezet ben” en kopieer de ICS-koppeling.',
      },
      google: {
        name: 'Google Agenda',
        steps:
          'Op een computer: Instellingen, kies de agenda, “Agenda integreren”, kopieer het “Geheime adres in iCal-indeling”.',
      },
      apple: {
        name: 'Apple (iCloud)',
        steps: 'Klik naast de agenda op het deelteken, zet “Openbare agenda” aan en kopieer de koppeling.',
      },
      nextcloud: {
        name: 'Nextcloud',
        steps:
          'Bewerk de agenda, maak onder “Link delen” een link en kies daarbij “Abonnementslink kopiëren”.',
      },
    },
    facts: {
      host: 'Server',
      fetched: 'Laatst gelezen',
      checked: 'Laatst bijgewerkt',
      next: 'Volgende keer',
      covers: 'Reikt tot',
      upcoming: 'Komende bezette tijden',
      problem: 'Wat er mis is',
      skipped: 'Overgeslagen',
    },
    skipped: {
      free: (n: number) => `${n} als vrij gemarkeerd`,
      cancelled: (n: number) => `${n} geannuleerd`,
      declined: (n: number) => `${n} afgeslagen`,
      own: (n: number) => `${n} van dit programma zelf`,
      broken: (n: number) => `${n} niet te lezen`,
      tooOften: (n: number) => `${n} met te veel herhalingen`,
      unknownZones: (n: number) =>
        n === 1
          ? '1 onbekende tijdzone, gelezen als die van het onderzoek'
          : `${n} onbekende tijdzones, gelezen als die van het onderzoek`,
    },
    team: 'Team',
  },
  en: {
    title: 'Own calendars',
    pageTitle: (name: string) => `Calendars of ${name}`,
    intro:
      'What stands in these calendars is no longer proposed as a free time. Only from when until when is kept: no subject, place or participants.',
    caption: 'Connected calendars',
    none: 'No calendar has been connected yet.',
    calendar: 'Calendar',
    state: 'Updated',
    upcoming: 'Busy',
    action: 'Fetch',
    count: (n: number) => (n === 1 ? 'once' : `${n} times`),
    file: 'File',
    address: 'Calendar',
    next: (moment: string) => `next time: ${moment}`,
    covers: (date: string) => `reaches until ${date}`,
    failing: 'failing',
    kept: 'The last good copy goes on to count.',
    notRead: (n: number) => (n === 1 ? '1 entry cannot be read' : `${n} entries cannot be read`),
    fetchNow: 'Fetch now',
    fetchName: (name: string) => `Fetch now: ${name}`,
    connectTitle: 'Connect a calendar',
    url: 'ICS address of the calendar',
    urlHint: 'Begins with https:// or webcal://. The address is kept encrypted and never shown again.',
    label: 'Name',
    labelHint: 'What you want to call the calendar here.',
    connect: 'Connect',
    connected: 'The calendar has been connected. Busy times count at once.',
    uploadTitle: 'Or upload a file',
    uploadHint:
      'An .ics file is not updated by itself. A new file of the same name takes the place of the last one.',
    chosenFile: 'ICS file',
    chooseFile: 'Choose a file.',
    upload: 'Upload',
    uploaded: 'The file has been read. Busy times count at once.',
    fetched: 'The calendar has been fetched.',
    fetchFailed: 'Fetching did not work. Below stands why.',
    justFetched: 'The calendar was fetched just now.',
    renamed: 'The name has been changed.',
    disconnected: 'The calendar has been disconnected. Its busy times no longer count.',
    rename: 'Save the name',
    disconnectTitle: 'Disconnect',
    disconnectText:
      'The address and all busy times from this calendar will be erased. Times that become free can be proposed at once.',
    disconnect: 'Disconnect the calendar',
    helpTitle: 'Where do I find the ICS address?',
    help: {
      outlook: {
        name: 'Outlook',
        steps:
          'On the web: Settings, Calendar, Shared calendars, “Publish a calendar”. Choose “Can view when I’m busy” and copy the ICS link.',
      },
      google: {
        name: 'Google Calendar',
        steps:
          'On a computer: Settings, choose the calendar, “Integrate calendar”, copy the “Secret address in iCal format”.',
      },
      apple: {
        name: 'Apple (iCloud)',
        steps: 'Click the share sign beside the calendar, turn on “Public Calendar” and copy the link.',
      },
      nextcloud: {
        name: 'Nextcloud',
        steps: 'Edit the calendar, make a link under “Share link” and choose “Copy subscription link” there.',
      },
    },
    facts: {
      host: 'Server',
      fetched: 'Last read',
      checked: 'Last updated',
      next: 'Next time',
      covers: 'Reaches until',
      upcoming: 'Busy times to come',
      problem: 'What is wrong',
      skipped: 'Left out',
    },
    skipped: {
      free: (n: number) => `${n} marked as free`,
      cancelled: (n: number) => `${n} cancelled`,
      declined: (n: number) => `${n} declined`,
      own: (n: number) => `${n} from this program itself`,
      broken: (n: number) => `${n} that cannot be read`,
      tooOften: (n: number) => `${n} with too many repetitions`,
      unknownZones: (n: number) =>
        n === 1
          ? '1 unknown time zone, read as that of the study'
          : `${n} unknown time zones, read as that of the study`,
    },
    team: 'Team',
  },
});
