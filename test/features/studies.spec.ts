import { ConsentModule } from '../../src/consent/consent.module.js';
import { LedgerEntry } from '../../src/kernel/ledger/ledger-entry.entity.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import { RespondentsModule } from '../../src/respondents/respondents.module.js';
import { parseStudyFile } from '../../src/studies/domain/parse-study-file.js';
import type { StudyFile } from '../../src/studies/domain/study-file.schema.js';
import { writeStudyFile } from '../../src/studies/domain/write-study-file.js';
import { readExample, StudyApp, type TeamRole } from '../support/study-app.js';

const yaml = { 'content-type': 'application/yaml' };

const upload = (text: string) => {
  const form = new FormData();
  form.append('file', new File([text], 'study.yaml'));
  return form;
};

describe('studies', () => {
  let app: StudyApp;
  let example: StudyFile;

  const put = (file: unknown, role: TeamRole = 'coordinator', study = 'STP') =>
    app.api(role, { method: 'PUT', url: `/studies/${study}`, payload: file as object });
  const definition = async () =>
    (await app.api('coordinator', { method: 'GET', url: '/studies/STP/definition' })).json<StudyFile>();
  const entries = (kind: string) => app.database.orm.em.fork().count(LedgerEntry, { kind });
  const rows = async (sql: string) =>
    (await app.database.orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${sql}`))[0]!
      .n;

  const withRole = (index: number, role: 'owner' | 'coordinator'): StudyFile => ({
    ...example,
    team: example.team.map((member, i) => (i === index ? { ...member, role } : member)),
  });
  const roleOf = async (email: string) => {
    const [row] = await app.database.orm.em
      .fork()
      .execute<{ role: string }[]>(
        `select r.role from study_role r join account a on a.id = r.account_id where a.email = ?`,
        [email],
      );
    return row?.role;
  };
  const named = (code: string) =>
    writeStudyFile({ ...example, study: { ...example.study, code } }).replaceAll('\n', '\r\n');

  beforeEach(async () => {
    app = await StudyApp.start(RespondentsModule, ConsentModule, MeetingsModule);
    const parsed = parseStudyFile(String(await readExample('study.yaml')));
    if (!parsed.ok) throw new Error('The example is not right');
    example = parsed.file;
  });
  afterEach(() => app.stop());

  describe('by API', () => {
    it('come back as the file that made them', async () => {
      expect(await definition()).toEqual(example);
    });

    it('stay as they are when the same file comes again', async () => {
      const before = await app.dump();
      const again = await app.api('coordinator', {
        method: 'PUT',
        url: '/studies/STP',
        headers: yaml,
        payload: await readExample('study.yaml'),
      });
      expect([again.statusCode, again.json()]).toMatchObject([200, { code: 'STP', outcome: 'unchanged' }]);
      expect(await app.dump()).toBe(before);
    });

    it('become equal to a changed file, and say so once', async () => {
      const changed: StudyFile = {
        ...example,
        study: { ...example.study, title: 'Teams en politie' },
        roles: [
          ...example.roles.filter(({ code }) => code !== 'BM'),
          { code: 'JW', name: 'Jongerenwerker', target: 6 },
        ],
        sites: example.sites.slice(1).map((site) => ({
          ...site,
          gatekeeper: { name: 'Nieuw', email: 'nieuw@example.org' },
          quotas: { SW: 4, JW: 1 },
        })),
        observations: { ...example.observations!, meetings: [] },
        team: example.team.slice(0, 2).toReversed(),
      };
      delete changed.topicGuide;
      expect((await put(changed)).json()).toMatchObject({ code: 'STP', outcome: 'updated' });
      expect(await definition()).toEqual(changed);
      expect((await put(changed)).json()).toMatchObject({ code: 'STP', outcome: 'unchanged' });
      expect(await entries('study.updated')).toBe(1);
      expect(await rows(`contact_details where kind = 'gatekeeper'`)).toBe(5);
    });

    it('are refused with every fault and its path, and nothing changes', async () => {
      const before = await app.dump();
      const broken = structuredClone(example) as unknown as Record<string, never>;
      Object.assign(broken.study, { language: 'de' });
      Object.assign(broken.sites[2]!, { quotas: { XX: 3 } });
      Object.assign(broken.team[1]!, { email: 'nobody' });
      const answer = await put(broken);
      expect(answer.statusCode).toBe(422);
      const { errors } = answer.json<{ errors: { path: string; message: string }[] }>();
      const paths = ['study.language', 'sites[2].quotas.XX', 'team[1].email'];
      expect(errors.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
      expect(errors.find(({ path }) => path === 'sites[2].quotas.XX')?.message).toMatch(/not a role/);
      expect(await app.dump()).toBe(before);
    });

    it('name the line of a fault in YAML', async () => {
      const text = String(await readExample('study.yaml')).replace('target: 16', 'target: many');
      const options = { method: 'POST', url: '/studies', headers: yaml, payload: text } as const;
      await app.database.orm.em.fork().execute(`update account set may_create_studies = true`);
      const { errors } = (await app.api('owner', options)).json<{
        errors: { path: string; row: number }[];
      }>();
      const line = text.split('\n').findIndex((one) => one.includes('target: many')) + 1;
      expect(errors).toEqual([expect.objectContaining({ path: 'roles[0].target', row: line })]);
    });

    it('are made by who may, once for a code', async () => {
      const post = (payload: object) => app.api('owner', { method: 'POST', url: '/studies', payload });
      const other = { ...example, study: { ...example.study, code: 'OTHER' } };
      expect((await post(other)).statusCode).toBe(403);
      await app.database.orm.em.fork().execute(`update account set may_create_studies = true`);
      expect((await post(example)).statusCode).toBe(409);
      const both = await Promise.all([post(other), post(other)]);
      expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
      expect(await rows(`study`)).toBe(2);
    });

    it('do not become another study', async () => {
      const other = { ...example, study: { ...example.study, code: 'OTHER' } };
      expect((await put(other)).statusCode).toBe(409);
    });

    it('are defined by owners and coordinators only', async () => {
      expect((await put(example, 'interviewer')).statusCode).toBe(403);
      expect((await put(example, 'observer')).statusCode).toBe(403);
      expect((await put(example, 'coordinator', 'NOPE')).statusCode).toBe(404);
    });
  });

  describe('and their owners', () => {
    it('a coordinator cannot become one by sending a file', async () => {
      const answer = await put(withRole(0, 'owner'), 'coordinator');
      expect([answer.statusCode, answer.json().type]).toEqual([
        403,
        expect.stringContaining('only-owners-appoint-owners'),
      ]);
      expect(await roleOf('onderzoeker1@example.org')).toBe('coordinator');
    });

    it('an owner appoints and dismisses another, and never loses the study', async () => {
      expect((await put(withRole(1, 'owner'), 'owner')).statusCode).toBe(200);
      expect(await roleOf('onderzoeker2@example.org')).toBe('owner');
      expect((await put(withRole(1, 'coordinator'), 'coordinator')).statusCode).toBe(403);
      expect((await put(withRole(1, 'coordinator'), 'owner')).statusCode).toBe(200);
      expect(await roleOf('onderzoeker2@example.org')).toBe('coordinator');
      expect(await roleOf('owner@example.org')).toBe('owner');
    });

    it('who leaves the team loses the study', async () => {
      await put({ ...example, team: example.team.slice(0, 1) });
      expect(await roleOf('onderzoeker2@example.org')).toBeUndefined();
      const answer = await app.api('interviewer', { method: 'GET', url: '/studies/STP' });
      expect(answer.statusCode).toBe(404);
    });
  });

  describe('with respondents', () => {
    beforeEach(async () => {
      const payload = await readExample('respondents.csv');
      const headers = { 'content-type': 'text/csv' };
      const url = '/studies/STP/respondents/import';
      expect((await app.api('coordinator', { method: 'POST', url, headers, payload })).statusCode).toBe(200);
    });

    it.each([
      [
        'site',
        (file: StudyFile): StudyFile => ({ ...file, sites: file.sites.slice(1), observations: undefined }),
      ],
      [
        'role',
        (file: StudyFile): StudyFile => ({
          ...file,
          roles: file.roles.slice(1),
          sites: file.sites.map((site) => ({ ...site, quotas: {} })),
        }),
      ],
    ])('keep a %s that has some', async (_, without) => {
      const answer = await put(without(example));
      expect([answer.statusCode, answer.json().type]).toEqual([
        409,
        expect.stringContaining('still-has-respondents'),
      ]);
      expect(await definition()).toEqual(example);
    });
  });

  describe('on pages', () => {
    it('show the faults of a file with their lines, and keep the text', async () => {
      await app.database.orm.em.fork().execute(`update account set may_create_studies = true`);
      const text = writeStudyFile(example).replace('language: nl', 'language: xx');
      const answer = await app.post('owner', '/studies', upload(text));
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('study.language');
      expect(answer.body).toContain('language: xx');
      expect(await rows('study')).toBe(1);
    });

    it('are made from an uploaded or a pasted file', async () => {
      await app.database.orm.em.fork().execute(`update account set may_create_studies = true`);
      const uploaded = await app.post('owner', '/studies', upload(named('AAA')));
      const pasted = await app.post('owner', '/studies', { text: named('BBB') });
      expect([uploaded.headers.location, pasted.headers.location]).toEqual(['/studies/AAA', '/studies/BBB']);
      const taken = await app.post('owner', '/studies', { text: named('BBB') });
      expect([taken.statusCode, taken.body.includes('BBB')]).toEqual([422, true]);
    });

    it('say what a file would change before it does', async () => {
      const text = writeStudyFile({ ...example, study: { ...example.study, title: 'Anders' } });
      const preview = await app.post('coordinator', '/studies/STP/definition/preview', upload(text));
      expect(preview.body).toContain('Dit verandert er');
      expect(preview.body).not.toContain('Respondentgroepen</dt>');
      expect(await definition()).toEqual(example);
      expect((await app.post('coordinator', '/studies/STP/definition', { text })).statusCode).toBe(303);
      expect((await definition()).study.title).toBe('Anders');
    });

    it('come down as a file that makes the same study', async () => {
      const answer = await app.page('coordinator', '/studies/STP/study.yaml');
      expect(answer.headers['content-disposition']).toContain('study.yaml');
      expect(parseStudyFile(answer.body)).toEqual({ ok: true, file: example });
      expect((await app.page('interviewer', '/studies/STP/study.yaml')).statusCode).toBe(403);
    });

    it('record the permission of a site', async () => {
      const url = '/studies/STP/sites/ZWO/permission';
      expect((await app.post('interviewer', url, { permission: 'granted' })).statusCode).toBe(403);
      expect((await app.post('coordinator', url, { permission: 'granted' })).statusCode).toBe(303);
      const sites = await app.api('observer', { method: 'GET', url: '/studies/STP/sites' });
      const zwo = sites.json<{ code: string; permission: string }[]>().find(({ code }) => code === 'ZWO');
      expect(zwo?.permission).toBe('granted');
      expect(await entries('site.permission')).toBe(1);
      expect((await app.page('coordinator', '/studies/STP/sites')).body).toContain('Toestemming van');
    });
  });
});
