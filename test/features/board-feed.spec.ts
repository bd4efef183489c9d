import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { outboxContext } from '../../src/mail/delivery-names.js';
import type { Letter } from '../../src/mail/letter.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import { differences, openFeed, readFeed } from '../support/read-feed.js';
import { StudyApp } from '../support/study-app.js';

const start = '2027-01-14T14:00:00+01:00';
const later = '2027-01-15T14:00:00+01:00';

describe('the calendar feed of a board member', () => {
  let app: StudyApp;
  let meeting: string;
  let page: string;

  const api = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object) =>
    app.api('coordinator', { method, url, ...(payload && { payload }) });
  const on = async (step: string, payload: object = {}) => {
    const answer = await api('POST', `/meetings/${meeting}/${step}`, payload);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  const ask = (method: 'GET' | 'POST', url: string) =>
    app.app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
  const address = async () =>
    /<code class="feed-address">([^<]+)</.exec((await ask('GET', page)).body)?.[1] ?? null;
  const press = async (button = '') => {
    expect((await ask('POST', `${page}/feed${button}`)).statusCode).toBe(303);
    return (await address())!;
  };
  const pageOf = async (who: string) => {
    const rows = await app.database.orm.em.fork().find(OutboxMessage, {}, { orderBy: { id: 'asc' } });
    const letters = rows.map(
      ({ id, sealed }) => app.get(Cipher).openJson('outbox', outboxContext(id), sealed) as Letter,
    );
    return /\/m\/[\w-]{43}/.exec(letters.find(({ to }) => to.address === who)!.text)![0];
  };
  /** The study file with these members of the board only. */
  const keepMembers = async (count: number) => {
    const file = (await api('GET', '/studies/STP/definition')).json();
    file.soundingBoard.members = file.soundingBoard.members.slice(0, count);
    expect((await api('PUT', '/studies/STP', file)).statusCode).toBe(200);
  };

  beforeEach(async () => {
    app = await StudyApp.start(AppointmentsModule, MeetingsModule);
    [{ id: meeting }] = (await api('GET', '/studies/STP/meetings')).json<[{ id: string }]>();
    await api('PATCH', `/meetings/${meeting}`, {
      place: 'Zaal 1, https://zaal.example/1',
      videoUrl: 'https://video.example/kamer-7',
    });
    await on('schedule', { start, durationMinutes: 90 });
    await on('agenda/send');
    page = await pageOf('deskundige2@example.net');
  });
  afterEach(() => app.stop());

  it('shows the meetings that they were invited to, without a name, an address or a link', async () => {
    expect(await address()).toBeNull();
    const { body, events } = await readFeed(app, await press());
    expect([...events.values()].map(({ value }) => [value('DTSTART'), value('LOCATION')])).toEqual([
      ['20270114T140000', 'Zaal 1\\, Online'],
    ]);
    expect(body).toContain('X-WR-CALNAME:Klankbordgroep · Sociale teams en de politie');
    expect(body).not.toMatch(/deskundige|https?:|ATTENDEE/i);
    const uids = await app.database.orm.em.fork().execute<{ uid: string }[]>('select uid from invitation');
    for (const { uid } of uids) expect(events.has(uid)).toBe(false);
  });

  it('shows what was sent, while the team sees what is being prepared', async () => {
    const url = await press();
    const team = await openFeed(app, 'observer', 'account');
    const was = await readFeed(app, url);
    app.clock.pass(5);
    await on('schedule', { start: later, durationMinutes: 90 });
    expect((await readFeed(app, url, { headers: { 'if-none-match': was.etag } })).response.statusCode).toBe(
      304,
    );
    const [prepared] = (await readFeed(app, team)).events.values();
    expect(prepared!.value('DTSTART')).toBe('20270115T140000');
    await on('agenda/send');
    const is = await readFeed(app, url);
    expect(differences(was, is)).toHaveLength(1);
    expect([...is.events.values()][0]!.value('DTSTART')).toBe('20270115T140000');
  });

  it('shows a meeting as cancelled when it is called off', async () => {
    const url = await press();
    await on('cancel');
    const [event] = (await readFeed(app, url)).events.values();
    expect(event!.value('STATUS')).toBe('CANCELLED');
  });

  it('has an address that they replace and stop on their page', async () => {
    const first = await press();
    const second = await press('/replace');
    expect(second).not.toBe(first);
    expect((await readFeed(app, first)).response.statusCode).toBe(410);
    expect((await readFeed(app, second)).response.statusCode).toBe(200);
    await press('/close');
    expect(await address()).toBeNull();
    expect((await readFeed(app, second)).response.statusCode).toBe(410);
  });

  it('closes when they leave the board', async () => {
    const url = await press();
    await keepMembers(1);
    expect((await readFeed(app, url)).response.statusCode).toBe(410);
    expect((await ask('POST', `${page}/feed`)).statusCode).toBe(410);
  });

  it('does not tell who was taken off what came after', async () => {
    await keepMembers(1);
    await on('schedule', { start: later, durationMinutes: 90 });
    await on('agenda/send');
    const rows = await app.database.orm.em
      .fork()
      .execute<{ event: string; off: boolean }[]>(
        `select event, cancelled_at is not null as off from feed_entry where audience = 'board-member'`,
      );
    const days = rows.map(({ event, off }) => [off, /DTSTART[^:]*:(\d{8})/.exec(event)![1]]);
    expect(days.toSorted()).toEqual([
      [false, '20270115'],
      ...Array.from({ length: 4 }, () => [true, '20270114']),
    ]);
  });
});
