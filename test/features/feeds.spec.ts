import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Account } from '../../src/auth/account.entity.js';
import { StudyRoles } from '../../src/auth/study-roles.service.js';
import { FeedEntry } from '../../src/calendar/feeds/feed-entry.entity.js';
import { FeedRefreshes } from '../../src/calendar/feeds/feed-refreshes.service.js';
import { Respondent } from '../../src/respondents/respondent.entity.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import { Study } from '../../src/studies/study.entity.js';
import { givenRespondents, type GivenRespondent } from '../support/given-respondents.js';
import { differences, openFeed, readFeed } from '../support/read-feed.js';
import { StudyApp, type TeamRole } from '../support/study-app.js';

interface Slot {
  readonly start: string;
  readonly interviewer: string;
}

const day = 24 * 60;

describe('a calendar feed', () => {
  let app: StudyApp;
  let respondents: readonly GivenRespondent[];
  let slots: readonly Slot[];
  let me: string;

  const em = () => app.database.orm.em.fork();
  const api = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
    app.api('coordinator', { method, url, ...(payload && { payload }) });
  const idOf = async (email: string) => (await em().findOneOrFail(Account, { email })).id;
  const book = async (slot: Slot, n = 0, more: object = {}) => {
    const body = { kind: 'interview', respondent: respondents[n]!.id, ...slot, ...more };
    const answer = await api('POST', '/studies/STP/appointments', body);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<{ id: string }>().id;
  };
  const on = async (id: string, step: string, payload: object = {}) => {
    const answer = await api('POST', `/appointments/${id}/${step}`, payload);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  const mine = () => slots.filter(({ interviewer }) => interviewer === me);
  const apart = (list: readonly Slot[]): readonly Slot[] =>
    list.filter(
      (slot, n) => list.findIndex((one) => one.start.slice(0, 10) === slot.start.slice(0, 10)) === n,
    );
  const setRole = (email: string, role: 'interviewer' | 'observer' | null) =>
    em().transactional(async (em) => {
      const { id: studyId } = await em.findOneOrFail(Study, { code: 'STP' });
      const accountId = await idOf(email);
      const roles = app.get(StudyRoles);
      await (role
        ? roles.grant({ studyId, accountId, role }, null)
        : roles.revoke({ studyId, accountId }, null));
    });
  const refresh = () => app.within(() => app.get(FeedRefreshes).run());

  beforeEach(async () => {
    app = await StudyApp.start(AppointmentsModule, MeetingsModule);
    respondents = await givenRespondents(app, 3);
    const free = await api('GET', '/studies/STP/slots?from=2027-01-12T00:00:00Z&limit=2000');
    slots = free.json<Slot[]>().map(({ start, interviewer }) => ({ start, interviewer }));
    me = await idOf('onderzoeker2@example.org');
  });
  afterEach(() => app.stop());

  it('shows one’s own appointments by pseudonym and site, and nobody’s name, address or place', async () => {
    const [first, second, third] = apart(mine()) as [Slot, Slot, Slot];
    await book(first);
    await book(second, 1, { mode: 'onsite', place: 'Bij de respondent thuis, Geheimstraat 12' });
    await book(third, 2, { mode: 'video', place: 'https://meet.example/persoon-3' });
    const { body, events } = await readFeed(app, await openFeed(app, 'interviewer', 'account'));
    expect(events.size).toBe(3);
    for (const { pseudonym } of respondents) expect(body).toContain(pseudonym);
    expect(body).toContain('Sociaal team Zeewolde');
    expect(body).not.toMatch(/persoon|geheimstraat|meet\.example|ATTENDEE/i);
    for (const { value } of events.values())
      expect(value('URL')).toMatch(/^http:\/\/localhost:3000\/studies\/STP\/appointments\/[\w-]+$/);
  });

  it('is a calendar of its own: names, refreshment, and UIDs that no invitation has', async () => {
    const id = await book(mine()[0]!);
    const { body, response, events } = await readFeed(app, await openFeed(app, 'interviewer', 'account'));
    expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(response.headers['cache-control']).toMatch(/^private/);
    const lines = body.split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'NAME:Veldwerk: mijn afspraken',
        'X-WR-CALNAME:Veldwerk: mijn afspraken',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
      ]),
    );
    const uids = await em().execute<{ uid: string }[]>('select uid from invitation');
    expect(uids).toHaveLength(2);
    expect(uids.map(({ uid }) => uid)).not.toContain([...events.keys()][0]);
    expect([...events.keys()]).toEqual([`${id}@feed.veldwerk`]);
  });

  it('keeps its bytes while nothing changes, and says so without sending them', async () => {
    await book(mine()[0]!);
    const url = await openFeed(app, 'interviewer', 'account');
    const was = await readFeed(app, url);
    app.clock.pass(10 * day);
    const is = await readFeed(app, url);
    expect(is.body).toBe(was.body);
    const since = String(was.response.headers['last-modified']);
    for (const headers of [
      { 'if-none-match': was.etag },
      { 'if-none-match': `"other", W/${was.etag}` },
      { 'if-modified-since': since },
      { 'if-none-match': was.etag, 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
    ]) {
      const { response, body } = await readFeed(app, url, { headers });
      expect([response.statusCode, body]).toEqual([304, '']);
      expect(response.headers).toMatchObject({ etag: was.etag, 'last-modified': since });
      expect(response.headers['content-length']).toBeUndefined();
    }
    for (const headers of [
      { 'if-none-match': '"other"', 'if-modified-since': since },
      { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
      { 'if-modified-since': 'yesterday' },
    ])
      expect((await readFeed(app, url, { headers })).response.statusCode).toBe(200);
  });

  it('answers HEAD as GET, without the bytes', async () => {
    await book(mine()[0]!);
    const url = await openFeed(app, 'interviewer', 'account');
    const [get, head] = [await readFeed(app, url), await readFeed(app, url, { method: 'HEAD' })];
    expect([head.response.statusCode, head.body]).toEqual([200, '']);
    for (const name of ['etag', 'last-modified', 'content-type', 'cache-control', 'content-length'])
      expect(head.response.headers[name]).toBe(get.response.headers[name]);
  });

  it('changes in one entry when one appointment is moved', async () => {
    const [first, second, third, free] = apart(mine()) as [Slot, Slot, Slot, Slot];
    await book(first);
    const id = await book(second, 1);
    await book(third, 2);
    const url = await openFeed(app, 'coordinator', 'study');
    const was = await readFeed(app, url);
    app.clock.pass(60);
    await on(id, 'move', { start: free.start });
    const is = await readFeed(app, url);
    const uid = `${id}@feed.veldwerk`;
    expect(differences(was, is)).toEqual([uid]);
    expect(is.etag).not.toBe(was.etag);
    expect(is.response.headers['last-modified']).toBe('Mon, 04 Jan 2027 10:00:00 GMT');
    const { value } = is.events.get(uid)!;
    expect([value('SEQUENCE'), value('DTSTAMP'), value('LAST-MODIFIED')]).toEqual([
      '1',
      '20270104T100000Z',
      '20270104T100000Z',
    ]);
    const headers = {
      'if-none-match': was.etag,
      'if-modified-since': String(was.response.headers['last-modified']),
    };
    expect((await readFeed(app, url, { headers })).response.statusCode).toBe(200);
  });

  it('shows what was cancelled as cancelled for a month, and then no longer', async () => {
    const [first, second] = apart(mine()) as [Slot, Slot];
    const id = await book(first);
    await book(second, 1);
    const url = await openFeed(app, 'interviewer', 'account');
    await on(id, 'cancel');
    const uid = `${id}@feed.veldwerk`;
    const cancelled = await readFeed(app, url);
    expect(cancelled.events.get(uid)!.value('STATUS')).toBe('CANCELLED');
    expect(cancelled.events.get(uid)!.value('TRANSP')).toBe('TRANSPARENT');
    app.clock.pass(30 * day - 1);
    expect((await readFeed(app, url)).body).toBe(cancelled.body);
    app.clock.pass(1);
    const gone = await readFeed(app, url, { headers: { 'if-none-match': cancelled.etag } });
    expect(gone.response.statusCode).toBe(200);
    expect(differences(cancelled, gone)).toEqual([uid]);
    expect(gone.events.has(uid)).toBe(false);
    const since = { 'if-modified-since': String(cancelled.response.headers['last-modified']) };
    expect((await readFeed(app, url, { headers: since })).response.statusCode).toBe(200);
  });

  it('goes from one interviewer to another under the same UID, and back', async () => {
    const theirs = slots.find(
      ({ interviewer, start }) => interviewer !== me && mine().some((one) => one.start === start),
    )!;
    const ours = mine().find(({ start }) => start === theirs.start)!;
    const id = await book(ours);
    const uid = `${id}@feed.veldwerk`;
    const own = await openFeed(app, 'interviewer', 'account');
    const whole = await openFeed(app, 'coordinator', 'study');
    const sequences: number[] = [];
    for (const to of [theirs, ours]) {
      app.clock.pass(5);
      await on(id, 'move', to);
      const status = (await readFeed(app, own)).events.get(uid)!.value('STATUS');
      expect(status).toBe(to === ours ? 'CONFIRMED' : 'CANCELLED');
      const { events } = await readFeed(app, whole);
      expect([...events.keys()]).toEqual([uid]);
      expect(events.get(uid)!.value('STATUS')).toBe('CONFIRMED');
      sequences.push(Number(events.get(uid)!.value('SEQUENCE')));
    }
    expect(sequences[0]).toBeGreaterThan(0);
    expect(sequences[1]).toBeGreaterThan(sequences[0]!);
  });

  it('says how an interview ended, and takes that back', async () => {
    const soon = { start: '2027-01-04T11:00:00+01:00', interviewer: me };
    const id = await book(soon, 0, { outsideRules: true });
    const url = await openFeed(app, 'interviewer', 'account');
    app.clock.pass(120);
    const was = await readFeed(app, url);
    await on(id, 'no-show');
    expect((await readFeed(app, url)).body).toContain('Niet verschenen.');
    await on(id, 'reopen');
    expect((await readFeed(app, url)).body).not.toContain('Niet verschenen.');
    expect(differences(was, await readFeed(app, url))).toHaveLength(1);
  });

  it('has one address, which another can replace and which can be closed: the old one stops at once', async () => {
    const first = await openFeed(app, 'interviewer', 'account');
    expect(await openFeed(app, 'interviewer', 'account')).toBe(first);
    const second = await openFeed(app, 'interviewer', 'account', { replace: true });
    const old = (await readFeed(app, first)).response;
    expect([old.statusCode, old.headers['content-type']]).toEqual([410, 'text/plain; charset=utf-8']);
    expect(old.body).toContain('has been stopped or has got another address');
    expect((await readFeed(app, second)).response.statusCode).toBe(200);
    const closing = { method: 'DELETE', url: '/studies/STP/feeds/account' } as const;
    expect((await app.api('interviewer', closing)).statusCode).toBe(204);
    expect((await app.api('interviewer', closing)).statusCode).toBe(204);
    expect((await readFeed(app, second)).response.statusCode).toBe(410);
    const list = await app.api('interviewer', { method: 'GET', url: '/studies/STP/feeds' });
    expect(list.json()).toMatchObject([{ id: 'account', kind: 'account', url: null }]);
    const unknown = await readFeed(app, `http://localhost/calendars/${'x'.repeat(43)}.ics`);
    expect([unknown.response.statusCode, unknown.response.headers['content-type']]).toEqual([
      404,
      'text/plain; charset=utf-8',
    ]);
    for (const url of [first, second])
      expect(await app.dump()).not.toContain(
        new URL(url).pathname.slice('/calendars/'.length, -'.ics'.length),
      );
  });

  it('of a study or a site is for who plans, and each has an address of their own', async () => {
    for (const [role, feed, status] of [
      ['interviewer', 'study', 403],
      ['observer', 'site-ZWO', 403],
      ['coordinator', 'site-XXX', 404],
      ['coordinator', 'everything', 422],
    ] as const) {
      const answer = await app.api(role, { method: 'POST', url: '/studies/STP/feeds', payload: { feed } });
      expect([feed, answer.statusCode]).toEqual([feed, status]);
    }
    const [here, there] = apart(mine()) as [Slot, Slot];
    const id = await book(here);
    const visit = { kind: 'observation', site: 'UTR', ...there, outsideRules: true };
    expect((await api('POST', '/studies/STP/appointments', visit)).statusCode).toBe(201);
    const site = await readFeed(app, await openFeed(app, 'coordinator', 'site-ZWO'));
    expect([...site.events.keys()]).toEqual([`${id}@feed.veldwerk`]);
    expect(site.body).toContain('X-WR-CALNAME:Sociaal team Zeewolde · Sociale teams en de politie');
    const urls = [await openFeed(app, 'coordinator', 'study'), await openFeed(app, 'owner', 'study')];
    expect(new Set(urls).size).toBe(2);
    expect((await readFeed(app, urls[1]!)).events.size).toBe(2);
  });

  it('shows a study as long as one has a role in it', async () => {
    const [first] = mine() as [Slot];
    await book(first);
    const [meeting] = (await api('GET', '/studies/STP/meetings')).json<[{ id: string }]>();
    await api('POST', `/meetings/${meeting.id}/schedule`, {
      start: '2027-01-14T14:00:00+01:00',
      durationMinutes: 90,
    });
    const own = await openFeed(app, 'interviewer', 'account');
    const all = await openFeed(app, 'coordinator', 'study');
    const both = await readFeed(app, own);
    expect(both.events.size).toBe(2);
    const sees = async (role: 'interviewer' | 'observer' | null) => {
      app.clock.pass(1);
      await setRole('onderzoeker2@example.org', role);
      return (await readFeed(app, own, { headers: { 'if-none-match': both.etag } })).events;
    };
    expect([...(await sees('observer')).keys()]).toEqual([`${meeting.id}@feed.veldwerk`]);
    expect((await sees(null)).size).toBe(0);
    const since = { 'if-modified-since': String(both.response.headers['last-modified']) };
    expect((await readFeed(app, own, { headers: since })).response.statusCode).toBe(200);
    await setRole('onderzoeker1@example.org', 'interviewer');
    const left = await readFeed(app, all);
    expect(left.events.size).toBe(0);
    expect(left.body).toContain('X-WR-CALNAME:Veldwerk\r\n');
    await setRole('onderzoeker2@example.org', 'interviewer');
    expect((await readFeed(app, own)).body).toBe(both.body);
  });

  it('of an account that was disabled is empty', async () => {
    await book(mine()[0]!);
    const url = await openFeed(app, 'interviewer', 'account');
    await em().nativeUpdate(Account, { id: me }, { disabledAt: app.clock.now() });
    expect((await readFeed(app, url)).events.size).toBe(0);
  });

  it('follows its study: sites and titles that change change what stands there', async () => {
    const id = await book(mine()[0]!);
    const url = await openFeed(app, 'coordinator', 'site-ZWO');
    const was = await readFeed(app, url);
    app.clock.pass(5);
    await api('PATCH', '/studies/STP/sites/ZWO', { name: 'Wijkteam Polder' });
    await refresh();
    const is = await readFeed(app, url);
    expect(is.body).toContain('X-WR-CALNAME:Wijkteam Polder · ');
    expect(is.events.get(`${id}@feed.veldwerk`)!.value('SUMMARY')).toContain('Wijkteam Polder');
    expect(is.etag).not.toBe(was.etag);
    await api('PATCH', '/studies/STP/sites/ZWO', { municipality: 'Elders' });
    await refresh();
    expect((await readFeed(app, url)).body).toBe(is.body);
  });

  it('has what was planned before there were feeds, once, also when several processes make it', async () => {
    const [first, second, third] = apart(mine()) as [Slot, Slot, Slot];
    await book(first);
    await book(second, 1);
    await on(await book(third, 2), 'cancel');
    const url = await openFeed(app, 'coordinator', 'study');
    const was = await readFeed(app, url);
    await em().nativeDelete(FeedEntry, {});
    await em().execute(
      `insert into feed_refresh (study_id, request_id) select id, gen_random_uuid() from study`,
    );
    await Promise.all([refresh(), refresh(), refresh()]);
    const is = await readFeed(app, url);
    expect([...is.events.keys()]).toEqual([...was.events.keys()].slice(0, 2));
    expect(await em().execute('select * from feed_refresh')).toEqual([]);
    expect(await em().count(FeedEntry)).toBe(2);
  });

  it('writes nothing when the booking fails', async () => {
    const slot = mine()[0]!;
    await book(slot);
    const taken = { kind: 'interview', respondent: respondents[1]!.id, ...slot };
    expect((await api('POST', '/studies/STP/appointments', taken)).statusCode).toBe(409);
    expect(await em().count(FeedEntry)).toBe(1);
  });

  it.each(['coordinator', 'interviewer', 'observer'] as const)(
    'has a page where a %s makes, replaces and stops it',
    async (role: TeamRole) => {
      const show = async () => (await app.page(role, '/studies/STP/feeds')).body;
      const addressIn = (html: string) => /<code class="feed-address">([^<]+)</.exec(html)?.[1];
      const press = async (button: string) =>
        (await app.post(role, `/studies/STP/feeds${button}`, { feed: 'account' })).statusCode;
      expect(addressIn(await show())).toBeUndefined();
      expect(await press('')).toBe(303);
      const first = addressIn(await show())!;
      expect(await show()).toContain(`href="${first.replace('http:', 'webcal:')}"`);
      expect(await press('/replace')).toBe(303);
      const second = addressIn(await show())!;
      expect([second === first, (await readFeed(app, first)).response.statusCode]).toEqual([false, 410]);
      expect((await readFeed(app, second)).response.statusCode).toBe(200);
      expect(await press('/close')).toBe(303);
      expect(addressIn(await show())).toBeUndefined();
      expect((await show()).includes('Per casus')).toBe(role === 'coordinator');
    },
  );

  it('knows nobody: no respondent’s details stand in any entry', async () => {
    for (const [n, slot] of apart(mine()).slice(0, 3).entries()) await book(slot, n);
    const people = await em().find(Respondent, {});
    expect(people.length).toBeGreaterThan(2);
    const entries = await em().execute<{ row: string }[]>('select e::text as row from feed_entry e');
    for (const { row } of entries) expect(row).not.toMatch(/persoon|@example\.org/i);
  });
});
