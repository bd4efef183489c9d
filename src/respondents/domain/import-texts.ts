import type { Language } from '../../kernel/text/language.js';

const digits = { nl: new Intl.NumberFormat('nl'), en: new Intl.NumberFormat('en') };
const en = (n: number) => digits.en.format(n);
const nl = (n: number) => digits.nl.format(n);

const english = {
  empty: 'The file is empty.',
  tooLarge: (size: number, limit: number) => `The file is ${en(size)} MB; the limit is ${en(limit)} MB.`,
  excel: 'This is an Excel workbook (.xlsx) named .csv: open it in Excel and save it as CSV UTF-8.',
  oldExcel: 'This is an old Excel workbook (.xls) named .csv: open it in Excel and save it as CSV UTF-8.',
  openDocument: 'This is an OpenDocument spreadsheet (.ods) named .csv: open it and save it as CSV.',
  zip: 'This is a ZIP file, not a CSV file: unpack it first.',
  pdf: 'This is a PDF file, not a CSV file.',
  utf16: 'This file is in UTF-16 ("Unicode text"): save it as CSV UTF-8.',
  binary: 'This is not a text file: save the list as CSV UTF-8.',
  brokenText: 'The text is partly UTF-8 and partly something else: save the file again as CSV UTF-8.',
  noHeader: (names: string) => `The first row must name the columns: ${names}, and others if you have them.`,
  missingColumn: (name: string) => `The column "${name}" is missing.`,
  unknownColumn: (name: string, known: string) =>
    `The column "${name}" is not known. Known columns: ${known}.`,
  unnamedColumn: 'A cell is filled in below a column without a name.',
  duplicateColumn: (name: string) => `The column "${name}" is there twice.`,
  noRows: 'There are no rows below the header.',
  tooManyRows: (limit: number) => `There are more than ${en(limit)} rows: split the file.`,
  raggedRow: (cells: number, columns: number) =>
    `Cells in this row: ${en(cells)}; columns in the header: ${en(columns)}. Put text that holds a separator in quotes.`,
  openQuote: 'A quotation mark is opened here and never closed; this row and those below were not read.',
  strayQuote:
    'A quotation mark stands in the middle of a cell: quote the whole cell and double the mark. The rows below were not read.',
  required: 'This must be filled in.',
  tooLong: (length: number, limit: number) =>
    `The cell is ${en(length)} characters; the limit is ${en(limit)}.`,
  unsafe: (code: string) => `The cell holds the invisible or control character ${code}: remove it.`,
  lineBreak: 'The cell holds a line break: write it on one line.',
  formula: 'The cell is a spreadsheet formula: paste its value instead.',
  unknownSite: (known: string) => `This is not a site of the study. Known: ${known}.`,
  unknownRole: (known: string) => `This is not a role of the study. Known: ${known}.`,
  ambiguous: 'More than one has this name: write the code instead.',
  email: 'This is not an e-mail address.',
  phone: 'This is not a phone number: write digits, such as 06 12345678 or +31 6 12345678.',
  language: 'The language must be nl or en.',
  sameAddress: (row: number) => `The same e-mail address is in row ${row}.`,
  samePerson: (row: number) =>
    `The same name, site and role are in row ${row}: tell the two apart by e-mail address.`,
  knownElsewhere: (pseudonym: string) =>
    `This e-mail address belongs to ${pseudonym}, at another site or in another role.`,
  knownOtherwise: (pseudonym: string) =>
    `${pseudonym} has the same name, site and role, and the e-mail address does not show that it is the same person: change the address there, or tell the two apart in the name.`,
  moreFaults: (count: number) => `… and ${en(count)} more.`,
};

export type ImportTexts = typeof english;

const dutch: ImportTexts = {
  empty: 'Het bestand is leeg.',
  tooLarge: (size, limit) => `Het bestand is ${nl(size)} MB; de grens is ${nl(limit)} MB.`,
  excel:
    'Dit is een Excel-werkmap (.xlsx) met de naam .csv: open de map in Excel en sla die op als CSV UTF-8.',
  oldExcel:
    'Dit is een oude Excel-werkmap (.xls) met de naam .csv: open de map in Excel en sla die op als CSV UTF-8.',
  openDocument: 'Dit is een OpenDocument-rekenblad (.ods) met de naam .csv: open het en sla het op als CSV.',
  zip: 'Dit is een ZIP-bestand, geen CSV-bestand: pak het eerst uit.',
  pdf: 'Dit is een PDF-bestand, geen CSV-bestand.',
  utf16: 'Dit bestand is UTF-16 ("Unicode-tekst"): sla het op als CSV UTF-8.',
  binary: 'Dit is geen tekstbestand: sla de lijst op als CSV UTF-8.',
  brokenText: 'De tekst is deels UTF-8 en deels iets anders: sla het bestand opnieuw op als CSV UTF-8.',
  noHeader: (names) => `De eerste rij moet de kolommen noemen: ${names}, en andere als u die hebt.`,
  missingColumn: (name) => `De kolom "${name}" ontbreekt.`,
  unknownColumn: (name, known) => `De kolom "${name}" is niet bekend. Bekende kolommen: ${known}.`,
  unnamedColumn: 'Er staat iets in een cel onder een kolom zonder naam.',
  duplicateColumn: (name) => `De kolom "${name}" staat er twee keer.`,
  noRows: 'Er staan geen rijen onder de kop.',
  tooManyRows: (limit) => `Er zijn meer dan ${nl(limit)} rijen: splits het bestand.`,
  raggedRow: (cells, columns) =>
    `Cellen in deze rij: ${nl(cells)}; kolommen in de kop: ${nl(columns)}. Zet tekst met een scheidingsteken tussen aanhalingstekens.`,
  openQuote:
    'Hier begint een aanhalingsteken dat nergens sluit; deze rij en de rijen eronder zijn niet gelezen.',
  strayQuote:
    'Er staat een aanhalingsteken midden in een cel: zet de hele cel tussen aanhalingstekens en verdubbel het teken. De rijen eronder zijn niet gelezen.',
  required: 'Dit moet ingevuld zijn.',
  tooLong: (length, limit) => `De cel is ${nl(length)} tekens lang; de grens is ${nl(limit)}.`,
  unsafe: (code) => `In de cel staat het onzichtbare of besturingsteken ${code}: haal dat weg.`,
  lineBreak: 'In de cel staat een nieuwe regel: schrijf het op één regel.',
  formula: 'De cel is een formule: plak de waarde in plaats van de formule.',
  unknownSite: (known) => `Dit is geen casus van het onderzoek. Bekend: ${known}.`,
  unknownRole: (known) => `Dit is geen respondentgroep van het onderzoek. Bekend: ${known}.`,
  ambiguous: 'Er is er meer dan één met deze naam: schrijf de code.',
  email: 'Dit is geen e-mailadres.',
  phone: 'Dit is geen telefoonnummer: schrijf cijfers, zoals 06 12345678 of +31 6 12345678.',
  language: 'De taal moet nl of en zijn.',
  sameAddress: (row) => `Hetzelfde e-mailadres staat in rij ${row}.`,
  samePerson: (row) =>
    `Dezelfde naam, casus en respondentgroep staan in rij ${row}: houd de twee uit elkaar met een e-mailadres.`,
  knownElsewhere: (pseudonym) =>
    `Dit e-mailadres is van ${pseudonym}, bij een andere casus of in een andere respondentgroep.`,
  knownOtherwise: (pseudonym) =>
    `${pseudonym} heeft dezelfde naam, casus en respondentgroep, en het e-mailadres laat niet zien dat het dezelfde persoon is: wijzig het adres daar, of houd de twee uit elkaar in de naam.`,
  moreFaults: (count) => `… en nog ${nl(count)}.`,
};

/** What an import answers with; in the domain because the API and the pages say the same. */
export const importTexts: Readonly<Record<Language, ImportTexts>> = { en: english, nl: dutch };
