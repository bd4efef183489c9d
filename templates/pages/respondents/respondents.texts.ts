import { defineTexts } from '../../partials/define-texts.js';

export const respondentsTexts = defineTexts({
  nl: {
    title: 'Respondenten',
    count: (shown: number, total: number) =>
      shown === total ? people(total, 'nl') : `${shown} van ${people(total, 'nl')}`,
    import: 'Lijst importeren',
    add: 'Respondent toevoegen',
    site: 'Casus',
    role: 'Respondentgroep',
    status: 'Status',
    pseudonym: 'Pseudoniem',
    person: 'Naam en organisatie',
    erased: 'Contactgegevens gewist',
    changed: 'Laatst gewijzigd',
    all: 'Alle',
    search: 'Pseudoniem bevat',
    find: 'Zoeken op e-mailadres',
    findHint: 'Het hele adres. Het adres komt niet in de adresbalk te staan.',
    email: 'E-mailadres',
    findButton: 'Zoeken',
    notFound: 'Geen respondent van dit onderzoek heeft dat e-mailadres.',
    noAddress: 'Vul een heel e-mailadres in, zoals naam@voorbeeld.nl.',
    none: 'Nog geen respondenten',
    noneText: 'Importeer een lijst (CSV) of voeg mensen een voor een toe.',
    noneReader: 'De coördinator van het onderzoek voegt ze toe.',
    nothing: 'Geen respondenten met deze filters',
    nothingText: 'Kies andere filters, of wis ze.',
  },
  en: {
    title: 'Respondents',
    count: (shown: number, total: number) =>
      shown === total ? people(total, 'en') : `${shown} of ${people(total, 'en')}`,
    import: 'Import a list',
    add: 'Add a respondent',
    site: 'Site',
    role: 'Role',
    status: 'Status',
    pseudonym: 'Pseudonym',
    person: 'Name and organisation',
    erased: 'Contact details erased',
    changed: 'Last change',
    all: 'All',
    search: 'Pseudonym contains',
    find: 'Find by e-mail address',
    findHint: 'The whole address. It does not appear in the address bar.',
    email: 'E-mail address',
    findButton: 'Find',
    notFound: 'No respondent of this study has that e-mail address.',
    noAddress: 'Fill in a whole e-mail address, such as name@example.org.',
    none: 'No respondents yet',
    noneText: 'Import a list (CSV), or add people one by one.',
    noneReader: 'The coordinator of the study adds them.',
    nothing: 'No respondents match these filters',
    nothingText: 'Choose other filters, or clear them.',
  },
});

function people(count: number, language: 'nl' | 'en'): string {
  if (language === 'nl') return count === 1 ? '1 respondent' : `${count} respondenten`;
  return count === 1 ? '1 respondent' : `${count} respondents`;
}
