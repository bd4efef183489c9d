import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { outboxContext } from '../../src/mail/delivery-names.js';
import type { Letter } from '../../src/mail/letter.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { givenOffer, givenRespondents, type GivenOffer } from '../support/given-respondents.js';
import { Invitation } from '../../src/calendar/invitation.entity.js';
import { ConsentModule } from '../../src/consent/consent.module.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import { StudyApp } from '../support/study-app.js';

interface Slot {
  readonly start: string;
  readonly interviewer: string;
}

/** One message to a calendar, as the receiving program orders them. */
interface Sent {
  readonly uid: string;
  readonly method: string;
  readonly sequence: number;
  readonly stamp: string;
}

const people = 5;
const rounds = 8;
const perRound = 25;

/** mulberry32: the same choices in every run, so that a failure can be looked at again. */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('two hundred things done at once to a few people', () => {
  let app: StudyApp;
  let ids: readonly string[];
  let slots: readonly Slot[];
  const offers = new Map<string, GivenOffer[]>();
  const random = randomness(20270104);
  const answered: { readonly what: string; readonly status: number; readonly body: string }[] = [];

  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const em = () => app.database.orm.em.fork();
  const rows = <T>(sql: string) => em().execute<T[]>(sql);
  const api = (method: 'GET' | 'POST' | 'PATCH', url: string, payload: object = {}) =>
    app.api(oneOf(['coordinator', 'owner'] as const), { method, url, ...(method !== 'GET' && { payload }) });
  const form = (url: string, fields: Record<string, string> = {}) =>
    app.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: new URLSearchParams(fields).toString(),
    });

  const offer = async (id: string) => {
    const chosen = [oneOf(slots), oneOf(slots), oneOf(slots)];
    const answer = await api('POST', `/respondents/${id}/offers`, { slots: chosen });
    if (answer.statusCode === 201) {
      const made = answer.json<GivenOffer>();
      offers.get(id)!.push({ ...made, path: new URL(made.url).pathname });
    }
    return answer;
  };
  const accept = (id: string) => {
    const { path, slots: offered } = oneOf(offers.get(id)!);
    return form(`${path}/accept`, { slot: oneOf(offered).id, consent: 'participate' });
  };
  const byLink = (step: string, fields?: Record<string, string>) => (id: string) =>
    form(`${offers.get(id)![0]!.path}/${step}`, fields);
  const book = (respondent: string) =>
    api('POST', '/studies/STP/appointments', { kind: 'interview', respondent, ...oneOf(slots) });
  const onAppointment = (step: string, payload: () => object) => async (id: string) => {
    const found = await rows<{ id: string }>(
      `select id from appointment where respondent_id = '${id}'
       order by status = 'scheduled' desc, created_at desc limit 1`,
    );
    return api('POST', `/appointments/${found[0]?.id ?? id}/${step}`, payload());
  };
  const acts: readonly (readonly [string, (id: string) => ReturnType<typeof form>])[] = [
    ['offer', offer],
    ['withdraw', (id) => app.post('coordinator', `/studies/STP/respondents/${id}/offer/withdraw`, {})],
    ['accept', accept],
    ['accept', accept],
    ['accept', accept],
    ['cancel by link', byLink('cancel')],
    ['decline', byLink('decline')],
    ['propose', byLink('propose', { text: 'Liever een avond' })],
    ['book', book],
    ['move', onAppointment('move', () => ({ ...oneOf(slots), outsideRules: true }))],
    ['move', onAppointment('move', () => ({ ...oneOf(slots), outsideRules: true }))],
    ['cancel', onAppointment('cancel', () => ({}))],
    ['contact', (id) => api('PATCH', `/respondents/${id}`, { status: 'in-contact' })],
  ];
  const actOnce = async (among: readonly string[]) => {
    const [what, act] = oneOf(acts);
    const { statusCode: status, body } = await act(oneOf(among));
    answered.push({ what, status, body });
  };

  const sent = async (): Promise<Sent[]> => {
    const mails = await em().find(OutboxMessage, { kind: { $ne: 'offer' } });
    const read = (calendar: string, name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(calendar)![1]!;
    const letters = mails.map(
      ({ id, sealed }) => app.get(Cipher).openJson('outbox', outboxContext(id), sealed) as Letter,
    );
    return letters
      .map(({ calendar }) => {
        const text = calendar!.content;
        return {
          uid: read(text, 'UID'),
          method: read(text, 'METHOD'),
          sequence: Number(read(text, 'SEQUENCE')),
          stamp: read(text, 'DTSTAMP'),
        };
      })
      .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  };

  beforeAll(async () => {
    app = await StudyApp.start(AppointmentsModule);
    ids = (await givenRespondents(app, people)).map(({ id }) => id);
    const free = (await api('GET', '/studies/STP/slots?from=2027-01-12T00:00:00Z&limit=5000')).json<Slot[]>();
    const interviewers = [...new Set(free.map(({ interviewer }) => interviewer))].slice(0, 2);
    slots = free
      .filter(({ interviewer }) => interviewers.includes(interviewer))
      .filter((_, n) => n % 5 === 0)
      .slice(0, 16)
      .map(({ start, interviewer }) => ({ start, interviewer }));
    for (const id of ids) offers.set(id, [await givenOffer(app, id, { slots: slots.slice(0, 4) })]);
    let [ticks, begin] = [0, app.clock.at.getTime()];
    app.clock.now = () => new Date(begin + (ticks += 1000));
    for (let round = 0; round < rounds; round++) {
      const among = round % 2 === 0 ? ids : [ids[round % people]!];
      for (const id of among) await offer(id);
      for (const id of among.slice(0, 3)) await accept(id);
      await Promise.all(Array.from({ length: perRound }, () => actOnce(among)));
    }
  }, 120_000);
  afterAll(() => app.stop());

  it('are each answered, and some of every kind succeed', () => {
    expect(answered.filter(({ status }) => status >= 500)).toEqual([]);
    const done = new Set(answered.filter(({ status }) => status < 400).map(({ what }) => what));
    expect([...new Set(acts.map(([what]) => what))].filter((what) => !done.has(what))).toEqual([]);
  });

  it('leave nobody in two places, and take the time of what is planned only', async () => {
    expect(
      await rows(`select a.id from reservation a join reservation b on a.person_id = b.person_id and a.id < b.id
                  and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`),
    ).toEqual([]);
    const taken = await rows(
      `select subject_id as subject, person_id as person, starts_at as start, ends_at as end from reservation order by 1, 2`,
    );
    const planned = await rows(
      `select a.id as subject, person, starts_at as start, ends_at as end
       from appointment a, unnest(array[a.interviewer_id, a.respondent_id]) as person
       where status = 'scheduled' order by 1, 2`,
    );
    expect(taken).toEqual(planned);
    expect(planned.length).toBeGreaterThan(0);
  });

  it('leave one planned interview and one open offer per respondent at most, and a status that fits', async () => {
    const standing = await rows<{ status: string; planned: number; offered: number }>(
      `select r.status,
         (select count(*)::int from appointment a where a.respondent_id = r.id and a.status = 'scheduled') as planned,
         (select count(*)::int from offer o where o.respondent_id = r.id and o.status in ('open', 'proposed')) as offered
       from respondent r`,
    );
    for (const { status, planned, offered } of standing) {
      expect([status, planned]).toEqual([status, status === 'scheduled' ? 1 : 0]);
      expect(offered).toBeLessThanOrEqual(1);
    }
  });

  it('leave the status that the ledger tells of', async () => {
    const told = await rows<{ status: string; told: string }>(
      `select r.status, coalesce((select l.data->>'to' from ledger_entry l where l.subject_id = r.id and l.data ? 'to'
         order by l.at desc, l.id desc limit 1), 'identified') as told from respondent r`,
    );
    expect(told.map(({ told: to }) => to)).toEqual(told.map(({ status }) => status));
  });

  it('reach every calendar in an order that ends as things stand', async () => {
    const byUid = Map.groupBy(await sent(), ({ uid }) => uid);
    const invitations = await rows<{ uid: string; sequence: string; live: boolean }>(
      `select uid, sequence, cancelled_at is null as live from invitation`,
    );
    expect([...byUid.keys()].sort()).toEqual(invitations.map(({ uid }) => uid).sort());
    for (const { uid, sequence, live } of invitations) {
      const messages = byUid.get(uid)!;
      const sequences = messages.map((message) => message.sequence);
      expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
      expect(new Set(messages.map(({ stamp }) => stamp)).size).toBe(messages.length);
      const last = messages.at(-1)!;
      expect([last.method, last.sequence]).toEqual([live ? 'REQUEST' : 'CANCEL', Number(sequence)]);
      expect(messages.slice(0, -1).every(({ method }) => method === 'REQUEST')).toBe(true);
    }
  });

  it('leave a live invitation for everybody who takes part, and for nobody else', async () => {
    expect(
      await rows(`select subject_id as subject, participant_id as person from invitation where cancelled_at is null
                  order by 1, 2`),
    ).toEqual(
      await rows(`select a.id as subject, person from appointment a,
                  unnest(array[a.interviewer_id, a.respondent_id]) as person where status = 'scheduled' order by 1, 2`),
    );
  });
});

describe('an answer to a meeting that comes while its new date is being sent', () => {
  let app: StudyApp;

  beforeEach(async () => {
    app = await StudyApp.start(ConsentModule, MeetingsModule);
  });
  afterEach(() => app.stop());

  it('says nothing about the new date', async () => {
    const api = (method: 'GET' | 'POST' | 'PATCH', url: string, payload: object = {}) =>
      app.api('coordinator', { method, url, ...(method !== 'GET' && { payload }) });
    const [meeting] = (await api('GET', '/studies/STP/meetings')).json<[{ id: string }]>();
    const own = `/meetings/${meeting.id}`;
    await api('POST', `${own}/schedule`, { start: '2027-01-14T14:00:00+01:00', durationMinutes: 90 });
    expect((await api('POST', `${own}/agenda/send`)).statusCode).toBe(200);
    await api('PATCH', own, { start: '2027-01-15T14:00:00+01:00' });
    const [written, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const answering = app.database.orm.em.fork().transactional(async (em) => {
      await em.execute(`update invitation set answer = 'accepted'`);
      written.resolve();
      await mayCommit.promise;
    });
    await written.promise;
    const sending = api('POST', `${own}/agenda/send`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    mayCommit.resolve();
    await answering;
    expect((await sending).statusCode).toBe(200);
    const invitations = await app.database.orm.em.fork().find(Invitation, {});
    expect(invitations.map(({ sequence, answer }) => [sequence, answer])).toEqual(
      invitations.map(() => [1, 'needs-action']),
    );
    expect(invitations).toHaveLength(5);
  });
});
