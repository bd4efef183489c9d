import * as fc from 'fast-check';
import { writeCsv, type CsvDelimiter } from '../../kernel/text/write-csv.js';
import type { ImportFault } from './import-fault.js';
import { importTexts } from './import-texts.js';
import { parseRespondents } from './parse-respondents.js';
import { mostRows } from './read-records.js';
import type { RespondentRow } from './respondent-row.js';

const sites = [
  { code: 'ZWO', names: ['Sociaal team Zeewolde', 'Zeewolde'] },
  { code: 'HEN', names: ['Wijkteam Hengelo', 'Wijkteam'] },
  { code: 'ENS', names: ['Wijkteam Enschede', 'Wijkteam'] },
];
const roles = [
  { code: 'SW', names: ['Sociaal werker', 'Social worker'] },
  { code: 'BM', names: ['Beleidsmaker', 'Policymaker'] },
];
const options = { sites, roles, language: 'en' } as const;
const texts = importTexts.en;
const header = 'site;role;name;email;phone;organisation;language;source;note';

const parse = (text: string | Uint8Array) =>
  parseRespondents(typeof text === 'string' ? Buffer.from(text) : text, options);

function rowsOf(text: string | Uint8Array): readonly RespondentRow[] {
  const parsed = parse(text);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.rows;
}

function faultsOf(text: string | Uint8Array): readonly ImportFault[] {
  const parsed = parse(text);
  return 'faults' in parsed ? parsed.faults : [];
}

/** Each fault in short: where it is and what it says. */
const said = (text: string | Uint8Array) => faultsOf(text).map(({ path, message }) => `${path}: ${message}`);
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `ZWO;SW;Persoon ${at};p${at}@example.org`);

const fullRow = 'ZWO;SW;Zoë Jansen;zoe@example.org;06 1234 5678;Team A;en;gatekeeper;alleen ochtenden';

describe('a list of respondents', () => {
  const zoe = {
    row: 2,
    site: 'ZWO',
    role: 'SW',
    name: 'Zoë Jansen',
    email: 'zoe@example.org',
    phone: '+31612345678',
    organisation: 'Team A',
    language: 'en',
    source: 'gatekeeper',
    note: 'alleen ochtenden',
  };

  it.each([
    ['semicolons and LF', `${header}\n${fullRow}\n`],
    ['commas and CRLF', `${header}\r\n${fullRow}\r\n`.replaceAll(';', ',')],
    ['tabs, CR and no last line end', `${header}\r${fullRow}`.replaceAll(';', '\t')],
    ['a byte order mark', `\ufeff${header}\n${fullRow}`],
    ['Windows-1252', Buffer.from(`${header}\n${fullRow}`, 'latin1')],
    ['decomposed accents', `${header}\n${fullRow.normalize('NFD')}`],
    ['spaces around cells', `${header}\n${fullRow.replaceAll(';', ' ; ')}`],
    ['quotes around every cell', `"${header}"\n"${fullRow}"`.replaceAll(';', '";"')],
    ['empty columns at the end', `${header};;\n${fullRow};;`],
    [
      'Dutch headers in another case',
      `CASUS;Respondentgroep;Naam;E-mail adres;Telefoon;Organisatie;Taal;Bron;Opmerking\n${fullRow}`,
    ],
    [
      'names instead of codes',
      `${header}\n${fullRow.replace('ZWO;SW', 'sociaal team ZEEWOLDE;Social Worker')}`,
    ],
    ['words in Dutch', `${header}\n${fullRow.replace('en;gatekeeper', 'Engels;Contactpersoon')}`],
  ])('is read with %s', (_, text) => expect(rowsOf(text)).toEqual([zoe]));

  it('is read without the columns that are not required, in any order', () => {
    const nothing = {
      email: null,
      phone: null,
      organisation: null,
      language: null,
      source: null,
      note: null,
    };
    expect(rowsOf('naam;rol;locatie\nJan;BM;HEN')).toEqual([
      { ...nothing, row: 2, site: 'HEN', role: 'BM', name: 'Jan' },
    ]);
  });

  it('skips empty rows and counts them, as a spreadsheet does, and a cell with line breaks as one row', () => {
    const rows = rowsOf('\nsite;role;name;note\n;;;\nZWO;SW;A;"een\r\ntwee; ""drie"""\n\nZWO;SW;B;\n');
    expect(rows.map(({ row, note }) => [row, note])).toEqual([
      [4, 'een\ntwee; "drie"'],
      [6, null],
    ]);
  });

  it('keeps a text that only begins like a formula, and a plus before a phone number', () => {
    const [row] = rowsOf('site;role;name;phone;note\nZWO;SW;Jan;+31 36 1234567;- alleen ochtenden');
    expect(row).toMatchObject({ phone: '+31361234567', note: '- alleen ochtenden' });
  });
});

describe('a fault in a list', () => {
  it.each([
    ['an unknown site', 'XXX;SW;J;;;;;;', 'site', texts.unknownSite('ZWO, HEN, ENS')],
    ['a name of two sites', 'Wijkteam;SW;J;;;;;;', 'site', texts.ambiguous],
    ['no site', ';SW;J;;;;;;', 'site', texts.required],
    ['an unknown role', 'ZWO;XX;J;;;;;;', 'role', texts.unknownRole('SW, BM')],
    ['no name', 'ZWO;SW; ;;;;;;', 'name', texts.required],
    ['a name of 201 characters', `ZWO;SW;${'x'.repeat(201)};;;;;;`, 'name', texts.tooLong(201, 200)],
    ['a broken address', 'ZWO;SW;J;jan@;;;;;', 'email', texts.email],
    ['a phone number in letters', 'ZWO;SW;J;;bel;;;;', 'phone', texts.phone],
    ['another language', 'ZWO;SW;J;;;;fr;;', 'language', texts.language],
    ['a source of 101 characters', `ZWO;SW;J;;;;;${'x'.repeat(101)};`, 'source', texts.tooLong(101, 100)],
    ['a bell in a name', 'ZWO;SW;J\u0007;;;;;;', 'name', texts.unsafe('U+0007')],
    ['a text direction in a note', 'ZWO;SW;J;;;;;;a\u202eb', 'note', texts.unsafe('U+202E')],
    ['a line break in a name', 'ZWO;SW;"J\nBcc: x";;;;;;', 'name', texts.lineBreak],
    ['a formula in a note', 'ZWO;SW;J;;;;;;"=HYPERLINK(""http://x"")"', 'note', texts.formula],
    ['a command in a name', "ZWO;SW;=cmd|' /C calc'!A0;;;;;;", 'name', texts.formula],
    ['a guarded formula', "ZWO;SW;'=1+1;;;;;;", 'name', texts.formula],
  ])('names row and column: %s', (_, line, column, message) => {
    expect(faultsOf(`${header}\n${fullRow}\n${line}`)).toEqual([
      { row: 3, column, path: `rows.3.${column}`, message },
    ]);
  });

  it('names the column as the file spells it', () => {
    expect(faultsOf('Casus;Rol;Naam;E-mailadres\nZWO;SW;J;x')).toEqual([
      { row: 2, column: 'E-mailadres', path: 'rows.2.email', message: texts.email },
    ]);
  });

  it('says how long a cell of 100,000 characters is', () => {
    expect(said(`${header}\nZWO;SW;J;;;;;;${'x'.repeat(100_000)}`)).toEqual([
      'rows.2.note: The cell is 100,000 characters; the limit is 2,000.',
    ]);
  });

  it.each([
    ['too few cells', `${header}\nZWO;SW;J`, [`rows.2: ${texts.raggedRow(3, 9)}`]],
    ['too many cells', `${header}\n${fullRow};x`, [`rows.2: ${texts.raggedRow(10, 9)}`]],
    ['a cell below no name', 'site;role;name;\nZWO;SW;J;x', [`rows.2: ${texts.unnamedColumn}`]],
    ['an open quote', `${header}\n${fullRow}\nZWO;SW;"J;;;;;;\n${fullRow}`, [`rows.3: ${texts.openQuote}`]],
    ['a stray quote', `${header}\nZWO;SW;J "X";;;;;;\n`, [`rows.2: ${texts.strayQuote}`]],
    ['text after a quote', `${header}\nZWO;SW;"J" X;;;;;;\n`, [`rows.2: ${texts.strayQuote}`]],
    ['only a header', `${header}\n;;;;;;;;\n\n`, [`file: ${texts.noRows}`]],
    ['only blank lines', '\n \n', [`file: ${texts.noRows}`]],
    ['no header', fullRow, [`header: ${texts.noHeader('site, role, name')}`]],
    [
      'an endless header',
      `site${';site'.repeat(2_000_000 / 5)}`,
      [`header: ${texts.noHeader('site, role, name')}`],
    ],
    ['an endless blank line', ' '.repeat(5_000_000), [`file: ${texts.noRows}`]],
    ['a header and an open quote', 'site;role;"name\nZWO;SW;J', [`rows.1: ${texts.openQuote}`]],
    ['no role column', 'site;name\nZWO;J', [`header: ${texts.missingColumn('role')}`]],
    ['a column twice', 'site;role;name;naam\nZWO;SW;J;K', [`header: ${texts.duplicateColumn('naam')}`]],
    ['a workbook', 'PK\u0003\u0004xl/', [`file: ${texts.excel}`]],
  ])('is named: %s', (_, text, expected) => expect(said(text)).toEqual(expected));

  it('names an unknown column together with the faults below it', () => {
    const messages = said('site;role;name;geboortedatum\nZWO;XX;J;x');
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/^header: The column "geboortedatum" is not known/);
  });

  it.each([
    ['an address', 'ZWO;SW;A;a@x.nl\nHEN;BM;B;A@X.nl', `rows.3.email: ${texts.sameAddress(2)}`],
    ['a person without address', 'ZWO;SW;Zoë;\nZWO;SW;zoe;', `rows.3.name: ${texts.samePerson(2)}`],
    ['a person, then with address', 'ZWO;SW;A;\nZWO;SW;A;a@x.nl', `rows.3.name: ${texts.samePerson(2)}`],
    ['a person, first with address', 'ZWO;SW;A;a@x.nl\nZWO;SW;A;', `rows.3.name: ${texts.samePerson(2)}`],
    [
      'a person, between two with',
      'ZWO;SW;A;a@x.nl\nZWO;SW;A;\nZWO;SW;A;b@x.nl',
      `rows.4.name: ${texts.samePerson(3)}`,
    ],
    [
      'an address in a row with another fault',
      'ZWO;SW;A;a@x.nl\nZWO;SW;;a@x.nl',
      `rows.3.email: ${texts.sameAddress(2)}`,
    ],
  ])('names the first of two rows with %s', (_, lines, expected) => {
    expect(said(`site;role;name;email\n${lines}`)).toContain(expected);
  });

  it('is not that two people with addresses of their own share a name', () => {
    expect(
      rowsOf('site;role;name;email\nZWO;SW;A;a@x.nl\nZWO;SW;A;b@x.nl\nHEN;SW;A;\nHEN;BM;A;'),
    ).toHaveLength(4);
  });

  it('comes with all the others, in the order of the rows', () => {
    const messages = said(`${header}\nX;SW;J;;;;;;\n${fullRow}\nZWO;Y;;x;1;;;;\nZWO\nZWO;SW;"J`);
    expect(messages.map((text) => text.split(':')[0])).toEqual([
      'rows.2.site',
      'rows.4.role',
      'rows.4.name',
      'rows.4.email',
      'rows.4.phone',
      'rows.5',
      'rows.6',
    ]);
  });

  it('is counted instead of listed above 500', () => {
    const faults = faultsOf(`${header}\n${'X;SW;J;;;;;;\n'.repeat(600)}`);
    expect(faults).toHaveLength(501);
    expect(faults.at(-1)?.message).toMatch(/^… and \d+ more\.$/);
  });

  it('never quotes a cell', () => {
    const cell = 'Geheimpje';
    const lines = Array.from({ length: 9 }, (_, at) =>
      Array.from({ length: 9 }, (_, i) => (i === at ? cell : '')).join(';'),
    );
    const quoted = lines.map((line) => line.replace(cell, `${cell}\u0007`));
    const all = faultsOf([header, ...lines, ...quoted, `${cell} "x"`].join('\n'));
    expect(all.length).toBeGreaterThan(18);
    expect(JSON.stringify([all, faultsOf(`${cell};x\ny;z`)])).not.toContain(cell);
  });

  it('speaks Dutch when asked', () => {
    const parsed = parseRespondents(Buffer.from(`${header}\nX;SW;J;;;;;;`), { ...options, language: 'nl' });
    expect(parsed).toMatchObject({
      faults: [{ message: 'Dit is geen casus van het onderzoek. Bekend: ZWO, HEN, ENS.' }],
    });
  });
});

describe('a long list', () => {
  it(`is read up to ${mostRows} rows and refused above`, () => {
    const list = ['site;role;name;email', ...lines(mostRows)].join('\n');
    expect(rowsOf(list)).toHaveLength(mostRows);
    expect(said(`${list}\nZWO;SW;Nog een;`)).toEqual([`file: ${texts.tooManyRows(mostRows)}`]);
  });
});

describe('what is written as CSV', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'abZ éÖß;,"\'=+-@\t|\n09.'), maxLength: 30 })
    .map((text) => text.replace(/[\t\n]/g, ' ').trim());
  const note = fc
    .string({ unit: fc.constantFrom(...'ab éÖ;,"\n\t='), maxLength: 40 })
    .map((text) => text.trim());
  const person = fc.record({
    site: fc.constantFrom('ZWO', 'HEN'),
    role: fc.constantFrom('SW', 'BM'),
    name: word.map((text) => `N${text}`),
    organisation: word.map((text) => `- ${text}`.trim()),
    note: note.map((text) => `=> ${text}`.trim()),
  });

  it.each<[string, CsvDelimiter]>([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('reads back the same, with %s, in UTF-8 and Windows-1252', (_, delimiter) => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), (people) => {
        const given = people.map((one, at) => ({ ...one, email: `p${at}@example.org` }));
        const columns = ['site', 'role', 'name', 'organisation', 'note', 'email'] as const;
        const table = [columns, ...given.map((one) => columns.map((column) => one[column]))];
        const text = writeCsv(table, delimiter);
        for (const bytes of [Buffer.from(text), Buffer.from(text.slice(1), 'latin1')])
          expect(rowsOf(bytes)).toMatchObject(given);
      }),
    );
  });
});
