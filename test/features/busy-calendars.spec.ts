import { BusyRefresh } from '../../src/calendar/busy/busy-refresh.service.js';
import { SchedulingModule } from '../../src/scheduling/scheduling.module.js';
import { TeamMember } from '../../src/studies/team-member.entity.js';
import { calendarOf, eventOf } from '../support/busy-times.js';
import { CalendarHost } from '../support/calendar-host.js';
import { StudyApp, type TeamRole } from '../support/study-app.js';

interface Connected {
  readonly id: string;
  readonly label: string;
  readonly host: string | null;
  readonly kind: string;
  readonly upcoming: number;
  readonly fetchedAt: string;
  readonly checkedAt: string;
  readonly nextFetchAt: string | null;
  readonly coversUntil: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly skipped: Record<string, number>;
}

const secret = 'geheime-sleutel-7f3a';
const path = `/feeds/${secret}.ics`;
const meeting = (day: string, ...more: readonly string[]) =>
  eventOf(`UID:x${day}`, `DTSTART:202701${day}T090000Z`, 'DURATION:PT2H', ...more);
const two = calendarOf(
  meeting('12'),
  meeting('13'),
  meeting('14', 'TRANSP:TRANSPARENT'),
  eventOf('DTSTART:nonsense'),
);

describe('connected calendars', () => {
  let app: StudyApp;
  let host: CalendarHost;
  let members: Record<string, string>;

  beforeEach(async () => {
    host = await CalendarHost.start();
    app = await StudyApp.startWith({ busyCalendarInternalHosts: [host.name] }, SchedulingModule);
    const team = await app.database.orm.em.fork().find(TeamMember, {});
    members = Object.fromEntries(team.map(({ email, accountId }) => [email.replace(/@.*/, ''), accountId]));
  });
  afterEach(() => Promise.all([app.stop(), host.stop()]));

  const urlOf = (rest = '', member = 'onderzoeker2') => `/team/${members[member]}/busy-calendars${rest}`;
  const pageOf = (rest = '', member = 'onderzoeker2') => `/studies/STP/team/${members[member]}${rest}`;
  const list = async (role: TeamRole = 'interviewer') =>
    (await app.api(role, { method: 'GET', url: urlOf() })).json<Connected[]>();
  const connect = (payload: object, role: TeamRole = 'interviewer') =>
    app.api(role, { method: 'POST', url: urlOf(), payload });
  const upload = (payload: string, query = '', role: TeamRole = 'interviewer') =>
    app.api(role, {
      method: 'POST',
      url: urlOf(query),
      headers: { 'content-type': 'text/calendar' },
      payload,
    });
  const rows = <Row>(sql: string) => app.database.orm.em.fork().execute<Row[]>(sql);
  const spans = async () => {
    const found = await rows<{ starts_at: string }>('select starts_at from busy_time order by starts_at');
    return found.map(({ starts_at }) => new Date(starts_at).toISOString());
  };
  const refreshDue = () => app.within(() => app.get(BusyRefresh).refreshDue());
  const connected = async (calendar = two, headers: Record<string, string> = {}) => {
    host.serve(calendar, headers);
    const answer = await connect({ url: host.urlOf(path), label: 'Werk' });
    expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
    return answer.json<Connected>();
  };

  it('come by address, of which only the host is shown', async () => {
    const made = await connected();
    expect(made).toMatchObject({
      label: 'Werk',
      kind: 'address',
      host: '127.0.0.1',
      upcoming: 2,
      error: null,
      coversUntil: '2028-04-04T00:00:00.000Z',
      skipped: { free: 1, broken: 1, tooOften: 0 },
    });
    expect(made).not.toHaveProperty('minutesOld');
    expect(await list('coordinator')).toEqual([made]);
    expect(await spans()).toEqual(['2027-01-12T09:00:00.000Z', '2027-01-13T09:00:00.000Z']);
    const pages = await Promise.all(
      ['', '/calendars', `/calendars/${made.id}`].map((rest) => app.page('interviewer', pageOf(rest))),
    );
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(pages.map(({ body }) => body).join()).not.toContain(secret);
  });

  it('come as a file, which takes the place of one of the same name', async () => {
    const first = await upload(two, '?label=Rooster');
    expect(first.json()).toMatchObject({
      kind: 'file',
      label: 'Rooster',
      host: null,
      nextFetchAt: null,
      upcoming: 2,
    });
    const again = await upload(calendarOf(meeting('20')), '?label=Rooster');
    expect([again.statusCode, again.json<Connected>().id]).toEqual([201, first.json<Connected>().id]);
    expect(await spans()).toEqual(['2027-01-20T09:00:00.000Z']);
    await upload(two, '?label=Anders');
    expect(await list()).toHaveLength(2);
    const { id } = first.json<Connected>();
    expect((await app.api('interviewer', { method: 'POST', url: urlOf(`/${id}/fetch`) })).statusCode).toBe(
      409,
    );
  });

  it('leave nothing in the database but when, and the address nowhere', async () => {
    await connected(
      calendarOf(
        meeting('12', 'DESCRIPTION:Diagnose', 'LOCATION:Kamer 5', 'ATTENDEE:mailto:arts@example.org'),
      ),
    );
    await upload(two);
    const dump = await app.dump();
    for (const word of ['Secret', 'Diagnose', 'Kamer 5', 'arts@example.org', secret])
      expect(dump).not.toContain(word);
    expect(dump).toContain('2027-01-12 09:00:00');
  });

  it.each([
    ['no address', { url: 'agenda' }, 'calendar-address-unreadable'],
    ['an address of a network within', { url: 'http://10.0.0.1/a.ics' }, 'calendar-address-forbidden'],
    ['a name of this machine', { url: 'http://localhost/a.ics' }, 'calendar-address-forbidden'],
    ['a port that is none of a web server', { url: 'https://example.org:25/' }, 'calendar-address-port'],
    ['another scheme', { url: 'ftp://example.org/' }, 'calendar-address-scheme'],
  ])('are not %s', async (_, payload, code) => {
    const answer = await connect(payload);
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = answer.json<{ type: string; errors: { path: string; message: string }[] }>();
    expect([problem.type, problem.errors[0]!.path]).toEqual([`/problems/${code}`, 'url']);
    expect(await list()).toEqual([]);
  });

  it('are not a page to sign in on, a missing file or too large a one', async () => {
    host.serve('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' });
    const page = await connect({ url: host.urlOf() });
    expect([page.statusCode, page.json<{ type: string }>().type]).toEqual([
      422,
      '/problems/calendar-web-page',
    ]);
    host.answer = (_, response) => response.writeHead(404).end();
    expect((await connect({ url: host.urlOf() })).json<{ type: string }>().type).toBe(
      '/problems/calendar-not-found',
    );
    const large = await upload(`${two}${' '.repeat(10 * 1024 ** 2)}`);
    expect(large.json()).toMatchObject({ type: '/problems/calendar-too-large', errors: [{ path: 'file' }] });
    const empty = await upload('');
    expect(empty.statusCode).toBe(422);
    expect(await list()).toEqual([]);
  });

  it.each([{}, { url: 7 }, { url: 'https://x.nl', extra: 1 }, { url: 'https://x.nl', label: 'a\u0007' }])(
    'are asked for with %j in vain',
    async (payload) => {
      expect((await connect(payload)).statusCode).toBe(422);
    },
  );

  it('are for the member and for who plans', async () => {
    const { id } = await connected();
    expect((await app.api('observer', { method: 'GET', url: urlOf() })).statusCode).toBe(403);
    expect((await app.api('interviewer', { method: 'GET', url: urlOf('', 'onderzoeker3') })).statusCode).toBe(
      403,
    );
    expect((await connect({ url: host.urlOf() }, 'observer')).statusCode).toBe(403);
    const elsewhere = urlOf(`/${id}/fetch`, 'onderzoeker3');
    expect((await app.api('coordinator', { method: 'POST', url: elsewhere })).statusCode).toBe(404);
    await app.api('coordinator', { method: 'DELETE', url: urlOf(`/${id}`, 'onderzoeker3') });
    expect(await list()).toHaveLength(1);
  });

  it('go with everything that came from them', async () => {
    const { id } = await connected();
    const gone = await app.api('coordinator', { method: 'DELETE', url: urlOf(`/${id}`) });
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    expect([await list(), await spans()]).toEqual([[], []]);
    expect((await app.api('coordinator', { method: 'DELETE', url: urlOf(`/${id}`) })).statusCode).toBe(204);
    const ledger = await rows<{ kind: string; data: object }>(
      `select kind, data from ledger_entry where kind like 'busy%' order by at`,
    );
    expect(ledger).toEqual([
      { kind: 'busy-calendar.connected', data: { calendar: id, kind: 'address' } },
      { kind: 'busy-calendar.disconnected', data: { calendar: id, kind: 'address' } },
    ]);
  });

  it('are at most twenty', async () => {
    for (let n = 0; n < 20; n += 1) await upload(two, `?label=${n}`);
    expect((await upload(two, '?label=20')).statusCode).toBe(409);
    expect((await upload(two, '?label=19')).statusCode).toBe(201);
  });

  describe('are fetched again', () => {
    it('when they are due, and asked only whether they changed', async () => {
      await connected(two, { etag: '"a"', 'last-modified': 'Mon, 04 Jan 2027 08:00:00 GMT' });
      app.clock.pass(5);
      await refreshDue();
      expect(host.requests).toHaveLength(1);
      app.clock.pass(15);
      host.answer = (_, response) => response.writeHead(304).end();
      await refreshDue();
      expect(host.requests[1]!.headers).toMatchObject({
        'if-none-match': '"a"',
        'if-modified-since': 'Mon, 04 Jan 2027 08:00:00 GMT',
      });
      const [calendar] = await list();
      expect(calendar).toMatchObject({
        fetchedAt: '2027-01-04T09:00:00.000Z',
        checkedAt: '2027-01-04T09:20:00.000Z',
        upcoming: 2,
      });
      const minutes = (Date.parse(calendar!.nextFetchAt!) - app.clock.at.getTime()) / 60_000;
      expect(minutes).toBeGreaterThan(13);
      expect(minutes).toBeLessThan(17);
    });

    it('and written again only when something changed', async () => {
      await connected();
      const written = () => rows<{ xmin: string }>('select xmin::text from busy_time order by starts_at');
      const before = await written();
      app.clock.pass(20);
      await refreshDue();
      expect(await written()).toEqual(before);
      host.serve(calendarOf(meeting('13'), meeting('15')));
      app.clock.pass(20);
      await refreshDue();
      expect(await spans()).toEqual(['2027-01-13T09:00:00.000Z', '2027-01-15T09:00:00.000Z']);
    });

    it('in full when the copy ends too soon, changed or not', async () => {
      await connected(two, { etag: '"a"' });
      app.clock.pass(10 * 24 * 60);
      await refreshDue();
      expect(host.requests[1]!.headers['if-none-match']).toBeUndefined();
      const [kept] = await rows<{ until: string }>('select covers_until as until from busy_calendar');
      expect(new Date(kept!.until).toISOString()).toBe('2028-04-14T00:00:00.000Z');
    });

    it.each([
      ['a page to sign in on', '<html>Sign in</html>', 200, 'web-page'],
      ['half a calendar', two.slice(0, 200), 200, 'incomplete'],
      ['nothing', '', 200, 'not-a-calendar'],
      ['an error', '', 500, 'server-trouble'],
      ['a refusal', '', 401, 'sign-in-needed'],
    ])('and keep the last good copy when %s comes', async (_, body, status, code) => {
      await connected();
      app.clock.pass(20);
      host.answer = (__, response) => response.writeHead(status).end(body);
      await refreshDue();
      const [calendar] = await list();
      expect(calendar).toMatchObject({
        error: { code, message: expect.stringMatching(/\.$/) },
        checkedAt: '2027-01-04T09:00:00.000Z',
        upcoming: 2,
      });
      const shown = await app.page('interviewer', pageOf());
      expect(shown.body).toContain('De laatste goede kopie blijft gelden.');
      app.clock.pass(20);
      await refreshDue();
      expect(host.requests).toHaveLength(2);
      host.serve(two);
      app.clock.pass(20);
      await refreshDue();
      expect((await list())[0]!.error).toBeNull();
    });

    it('once, whoever of several processes comes first', async () => {
      await connected();
      app.clock.pass(20);
      await Promise.all([refreshDue(), refreshDue(), refreshDue()]);
      expect(host.requests).toHaveLength(2);
    });

    it('by another process when the one that held them is gone', async () => {
      await connected();
      app.clock.pass(20);
      await rows(`update busy_calendar set leased_until = '2027-01-04T09:21:00Z'`);
      await refreshDue();
      expect(host.requests).toHaveLength(1);
      app.clock.pass(2);
      await refreshDue();
      expect(host.requests).toHaveLength(2);
    });

    it('no more for who has no role in any study', async () => {
      await connected();
      await rows(`delete from study_role where account_id = (select account_id from busy_calendar)`);
      app.clock.pass(20);
      await refreshDue();
      expect(host.requests).toHaveLength(1);
    });

    it('on request, at most once a minute', async () => {
      const { id } = await connected();
      host.serve(calendarOf(meeting('21')));
      const fetch = () => app.api('interviewer', { method: 'POST', url: urlOf(`/${id}/fetch`) });
      expect((await fetch()).json()).toMatchObject({ upcoming: 2 });
      app.clock.pass(2);
      const answer = await fetch();
      expect([answer.statusCode, answer.json<Connected>().upcoming]).toEqual([200, 1]);
    });

    it('but not after they are gone, though a fetch is under way', async () => {
      const { id } = await connected();
      app.clock.pass(20);
      host.answer = (_, response) => {
        void app.api('interviewer', { method: 'DELETE', url: urlOf(`/${id}`) }).then(() => response.end(two));
      };
      await refreshDue();
      expect([await list(), await spans()]).toEqual([[], []]);
    });
  });

  describe('on pages', () => {
    it('are connected, and told beside the field what is wrong', async () => {
      const wrong = await app.post('interviewer', pageOf('/calendars'), {
        url: 'http://127.0.0.1/x',
        label: 'Thuis',
      });
      expect(wrong.statusCode).toBe(422);
      expect(wrong.body).toContain('href="#field-url"');
      expect(wrong.body).toContain('intern netwerk');
      expect(wrong.body).toContain('value="Thuis"');
      host.serve(two);
      const done = await app.post('interviewer', pageOf('/calendars'), {
        url: host.urlOf(path),
        label: 'Thuis',
      });
      expect([done.statusCode, done.headers.location]).toEqual([303, pageOf()]);
      const page = await app.page('interviewer', pageOf(), 'en');
      expect(page.body).toContain('Thuis');
      expect(page.body).toContain('2 times');
    });

    it('are uploaded', async () => {
      const form = new FormData();
      form.append('file', new Blob([two], { type: 'text/calendar' }), 'jan@example.org.ics');
      const done = await app.post('interviewer', pageOf('/calendars/upload'), form);
      expect(done.statusCode).toBe(303);
      expect(await list()).toMatchObject([{ kind: 'file', label: '', upcoming: 2 }]);
      const nothing = await app.post('interviewer', pageOf('/calendars/upload'), new FormData());
      expect([nothing.statusCode, nothing.body.includes('Kies een bestand.')]).toEqual([422, true]);
      const page = new FormData();
      page.append('file', new Blob(['<html></html>']), 'a.ics');
      const refused = await app.post('interviewer', pageOf('/calendars/upload'), page);
      expect([refused.statusCode, refused.body.includes('href="#field-file"')]).toEqual([422, true]);
    });

    it('are called otherwise, fetched and disconnected', async () => {
      const { id } = await connected();
      const at = (rest: string) => pageOf(`/calendars/${id}${rest}`);
      expect((await app.post('coordinator', at('/rename'), { label: '' })).statusCode).toBe(422);
      expect((await app.post('coordinator', at('/rename'), { label: 'Kantoor' })).statusCode).toBe(303);
      expect((await list())[0]!.label).toBe('Kantoor');
      expect((await app.post('interviewer', at('/fetch'), {})).statusCode).toBe(303);
      expect((await app.post('observer', at('/disconnect'), {})).statusCode).toBe(403);
      expect((await app.post('interviewer', at('/disconnect'), {})).statusCode).toBe(303);
      expect(await list()).toEqual([]);
      expect((await app.page('interviewer', at(''))).statusCode).toBe(404);
    });
  });
});
