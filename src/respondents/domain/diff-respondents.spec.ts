import { diffRespondents, type KnownRespondent } from './diff-respondents.js';
import { importTexts } from './import-texts.js';
import type { RespondentRow } from './respondent-row.js';

const texts = importTexts.en;
const details = { phone: null, organisation: null, language: null, source: null, note: null };
const row = (given: Partial<RespondentRow> = {}): RespondentRow => ({
  ...details,
  row: 2,
  site: 'ZWO',
  role: 'SW',
  name: 'Zoë',
  email: 'zoe@example.org',
  ...given,
});
const known = (given: Partial<KnownRespondent> = {}): KnownRespondent => {
  const { row: _, ...rest } = row();
  return { ...rest, id: '1', pseudonym: 'ZWO-SW-01', language: 'nl', ...given };
};
const diff = (rows: readonly RespondentRow[], all: readonly KnownRespondent[]) =>
  diffRespondents({ rows, known: all, defaultLanguage: 'nl', texts });
/** The outcome in short: who was added, changed (and in what), left alone or refused. */
const outcome = (rows: readonly RespondentRow[], all: readonly KnownRespondent[]) => {
  const { added, changed, unchanged, faults } = diff(rows, all);
  return {
    added: added.map((one) => one.row),
    changed: changed.map((one) => [one.known.id, ...one.fields]),
    unchanged: unchanged.map((one) => one.known.id),
    faults: faults.map((one) => `${one.path}: ${one.message}`),
  };
};
const nothing = { added: [], changed: [], unchanged: [], faults: [] };

describe('a second import', () => {
  it('of the same rows changes nothing', () => {
    const rows = [
      row(),
      row({ row: 3, name: 'Jan', email: null }),
      row({ row: 4, name: 'Zoë', email: 'z2@x.nl' }),
    ];
    const first = diff(rows, []);
    const all = first.added.map(({ row: at, ...one }) => ({ ...one, id: String(at), pseudonym: `P-${at}` }));
    expect(outcome(rows, all)).toEqual({ ...nothing, unchanged: ['2', '3', '4'] });
  });

  it('of a newcomer adds it, in the language of the study unless the row says one', () => {
    const { added } = diff(
      [row({ email: 'a@x.nl', name: 'A' }), row({ email: 'b@x.nl', name: 'B', language: 'en' })],
      [known()],
    );
    expect(added.map(({ name, language }) => [name, language])).toEqual([
      ['A', 'nl'],
      ['B', 'en'],
    ]);
  });

  it.each<[string, Partial<RespondentRow>, Partial<KnownRespondent>, string[]]>([
    ['a name', { name: 'Zoé' }, {}, ['name']],
    ['a phone number and a note', { phone: '+31612345678', note: 'x' }, { note: 'y' }, ['phone', 'note']],
    ['a language', { language: 'en' }, {}, ['language']],
    ['an address, for one without', {}, { email: null }, ['email']],
    [
      'a source and an organisation',
      { source: 'register', organisation: 'B' },
      {},
      ['organisation', 'source'],
    ],
  ])('names what changed: %s', (_, given, before, fields) => {
    expect(outcome([row(given)], [known(before)])).toEqual({ ...nothing, changed: [['1', ...fields]] });
  });

  it.each<[string, Partial<RespondentRow>, Partial<KnownRespondent>]>([
    ['an empty cell', {}, { phone: '+31612345678', note: 'x', organisation: 'Team' }],
    ['an empty address', { email: null }, {}],
    ['the case of an address', { email: 'ZOE@example.org' }, {}],
  ])('leaves alone what differs in %s only', (_, given, before) => {
    expect(outcome([row(given)], [known(before)])).toEqual({ ...nothing, unchanged: ['1'] });
  });

  it.each<[string, Partial<RespondentRow>]>([
    ['at another site', { site: 'BOR' }],
    ['in another role', { role: 'BM' }],
  ])('refuses a known address %s', (_, given) => {
    expect(outcome([row(given)], [known()])).toEqual({
      ...nothing,
      faults: [`rows.2.email: ${texts.knownElsewhere('ZWO-SW-01')}`],
    });
  });

  const doubt = { ...nothing, faults: [`rows.2.email: ${texts.knownOtherwise('ZWO-SW-01')}`] };

  it('refuses a namesake under another address', () => {
    expect(outcome([row({ email: 'other@example.org' })], [known()])).toEqual(doubt);
  });

  it('refuses a row without address that fits two namesakes', () => {
    const two = [known(), known({ id: '2', pseudonym: 'ZWO-SW-02', email: 'z2@x.nl' })];
    expect(outcome([row({ email: null })], two)).toEqual(doubt);
  });

  it('refuses two new addresses for one known person without', () => {
    const rows = [row(), row({ row: 3, email: 'z2@x.nl' })];
    expect(outcome(rows, [known({ email: null })]).faults).toHaveLength(2);
  });

  it('adds a namesake when the file has the first one too', () => {
    const rows = [row(), row({ row: 3, email: 'z2@x.nl' })];
    expect(outcome(rows, [known()])).toEqual({ ...nothing, added: [3], unchanged: ['1'] });
  });
});
