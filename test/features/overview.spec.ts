import { Invitation } from '../../src/calendar/invitation.entity.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import { OverviewReadModel } from '../../src/reports/overview.read-model.js';
import { ReportsModule } from '../../src/reports/reports.module.js';
import { RespondentsModule } from '../../src/respondents/respondents.module.js';
import { Study } from '../../src/studies/study.entity.js';
import type { StudyScope } from '../../src/studies/study-scope.js';
import { givenAppointment } from '../support/given-appointment.js';
import { readExample, StudyApp, type TeamRole } from '../support/study-app.js';

const none = { week: undefined, interviewer: undefined };

describe('the overview', () => {
  let app: StudyApp;
  let scope: StudyScope;

  const execute = (sql: string) => app.database.orm.em.fork().execute(sql);
  const overview = (query = {}, role: TeamRole = 'coordinator') =>
    app.within(() => app.get(OverviewReadModel).of({ ...scope, role }, { ...none, ...query }));

  const kinds = async (role?: TeamRole) =>
    (await overview({}, role)).attention.map(({ kind, name }) => `${kind} ${name}`);
  const countQueries = async () => {
    let queries = 0;
    const driver = app.database.orm.em.getConnection();
    const execute = driver.execute.bind(driver);
    driver.execute = ((...args: Parameters<typeof execute>) => {
      queries++;
      return execute(...args);
    }) as typeof driver.execute;
    await overview();
    driver.execute = execute;
    return queries;
  };

  beforeEach(async () => {
    app = await StudyApp.start(RespondentsModule, MeetingsModule, ReportsModule);
    const payload = await readExample('respondents.csv');
    const headers = { 'content-type': 'text/csv' };
    const url = '/studies/STP/respondents/import';
    await app.api('coordinator', { method: 'POST', url, headers, payload });
    const study = await app.database.orm.em.fork().findOneOrFail(Study, { code: 'STP' });
    const { id: studyId, code, title, timezone, language } = study;
    scope = { studyId, code, title, timezone, language, actorId: studyId, role: 'coordinator' } as StudyScope;
  });
  afterEach(() => app.stop());

  it('counts interviews, observations and quotas', async () => {
    await givenAppointment(app, { pseudonym: 'ZWO-SW-01', status: 'completed' });
    const startsAt = new Date('2027-01-06T10:00:00Z');
    await givenAppointment(app, { pseudonym: 'ZWO-SW-02', status: 'scheduled', startsAt });
    await givenAppointment(app, { pseudonym: 'BOR-BM-01', status: 'cancelled', startsAt });
    const { progress } = await overview();
    expect(progress.interviews).toEqual({ done: 1, planned: 1, target: 35 });
    expect(progress.observations).toEqual({ done: 0, planned: 0, target: 12 });
    expect(progress.quotas).toHaveLength(18);
    const cell = progress.quotas.find(({ role, site }) => role === 'SW' && site === 'ZWO');
    expect(cell).toMatchObject({ target: 3, done: 1, planned: 1 });
    expect(cell!.known).toBeGreaterThanOrEqual(3);
  });

  it('counts the recruitment and the response', async () => {
    expect(await overview()).toMatchObject({
      progress: { pipeline: { identified: 59 }, response: undefined },
    });
    await execute(`update respondent set status = 'agreed' where pseudonym like 'ZWO-SW%'`);
    await execute(`update respondent set status = 'declined' where pseudonym like 'ZWO-BM%'`);
    const { pipeline, response } = (await overview()).progress;
    expect(response).toBeCloseTo(pipeline.agreed! / (pipeline.agreed! + pipeline.declined!));
    expect(Object.values(pipeline).reduce((total, n) => total + n)).toBe(59);
  });

  it('takes as many queries for many respondents as for none', async () => {
    const many = await countQueries();
    await execute('delete from respondent');
    expect(await countQueries()).toBe(many);
    expect(many).toBeGreaterThan(0);
    expect(many).toBeLessThan(15);
  });

  describe('names what needs attention', () => {
    it('a meeting whose last date nears, but not one that is far away', async () => {
      expect(await kinds()).toEqual(['meeting-date Startbijeenkomst']);
    });

    it('an interview that is over without an outcome', async () => {
      await givenAppointment(app, { pseudonym: 'ZWO-SW-01', status: 'scheduled' });
      expect((await kinds())[0]).toBe('outcome-missing ZWO-SW-01');
      await execute(`update appointment set status = 'completed'`);
      expect(await kinds()).not.toContain('outcome-missing ZWO-SW-01');
    });

    it('somebody who declined an appointment that still stands', async () => {
      const startsAt = new Date('2027-01-06T10:00:00Z');
      const { id, studyId } = await givenAppointment(app, {
        pseudonym: 'ZWO-SW-02',
        status: 'scheduled',
        startsAt,
      });
      const em = app.database.orm.em.fork();
      const invitation = { uid: 'u1', subject: 'appointment', participantKind: 'respondent' } as const;
      const row = { ...invitation, studyId, subjectId: id, participantId: id, answer: 'declined' } as const;
      await em.persist(em.create(Invitation, row)).flush();
      expect((await kinds())[0]).toBe('declined ZWO-SW-02');
    });

    it.each([
      ['offer-expiring', 'open', '2027-01-05T12:00:00Z'],
      ['offer-expired', 'open', '2027-01-03T12:00:00Z'],
      ['proposal', 'proposed', '2027-01-30T12:00:00Z'],
      [undefined, 'open', '2027-01-30T12:00:00Z'],
      [undefined, 'declined', '2027-01-03T12:00:00Z'],
    ])('%s for an offer that is %s until %s', async (kind, status, expires) => {
      await execute(
        `insert into offer (id, study_id, respondent_id, status, expires_at, created_at, version)
         select gen_random_uuid(), study_id, id, '${status}', '${expires}', now(), 1
         from respondent where pseudonym = 'ZWO-WA-01'`,
      );
      const found = (await kinds()).filter((item) => item.endsWith('ZWO-WA-01'));
      expect(found).toEqual(kind ? [`${kind} ZWO-WA-01`] : []);
    });

    it('a site that refused, and quotas that nobody was found for', async () => {
      await execute(`update site set permission = 'refused' where code = 'UTR'`);
      await execute(`delete from respondent where pseudonym like 'BOR-WA-%'`);
      const found = await kinds();
      expect(found).toContain('site-refused Buurtteam Utrecht');
      expect(found).toContain('nobody-identified Sociaal team Borne');
    });

    it('nothing about a single respondent to who may not see them', async () => {
      await givenAppointment(app, { pseudonym: 'ZWO-SW-01', status: 'scheduled' });
      expect(await kinds('observer')).toEqual(['meeting-date Startbijeenkomst']);
    });
  });

  describe('shows a week', () => {
    it('with everybody, or with one interviewer', async () => {
      const first = await givenAppointment(app, { pseudonym: 'ZWO-SW-01', status: 'scheduled' });
      const other = {
        pseudonym: 'BOR-SW-01',
        status: 'scheduled',
        interviewer: 'onderzoeker3@example.org',
      } as const;
      await givenAppointment(app, other);
      const { week } = await overview();
      expect(week.monday).toBe('2027-01-04');
      expect(week.entries.map(({ name }) => name).toSorted()).toEqual(['BOR-SW-01', 'ZWO-SW-01']);
      const mine = await overview({ interviewer: first.interviewerId });
      expect(mine.week.entries.map(({ name }) => name)).toEqual(['ZWO-SW-01']);
      expect((await overview({ week: '2027-01-11' })).week.entries).toEqual([]);
      expect((await overview({}, 'observer')).week.entries).toEqual([]);
    });
  });

  describe('as a page', () => {
    it('links to respondents for who may see them, and not for observers', async () => {
      await givenAppointment(app, { pseudonym: 'ZWO-SW-01', status: 'scheduled' });
      const seen = await app.page('interviewer', '/studies/STP');
      expect([seen.statusCode, seen.body.includes('ZWO-SW-01')]).toEqual([200, true]);
      expect(seen.body).toContain('/studies/STP/respondents?site=ZWO&amp;role=SW');
      const observed = await app.page('observer', '/studies/STP', 'en');
      expect(observed.statusCode).toBe(200);
      expect(observed.body).not.toContain('ZWO-SW-01');
      expect(observed.body).not.toMatch(/href="[^"]*\/respondents\?/);
    });

    it('is where somebody with one study arrives', async () => {
      expect((await app.page('interviewer', '/')).headers.location).toBe('/studies/STP');
      expect((await app.page('interviewer', '/studies')).body).toContain('Sociale teams en de politie');
    });
  });
});
