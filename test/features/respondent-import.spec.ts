import { LedgerEntry } from '../../src/kernel/ledger/ledger-entry.entity.js';
import { Respondent } from '../../src/respondents/respondent.entity.js';
import { RespondentsModule } from '../../src/respondents/respondents.module.js';
import { readExample, StudyApp } from '../support/study-app.js';

const header = 'site;role;name;email;phone;organisation;language;source;note';

const rows = (...lines: readonly string[]) => [header, ...lines].join('\n');

interface Answer {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly respondents: readonly {
    id?: string;
    pseudonym: string;
    site: string;
    role: string;
    status: string;
  }[];
}

describe('importing respondents', () => {
  let app: StudyApp;
  let list: Buffer;

  const send = (payload: Buffer | string, query = '') =>
    app.api('coordinator', {
      method: 'POST',
      url: `/studies/STP/respondents/import${query}`,
      headers: { 'content-type': 'text/csv' },
      payload,
    });
  const stored = () => app.database.orm.em.fork().count(Respondent);
  const entries = (kind: string) => app.database.orm.em.fork().find(LedgerEntry, { kind });

  beforeAll(async () => {
    list = await readExample('respondents.csv');
  });
  beforeEach(async () => {
    app = await StudyApp.start(RespondentsModule);
  });
  afterEach(() => app.stop());

  it('takes the 59 respondents of the example, each with a pseudonym of site, role and number', async () => {
    const answer = await send(list);
    expect(answer.statusCode).toBe(200);
    const { respondents, ...counts } = answer.json<Answer>();
    expect(counts).toEqual({ imported: 59, changed: 0, unchanged: 0 });
    expect(respondents[0]).toEqual({
      id: expect.any(String),
      pseudonym: 'ZWO-SW-01',
      site: 'ZWO',
      role: 'SW',
      status: 'identified',
    });
    expect(new Set(respondents.map(({ pseudonym }) => pseudonym)).size).toBe(59);
    expect(await stored()).toBe(59);
    expect(await entries('respondent.identified')).toHaveLength(59);
    const [imported] = await entries('respondents.imported');
    expect(imported?.data).toEqual({ imported: 59, changed: 0, unchanged: 0 });
  });

  it('changes nothing when the same file comes again', async () => {
    const first = (await send(list)).json<Answer>();
    const again = (await send(list)).json<Answer>();
    expect(again).toEqual({ ...first, imported: 0, unchanged: 59 });
    expect(await entries('respondents.imported')).toHaveLength(1);
    expect(await entries('respondent.changed')).toHaveLength(0);
  });

  it('imports nothing when a row is broken, and names every row and column', async () => {
    const broken = rows('ZWO;SW;Jan;jan@example.org;;;;;', 'XXX;SW;Piet;piet@;;;;;', 'ZWO;SW;;;;;;;');
    const answer = await send(broken);
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const { errors } = answer.json<{ errors: { path: string; row: number; column: string }[] }>();
    expect(errors.map(({ path, row, column }) => [path, row, column])).toEqual([
      ['rows.3.site', 3, 'site'],
      ['rows.3.email', 3, 'email'],
      ['rows.4.name', 4, 'name'],
    ]);
    expect(answer.body).not.toContain('Piet');
    expect(await stored()).toBe(0);
    expect(await entries('respondents.imported')).toHaveLength(0);
  });

  it('tells with dryRun what would happen, and changes nothing', async () => {
    const dry = (await send(list, '?dryRun=true')).json<Answer>();
    expect({ ...dry, respondents: dry.respondents.length }).toEqual({
      imported: 59,
      changed: 0,
      unchanged: 0,
      respondents: 59,
    });
    expect(dry.respondents[0]).toEqual({
      pseudonym: 'ZWO-SW-01',
      site: 'ZWO',
      role: 'SW',
      status: 'identified',
    });
    expect(await stored()).toBe(0);
    const real = (await send(list)).json<Answer>();
    expect(real.respondents.map(({ pseudonym }) => pseudonym)).toEqual(
      dry.respondents.map(({ pseudonym }) => pseudonym),
    );
  });

  it('keeps no name, address, number or note readable in any table', async () => {
    await send(
      rows(
        'ZWO;SW;Jolanda Wiersma;jolanda@voorbeeld.nl;06 12345678;Buurtzorg Noord;nl;gatekeeper;Belt liever',
      ),
    );
    await send(list);
    const dump = await app.dump();
    expect(dump).toContain('ZWO-SW-01');
    expect(dump).not.toMatch(/jolanda|wiersma|voorbeeld\.nl|612345678|buurtzorg|belt liever/i);
    expect(dump).not.toMatch(/sociaal werker zeewolde 1|sw1\.zeewolde|850000001/i);
  });

  it('changes what the file says otherwise, and records which fields, not what they say', async () => {
    await send(rows('ZWO;SW;Jolanda Wiersma;jolanda@voorbeeld.nl;;;nl;;'));
    const answer = (
      await send(rows('ZWO;SW;Jolanda Bos;Jolanda@voorbeeld.nl;0612345678;;en;;'))
    ).json<Answer>();
    expect(answer).toMatchObject({ imported: 0, changed: 1, unchanged: 0 });
    const [entry] = await entries('respondent.changed');
    expect(entry?.data).toEqual({ fields: ['name', 'phone', 'language'] });
    const shown = await app.api('coordinator', {
      method: 'GET',
      url: `/respondents/${answer.respondents[0]?.id}`,
    });
    expect(shown.json()).toMatchObject({
      language: 'en',
      contact: { name: 'Jolanda Bos', email: 'jolanda@voorbeeld.nl', phone: '+31612345678' },
    });
  });

  it('never gives a number again, also not that of a respondent whose details were erased', async () => {
    await send(rows('ZWO;SW;Jan;jan@example.org;;;;;', 'ZWO;SW;Piet;piet@example.org;;;;;'));
    const em = app.database.orm.em.fork();
    await em.nativeUpdate(Respondent, { pseudonym: 'ZWO-SW-02' }, { contactId: null });
    const { respondents } = (await send(rows('ZWO;SW;Klaas;klaas@example.org;;;;;'))).json<Answer>();
    expect(respondents.map(({ pseudonym }) => pseudonym)).toEqual(['ZWO-SW-03']);
  });

  it('gives each number once when ten lists come at the same moment', async () => {
    const lists = Array.from({ length: 10 }, (_, at) => rows(`ZWO;SW;Persoon ${at};p${at}@example.org;;;;;`));
    const answers = await Promise.all(lists.map((one) => send(one)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(lists.map(() => 200));
    const given = answers.flatMap((answer) =>
      answer.json<Answer>().respondents.map(({ pseudonym }) => pseudonym),
    );
    expect(given.toSorted()).toEqual(lists.map((_, at) => `ZWO-SW-${String(at + 1).padStart(2, '0')}`));
  });

  it('takes 20,000 rows, and finds them all again', async () => {
    const many = rows(
      ...Array.from({ length: 20_000 }, (_, at) => `ZWO;SW;Persoon ${at};p${at}@example.org;;;;register;`),
    );
    expect((await send(many)).json<Answer>()).toMatchObject({ imported: 20_000, unchanged: 0 });
    expect((await send(many)).json<Answer>()).toMatchObject({ imported: 0, unchanged: 20_000 });
    expect(await stored()).toBe(20_000);
  });

  it.each([
    ['an empty body', '', 'The file is empty.'],
    ['a file of 50 MB', Buffer.alloc(50 * 1024 ** 2, 'x'), 'The file is 50 MB; the limit is 5 MB.'],
    [
      'an Excel workbook',
      Buffer.from('PK\u0003\u0004[Content_Types].xml'),
      'This is an Excel workbook (.xlsx)',
    ],
  ])('refuses %s with a clear word', async (_, payload, message) => {
    const answer = await send(payload);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { message: string }[] }>().errors[0]?.message).toContain(message);
  });

  it.each(['interviewer', 'observer'] as const)('is not for the %s', async (role) => {
    const url = '/studies/STP/respondents/import';
    const answer = await app.api(role, {
      method: 'POST',
      url,
      headers: { 'content-type': 'text/csv' },
      payload: list,
    });
    expect(answer.statusCode).toBe(403);
    expect(await stored()).toBe(0);
  });
});
