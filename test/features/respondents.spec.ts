import { LedgerEntry } from '../../src/kernel/ledger/ledger-entry.entity.js';
import { ContactReaders } from '../../src/respondents/contact-readers.js';
import { RespondentsModule } from '../../src/respondents/respondents.module.js';
import { readExample, StudyApp } from '../support/study-app.js';

interface Listed {
  readonly id: string;
  readonly pseudonym: string;
  readonly status: string;
}

const pageOf = (id: string) => `/studies/STP/respondents/${id}`;

describe('respondents', () => {
  let app: StudyApp;
  let first: Listed;

  const get = (url: string, role: 'coordinator' | 'interviewer' | 'observer' = 'coordinator') =>
    app.api(role, { method: 'GET', url });
  const list = async (query = '') =>
    (await get(`/studies/STP/respondents${query}`)).json<{ items: Listed[]; nextCursor: string | null }>();
  const patch = (payload: object, role: 'coordinator' | 'interviewer' = 'coordinator') =>
    app.api(role, { method: 'PATCH', url: `/respondents/${first.id}`, payload });
  const entries = (kind: string) => app.database.orm.em.fork().find(LedgerEntry, { kind });

  beforeEach(async () => {
    app = await StudyApp.start(RespondentsModule);
    const payload = await readExample('respondents.csv');
    const headers = { 'content-type': 'text/csv' };
    await app.api('coordinator', {
      method: 'POST',
      url: '/studies/STP/respondents/import',
      headers,
      payload,
    });
    first = (await list('?site=ZWO&role=SW')).items[0]!;
  });
  afterEach(() => app.stop());

  describe('by API', () => {
    it('are listed by pseudonym, a page at a time, each once', async () => {
      const seen: string[] = [];
      let cursor: string | null = '';
      for (let pages = 0; cursor !== null && pages < 10; pages++) {
        const page = await list(`?limit=25${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.items.map(({ pseudonym }) => pseudonym));
        cursor = page.nextCursor;
      }
      expect(seen).toHaveLength(59);
      expect(new Set(seen).size).toBe(59);
    });

    it('are filtered by site, role and status', async () => {
      const { items } = await list('?site=ZWO&role=SW&status=identified');
      expect(items.map(({ pseudonym }) => pseudonym)).toContain('ZWO-SW-01');
      expect(items.every(({ pseudonym }) => pseudonym.startsWith('ZWO-SW-'))).toBe(true);
      expect((await list('?status=declined')).items).toEqual([]);
      expect((await get('/studies/STP/respondents?status=nonsense')).statusCode).toBe(400);
    });

    it('have contact details for who plans, and a record of who read them', async () => {
      const { contact } = (await get(`/respondents/${first.id}`)).json<{ contact: object }>();
      expect(contact).toMatchObject({ name: 'Sociaal werker Zeewolde 1', email: 'sw1.zeewolde@example.org' });
      expect(await entries('contact.read')).toHaveLength(1);
    });

    it('have contact details for the interviewers who meet them, and for no other', async () => {
      expect((await get(`/respondents/${first.id}`, 'interviewer')).json()).not.toHaveProperty('contact');
      const readable = async (_: unknown, ids: readonly string[]) => ids.filter((id) => id === first.id);
      app.get(ContactReaders).register({ readable });
      expect((await get(`/respondents/${first.id}`, 'interviewer')).json()).toHaveProperty('contact.name');
      const other = (await list('?site=BOR')).items[0]!;
      expect((await get(`/respondents/${other.id}`, 'interviewer')).json()).not.toHaveProperty('contact');
    });

    it('are hidden from observers, and from those who do not exist', async () => {
      expect((await get('/studies/STP/respondents', 'observer')).statusCode).toBe(403);
      expect((await get(`/respondents/${first.id}`, 'observer')).statusCode).toBe(403);
      expect((await get('/respondents/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404);
    });

    it('change in what was given only', async () => {
      const windows = { weekly: { tuesday: ['09:00-12:00'] } };
      const answer = await patch({ contact: { phone: '06 87654321', email: null }, language: 'en', windows });
      expect(answer.json()).toMatchObject({
        language: 'en',
        windows,
        contact: { name: 'Sociaal werker Zeewolde 1', phone: '+31687654321' },
      });
      expect(answer.json()).not.toHaveProperty('contact.email');
      const [entry] = await entries('respondent.changed');
      expect(entry?.data).toEqual({ fields: ['language', 'windows', 'email', 'phone'] });
      await patch({ language: 'en', windows });
      expect(await entries('respondent.changed')).toHaveLength(1);
    });

    it('keep one address each', async () => {
      const answer = await patch({ contact: { email: 'SW2.zeewolde@example.org' } });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('ZWO-SW-02');
    });

    it('are changed by who plans only', async () => {
      expect((await patch({ language: 'en' }, 'interviewer')).statusCode).toBe(403);
      expect((await patch({ site: 'BOR' })).statusCode).toBe(422);
      expect((await patch({ contact: { email: 'no address' } })).statusCode).toBe(422);
    });

    it('follow the table of statuses, and are not scheduled by hand', async () => {
      expect((await patch({ status: 'reserve' })).json()).toMatchObject({ status: 'reserve' });
      expect((await patch({ status: 'agreed' })).statusCode).toBe(409);
      expect((await patch({ status: 'scheduled' })).statusCode).toBe(409);
    });

    it('come one at a time too', async () => {
      const payload = {
        site: 'Zeewolde',
        role: 'SW',
        name: 'Jolanda Wiersma',
        email: 'jolanda@voorbeeld.nl',
      };
      const url = '/studies/STP/respondents';
      const answer = await app.api('coordinator', { method: 'POST', url, payload });
      expect(answer.statusCode).toBe(201);
      expect(answer.json()).toMatchObject({
        site: 'ZWO',
        language: 'nl',
        contact: { name: 'Jolanda Wiersma' },
      });
      expect((await app.api('coordinator', { method: 'POST', url, payload })).statusCode).toBe(422);
      const unknown = await app.api('coordinator', {
        method: 'POST',
        url,
        payload: { ...payload, site: 'XXX' },
      });
      expect(unknown.json()).toMatchObject({ errors: [{ path: 'site' }] });
    });
  });

  describe('on pages', () => {
    it('are listed with names for who plans, without for who interviews', async () => {
      const page = await app.page('coordinator', '/studies/STP/respondents');
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('59 respondenten');
      expect(page.body).toContain('Sociaal team');
      const { body } = await app.page('interviewer', '/studies/STP/respondents', 'en');
      expect(body).toContain('59 respondents');
      expect(body).not.toContain('Sociaal werker Zeewolde 1');
    });

    it('are filtered by the address of the page', async () => {
      const { body } = await app.page('coordinator', '/studies/STP/respondents?site=ZWO&role=&status=&q=wa');
      expect(body).toContain('ZWO-WA-01');
      expect(body).not.toContain('ZWO-SW-01');
    });

    it('are found by e-mail address without the address in any address', async () => {
      const found = await app.post('coordinator', '/studies/STP/respondents/find', {
        email: 'SW1.zeewolde@example.org',
      });
      expect(found.statusCode).toBe(303);
      expect(found.headers.location).toBe(pageOf(first.id));
      const none = await app.post('coordinator', '/studies/STP/respondents/find', {
        email: 'nobody@example.org',
      });
      expect(none.headers.location).toBe('/studies/STP/respondents');
    });

    it('show one, with history, and who it is to who may know', async () => {
      await patch({ language: 'en' });
      const { body } = await app.page('coordinator', pageOf(first.id));
      expect(body).toContain('sw1.zeewolde@example.org');
      expect(body).toContain('Gegevens gewijzigd: taal');
      expect(body).toContain('Toegevoegd aan het onderzoek');
      const interviewer = await app.page('interviewer', pageOf(first.id), 'en');
      expect(interviewer.body).toContain('Added to the study');
      expect(interviewer.body).not.toContain('sw1.zeewolde@example.org');
    });

    it('change status, and back', async () => {
      const changed = await app.post('coordinator', `${pageOf(first.id)}/status`, { status: 'declined' });
      expect(changed.statusCode).toBe(303);
      expect((await list('?status=declined')).items).toHaveLength(1);
      await app.post('coordinator', `${pageOf(first.id)}/status/undo`, {});
      expect((await list('?status=declined')).items).toHaveLength(0);
      expect((await app.post('coordinator', `${pageOf(first.id)}/status/undo`, {})).statusCode).toBe(409);
    });

    it('can no longer be undone after a while', async () => {
      await app.post('coordinator', `${pageOf(first.id)}/status`, { status: 'declined' });
      app.clock.pass(11);
      expect((await app.post('coordinator', `${pageOf(first.id)}/status/undo`, {})).statusCode).toBe(409);
    });

    it('are added by a form, which comes back with what was typed', async () => {
      const wrong = { site: 'ZWO', role: 'SW', name: 'Jolanda Wiersma', email: 'jolanda@', language: 'nl' };
      const again = await app.post('coordinator', '/studies/STP/respondents', wrong);
      expect(again.statusCode).toBe(422);
      expect(again.body).toContain('Dit is geen e-mailadres.');
      expect(again.body).toContain('value="Jolanda Wiersma"');
      const taken = { ...wrong, email: 'sw1.zeewolde@example.org' };
      const refused = await app.post('coordinator', '/studies/STP/respondents', taken);
      expect(refused.body).toContain('Dit e-mailadres is al van ZWO-SW-01.');
      const right = { ...wrong, email: 'jolanda@voorbeeld.nl' };
      const added = await app.post('coordinator', '/studies/STP/respondents', right);
      expect(added.statusCode).toBe(303);
      expect((await app.page('coordinator', String(added.headers.location))).body).toContain(
        'Jolanda Wiersma',
      );
    });

    it('are changed by a form, also in when they can', async () => {
      const url = `${pageOf(first.id)}/edit`;
      const form = { name: 'Jolanda', email: 'j@voorbeeld.nl', language: 'en', when: 'own', friday: '9-12' };
      expect((await app.post('coordinator', url, form)).body).toContain('Schrijf tijden zoals 09:00-12:00');
      const right = { ...form, friday: '09:00-12:00, 13:00 - 15:00' };
      expect((await app.post('coordinator', url, right)).statusCode).toBe(303);
      const shown = (await get(`/respondents/${first.id}`)).json();
      expect(shown).toMatchObject({
        contact: { name: 'Jolanda', email: 'j@voorbeeld.nl' },
        windows: { weekly: { friday: ['09:00-12:00', '13:00-15:00'] } },
      });
      expect((await app.page('coordinator', url)).body).toContain('09:00-12:00, 13:00-15:00');
    });
  });

  describe('imported on a page', () => {
    const url = '/studies/STP/respondents/import';
    const header = 'casus;rol;naam;e-mailadres';
    const upload = (text: string) => {
      const form = new FormData();
      form.append('file', new File([text], 'lijst.csv', { type: 'application/vnd.ms-excel' }));
      form.append('text', '');
      return app.post('coordinator', url, form);
    };

    it('are shown first, and come in when that is confirmed', async () => {
      const preview = await upload(`${header}\nZWO;SW;Jolanda Wiersma;jolanda@voorbeeld.nl`);
      expect(preview.statusCode).toBe(200);
      expect(preview.body).toContain('1 respondent importeren');
      expect(preview.body).not.toContain('Jolanda');
      expect((await list('?limit=200')).items).toHaveLength(59);
      const form = new FormData();
      form.append('content', /name="content" value="([^"]+)"/.exec(preview.body)![1]!);
      expect((await app.post('coordinator', `${url}/confirm`, form)).statusCode).toBe(303);
      expect((await list('?limit=200')).items).toHaveLength(60);
    });

    it('may be pasted', async () => {
      const text = `${header}\r\nZWO;SW;Jolanda Wiersma;jolanda@voorbeeld.nl`;
      const form = new FormData();
      form.append('file', new File([], ''));
      form.append('text', text);
      expect((await app.post('coordinator', url, form)).body).toContain('1 respondent importeren');
    });

    it('have every fault in a table', async () => {
      const answer = await upload(`${header}\nXXX;SW;Jolanda;jolanda@`);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Er kloppen 2 dingen niet in de lijst');
      expect(answer.body).toContain('Dit is geen e-mailadres.');
    });

    it('ask for a file when there is none, and refuse a large one in words', async () => {
      expect((await upload('')).body).toContain('Het bestand is leeg.');
      const nothing = new FormData();
      nothing.append('text', ' ');
      expect((await app.post('coordinator', url, nothing)).body).toContain(
        'Kies een bestand of plak de lijst.',
      );
      expect((await upload('x'.repeat(50 * 1024 ** 2))).body).toContain(
        'Het bestand is 50 MB; de grens is 5 MB.',
      );
    });
  });
});
