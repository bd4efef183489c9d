import { SchedulingModule } from '../../src/scheduling/scheduling.module.js';
import { Calendars } from '../../src/scheduling/calendars.read-model.js';
import { Study } from '../../src/studies/study.entity.js';
import { TeamMember } from '../../src/studies/team-member.entity.js';
import { StudyApp, type TeamRole } from '../support/study-app.js';

interface Availability {
  readonly weekly: Record<string, string[]>;
  readonly exceptions: { date: string; hours: string[] }[];
}

describe('availability', () => {
  let app: StudyApp;
  let members: Record<string, string>;

  beforeEach(async () => {
    app = await StudyApp.start(SchedulingModule);
    const team = await app.database.orm.em.fork().find(TeamMember, {});
    members = Object.fromEntries(team.map(({ email, accountId }) => [email.replace(/@.*/, ''), accountId]));
  });
  afterEach(() => app.stop());

  const urlOf = (member: string) => `/team/${members[member]}/availability`;
  const pageOf = (member: string, rest = '') => `/studies/STP/team/${members[member]}${rest}`;
  const get = (role: TeamRole, member: string) => app.api(role, { method: 'GET', url: urlOf(member) });
  const put = (role: TeamRole, member: string, payload: object) =>
    app.api(role, { method: 'PUT', url: urlOf(member), payload });

  it('comes from the study file and can be replaced', async () => {
    const before = (await get('interviewer', 'onderzoeker2')).json<Availability>();
    expect(before.weekly).toEqual(
      Object.fromEntries(['monday', 'tuesday', 'thursday', 'friday'].map((day) => [day, ['09:00-17:30']])),
    );
    const wanted = {
      weekly: { monday: ['09:00-12:00', '13:00-17:00'] },
      exceptions: [
        { date: '2027-01-11', hours: [] },
        { date: '2027-01-16', hours: ['10:00-14:00'] },
      ],
    };
    const answer = await put('interviewer', 'onderzoeker2', wanted);
    expect([answer.statusCode, answer.json()]).toEqual([200, wanted]);
    expect((await get('coordinator', 'onderzoeker2')).json()).toEqual(wanted);
    expect((await put('coordinator', 'onderzoeker2', before)).json()).toEqual(before);
  });

  it('decides when somebody is free', async () => {
    await put('interviewer', 'onderzoeker2', {
      weekly: { monday: ['09:00-12:00'] },
      exceptions: [
        { date: '2027-01-11', hours: [] },
        { date: '2027-01-12', hours: ['10:00-11:00'] },
      ],
    });
    const study = await app.database.orm.em.fork().findOneOrFail(Study, { code: 'STP' });
    const range = { start: Date.parse('2027-01-04T00:00Z'), end: Date.parse('2027-01-13T00:00Z') };
    const [times] = await app.within(() =>
      app.get(Calendars).interviewers({
        studyId: study.id,
        zone: study.timezone,
        range,
        interviewers: [members.onderzoeker2!],
      }),
    );
    const written = times!.working.map(({ start, end }) =>
      [start, end].map((t) => new Date(t).toISOString()),
    );
    expect(written).toEqual([
      ['2027-01-04T08:00:00.000Z', '2027-01-04T11:00:00.000Z'],
      ['2027-01-12T09:00:00.000Z', '2027-01-12T10:00:00.000Z'],
    ]);
  });

  it('is for the member and for who plans', async () => {
    expect((await get('interviewer', 'onderzoeker3')).statusCode).toBe(403);
    expect((await put('observer', 'onderzoeker2', { weekly: {}, exceptions: [] })).statusCode).toBe(403);
    expect((await get('coordinator', 'onderzoeker3')).statusCode).toBe(200);
    const stranger = '00000000-0000-4000-8000-000000000000';
    const answer = await app.api('coordinator', { method: 'GET', url: `/team/${stranger}/availability` });
    expect(answer.statusCode).toBe(404);
  });

  it.each([
    ['hours that overlap', { weekly: { monday: ['09:00-12:00', '11:00-13:00'] }, exceptions: [] }],
    ['hours that end before they begin', { weekly: { monday: ['17:00-09:00'] }, exceptions: [] }],
    ['a date that does not exist', { weekly: {}, exceptions: [{ date: '2027-02-30', hours: [] }] }],
    [
      'one date twice',
      {
        weekly: {},
        exceptions: [
          { date: '2027-02-01', hours: [] },
          { date: '2027-02-01', hours: [] },
        ],
      },
    ],
    ['a day that does not exist', { weekly: { maandag: ['09:00-12:00'] }, exceptions: [] }],
  ])('refuses %s', async (_, payload) => {
    const before = (await get('coordinator', 'onderzoeker2')).json();
    expect((await put('coordinator', 'onderzoeker2', payload)).statusCode).toBe(422);
    expect((await get('coordinator', 'onderzoeker2')).json()).toEqual(before);
  });

  describe('on pages', () => {
    it('lists the team, with addresses for who plans only', async () => {
      const planned = await app.page('coordinator', '/studies/STP/team');
      expect(planned.body).toContain('onderzoeker2@example.org');
      const seen = await app.page('interviewer', '/studies/STP/team', 'en');
      expect(seen.statusCode).toBe(200);
      expect(seen.body).not.toContain('onderzoeker3@example.org');
    });

    it('takes hours as people type them', async () => {
      const answer = await app.post('interviewer', pageOf('onderzoeker2', '/hours'), {
        monday: '9:00 - 12:00, 13:00-17:00',
        tuesday: '',
      });
      expect(answer.statusCode).toBe(303);
      const { weekly } = (await get('interviewer', 'onderzoeker2')).json<Availability>();
      expect(weekly).toEqual({ monday: ['09:00-12:00', '13:00-17:00'] });
    });

    it('shows wrong hours again with what was typed', async () => {
      const answer = await app.post('interviewer', pageOf('onderzoeker2', '/hours'), { monday: 'hele dag' });
      expect([answer.statusCode, answer.body.includes('hele dag')]).toEqual([422, true]);
      expect(answer.body).toContain('Vul tijden in zoals 09:00-17:00');
    });

    it('adds a holiday and takes a day of it back', async () => {
      const add = { date: '2027-02-15', until: '2027-02-19', hours: '' };
      expect((await app.post('interviewer', pageOf('onderzoeker2', '/dates'), add)).statusCode).toBe(303);
      const remove = { date: '2027-02-17' };
      await app.post('interviewer', pageOf('onderzoeker2', '/dates/remove'), remove);
      const { exceptions } = (await get('interviewer', 'onderzoeker2')).json<Availability>();
      expect(exceptions.map(({ date }) => date)).toEqual([
        '2027-02-15',
        '2027-02-16',
        '2027-02-18',
        '2027-02-19',
      ]);
      const page = await app.page('interviewer', pageOf('onderzoeker2'));
      expect(page.body).toContain('maandag 15 februari 2027');
    });

    it('invites a member to sign in, who then gets a mail', async () => {
      expect((await app.post('interviewer', pageOf('onderzoeker2', '/invite'), {})).statusCode).toBe(403);
      expect((await app.post('coordinator', pageOf('onderzoeker3', '/invite'), {})).statusCode).toBe(303);
      const em = app.database.orm.em.fork();
      const mails = await em.execute<{ kind: string }[]>('select kind from outbox_message');
      expect(mails).toEqual([{ kind: 'account-welcome' }]);
    });
  });
});
