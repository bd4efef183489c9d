import { ConsentModule } from '../../src/consent/consent.module.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { LedgerEntry } from '../../src/kernel/ledger/ledger-entry.entity.js';
import { outboxContext } from '../../src/mail/delivery-names.js';
import type { Letter } from '../../src/mail/letter.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { Meeting } from '../../src/meetings/meeting.entity.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import { Reservation } from '../../src/scheduling/reservation.entity.js';
import { StudyApp, type TeamRole } from '../support/study-app.js';

interface View {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly agendaVersion: number;
  readonly agenda: {
    readonly items: readonly { id: string; title: string; start: string }[];
    overrunMinutes: number;
  };
  readonly changedSinceSent: readonly { kind: string }[];
  readonly answers: readonly { member: string; name?: string; expertise: string; answer: string | null }[];
}

const start = '2027-01-14T14:00:00+01:00';
const later = '2027-01-14T15:00:00+01:00';
const opening = { title: 'Opening', minutes: 15, purpose: 'inform', presenter: 'Coördinator' };
const question = {
  title: 'De onderzoeksvraag',
  minutes: 90,
  purpose: 'discuss',
  note: 'Zie de startnotitie',
};

const calendarOf = ({ calendar }: Letter) => {
  const lines = calendar!.content.replaceAll('\r\n ', '').split('\r\n');
  const values = (name: string) => lines.filter((line) => new RegExp(`^${name}[:;]`).test(line));
  const value = (name: string) => values(name)[0]?.split(':').slice(1).join(':');
  const attendees = values('ATTENDEE').map((line) => line.split('mailto:')[1]);
  return {
    method: value('METHOD'),
    uid: value('UID'),
    sequence: Number(value('SEQUENCE') ?? 0),
    attendees,
    value,
  };
};
const tokenOf = ({ text }: Letter) => /\/m\/([\w-]{43})/.exec(text)![1]!;

const five = <T>(one: T): T[] => Array.from({ length: 5 }, () => one);

describe('A sounding board', () => {
  let app: StudyApp;
  let meeting: View;

  const api = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    payload?: object,
    role: TeamRole = 'coordinator',
  ) => app.api(role, { method, url, ...(payload && { payload }) });
  const at = (below: string) => `/studies/STP/board/meetings/${meeting.id}${below}`;
  const on = (action: string, payload: object = {}) =>
    api('POST', `/meetings/${meeting.id}/${action}`, payload);
  const view = async (): Promise<View> => (await api('GET', `/meetings/${meeting.id}`)).json();
  const setAgenda = async (items: object[], version?: number) =>
    api('PUT', `/meetings/${meeting.id}/agenda`, { version: version ?? (await view()).version, items });
  const rows = <T extends object>(entity: new () => T, where: object = {}) =>
    app.database.orm.em.fork().find(entity as typeof Reservation, where, { orderBy: { id: 'asc' } });

  /** What was queued since the last look, in order. */
  let seen = 0;
  const mailed = async (): Promise<Letter[]> => {
    const all = (await rows(OutboxMessage as never)) as unknown as OutboxMessage[];
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh.map(
      ({ id, sealed }) => app.get(Cipher).openJson('outbox', outboxContext(id), sealed) as Letter,
    );
  };
  const ledgerKinds = async () => {
    const entries = await app.database.orm.em.fork().find(LedgerEntry, { subjectId: meeting.id });
    return entries.map(({ kind }) => kind).toSorted();
  };
  const member = (url: string, headers: object = {}) =>
    app.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });
  const answer = (token: string, given: string, sequence: number) =>
    app.app.inject({
      method: 'POST',
      url: `/m/${token}/meetings/${meeting.id}/answer`,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ answer: given, sequence: String(sequence) }).toString(),
    });

  beforeEach(async () => {
    app = await StudyApp.start(ConsentModule, MeetingsModule);
    seen = 0;
    [meeting] = (await api('GET', '/studies/STP/meetings')).json<[View]>();
  });
  afterEach(() => app.stop());

  const definition = async () => (await api('GET', '/studies/STP/definition')).json();
  const put = (file: object) => api('PUT', '/studies/STP', file);

  describe('from the study file', () => {
    it('comes out as it went in, and the same file changes nothing, also when a meeting got a date', async () => {
      const file = await definition();
      expect(file.soundingBoard).toMatchObject({ name: 'Klankbordgroep', members: { length: 5 } });
      expect(file.soundingBoard.meetings).toHaveLength(3);
      await on('schedule', { start, durationMinutes: 90, title: 'Aftrap' });
      await api('POST', '/studies/STP/meetings', { title: 'Extra', durationMinutes: 60 });
      expect(await definition()).toEqual(file);
      expect((await put(file)).json()).toMatchObject({ outcome: 'unchanged' });
    });

    it('goes and comes back with the same members', async () => {
      const { soundingBoard, ...without } = await definition();
      const before = (await view()).answers.map(({ member }) => member);
      await put(without);
      expect(await definition()).toEqual(without);
      await put({ ...without, soundingBoard });
      expect(await definition()).toEqual({ ...without, soundingBoard });
      [meeting] = (await api('GET', '/studies/STP/meetings')).json<[View]>();
      expect((await view()).answers.map(({ member }) => member)).toEqual(before);
    });

    it('knows a member by the address, whatever else changes', async () => {
      const file = await definition();
      const [first, ...others] = file.soundingBoard.members;
      const members = [...others, { name: 'Een Ander', email: first.email.toUpperCase() }];
      const id = (await view()).answers[0]!.member;
      await put({ ...file, soundingBoard: { ...file.soundingBoard, members } });
      expect((await view()).answers.at(-1)).toMatchObject({ member: id, name: 'Een Ander', expertise: null });
    });

    it.each([
      ['leave out', (meetings: object[]) => meetings.slice(1, 1)],
      ['put another in the place of', (meetings: object[]) => meetings.slice(1)],
    ])('cannot %s a meeting with a date', async (_, without) => {
      const file = await definition();
      await on('schedule', { start });
      const meetings = without(file.soundingBoard.meetings);
      const refused = await put({ ...file, soundingBoard: { ...file.soundingBoard, meetings } });
      expect(refused.statusCode).toBe(409);
      expect(refused.json()).toMatchObject({ type: '/problems/dated-meeting-is-kept' });
      expect(await definition()).toEqual(file);
    });

    it('keeps the time of whoever joins, and frees that of whoever leaves', async () => {
      const file = await definition();
      await on('schedule', { start });
      const members = [...file.soundingBoard.members.slice(1), { name: 'Zes', email: 'zes@example.net' }];
      await put({ ...file, soundingBoard: { ...file.soundingBoard, members } });
      const taken = (await rows(Reservation)).map(({ personId }) => personId);
      expect(taken.toSorted()).toEqual((await view()).answers.map((row) => row.member).toSorted());
    });

    it('stores no name or address of a member readably', async () => {
      await on('schedule', { start });
      await on('agenda/send');
      expect(await app.dump()).not.toMatch(/deskundige/i);
    });
  });

  describe('that meets', () => {
    it('has everybody’s time taken, once', async () => {
      const scheduled = await on('schedule', { start, place: 'Stadhuis, Gouda' });
      expect(scheduled.json()).toMatchObject({ status: 'scheduled', start: '2027-01-14T13:00:00.000Z' });
      expect(await rows(Reservation)).toHaveLength(5);
      await on('schedule', { start: later });
      const taken = await rows(Reservation);
      expect(taken.map(({ startsAt }) => startsAt.toISOString())).toEqual(five('2027-01-14T14:00:00.000Z'));
    });

    it('has no two meetings at one time', async () => {
      await on('schedule', { start });
      const other = { title: 'Extra', durationMinutes: 60, start: later };
      const refused = await api('POST', '/studies/STP/meetings', other);
      expect([refused.statusCode, refused.json().type]).toEqual([409, '/problems/meeting-clash']);
      expect(await rows(Meeting as never)).toHaveLength(3);
    });

    it.each([
      ['the past', { start: '2027-01-01T10:00:00Z' }, 422],
      ['a moment without a zone', { start: '2027-01-14T10:00:00' }, 422],
      ['a place that is no web address', { start, videoUrl: 'javascript:alert(1)' }, 422],
    ])('refuses %s', async (_, payload, status) => {
      expect((await on('schedule', payload)).statusCode).toBe(status);
      expect((await view()).status).toBe('draft');
    });

    it('works out the clock times and warns of too much', async () => {
      await on('schedule', { start });
      const { agenda } = (await setAgenda([opening, question])).json<View>();
      expect(agenda.items.map((item) => item.start)).toEqual([
        '2027-01-14T13:00:00.000Z',
        '2027-01-14T13:15:00.000Z',
      ]);
      expect(agenda.overrunMinutes).toBe(0);
      const full = (await setAgenda([opening, question, { ...question, title: 'Nog een' }])).json<View>();
      expect(full.agenda.overrunMinutes).toBe(75);
    });

    it('tells the second of two coordinators what the first changed, and overwrites nothing', async () => {
      const { version } = await view();
      const both = await Promise.all([setAgenda([opening], version), setAgenda([question], version)]);
      const [kept, refused] = both.toSorted((a, b) => a.statusCode - b.statusCode);
      expect([kept!.statusCode, refused!.statusCode]).toEqual([200, 409]);
      const [title] = kept!.json<View>().agenda.items.map((item) => item.title);
      expect(refused!.json()).toMatchObject({
        errors: [{ message: expect.stringContaining(`“${title}” was added`) }],
      });
      expect((await view()).agenda.items.map((item) => item.title)).toEqual([title]);
    });

    it('is changed by who plans, and seen without names by others', async () => {
      for (const role of ['interviewer', 'observer'] as const) {
        expect((await api('POST', `/meetings/${meeting.id}/schedule`, { start }, role)).statusCode).toBe(403);
        const seenBy = (await api('GET', `/meetings/${meeting.id}`, undefined, role)).json<View>();
        expect(seenBy.answers[0]).toEqual({
          member: expect.any(String),
          expertise: 'Sociaal domein',
          answer: null,
        });
      }
    });
  });

  describe('on its pages', () => {
    const item = { title: 'Opening', minutes: '15', purpose: 'inform' };

    it('is planned and sent by forms, after a look at what goes out', async () => {
      const edit = {
        title: 'Aftrap',
        date: '2027-01-14',
        time: '14:00',
        durationMinutes: '60',
        version: '1',
      };
      expect((await app.post('coordinator', at('/edit'), edit)).statusCode).toBe(303);
      const version = String((await view()).version);
      expect((await app.post('coordinator', at('/items'), { ...item, version })).statusCode).toBe(303);
      const review = await app.page('coordinator', at('/send'));
      expect(review.body).toContain('Verstuur 5 mails');
      expect(review.body).not.toMatch(/\/m\/[\w-]{43}/);
      const send = { version: String((await view()).version) };
      expect((await app.post('coordinator', at('/send'), send)).statusCode).toBe(303);
      expect((await mailed())[0]!.text).toMatch(/14\.00 – 15\.00 uur[\s\S]*14\.00 +Opening/);
    });

    it('shows what somebody else changed, with what was typed', async () => {
      await setAgenda([question]);
      const refused = await app.post('coordinator', at('/items'), { ...item, title: 'Welkom', version: '1' });
      expect(refused.statusCode).toBe(409);
      expect(refused.body).toContain('Nieuw agendapunt: De onderzoeksvraag');
      expect(refused.body).toContain('value="Welkom"');
    });
  });

  describe('that is sent its agenda', () => {
    beforeEach(async () => {
      await on('schedule', { start, place: 'Stadhuis, Gouda' });
      await setAgenda([opening, question]);
    });

    it('gets one mail and one invitation each, with the agenda in the text', async () => {
      expect((await on('agenda/send')).json()).toEqual({
        agendaVersion: 1,
        invited: 5,
        updated: 0,
        cancelled: 0,
      });
      const letters = await mailed();
      expect(letters.map(({ to }) => to.address)).toEqual(
        [1, 2, 3, 4, 5].map((n) => `deskundige${n}@example.net`),
      );
      const entries = letters.map(calendarOf);
      expect(entries.map(({ attendees }) => attendees)).toEqual(letters.map(({ to }) => [to.address]));
      expect(entries.map(({ method, sequence }) => [method, sequence])).toEqual(five(['REQUEST', 0]));
      expect(new Set(entries.map(({ uid }) => uid)).size).toBe(5);
      expect(letters[0]!.text).toMatch(
        /14\.00.*Opening[\s\S]*14\.15.*De onderzoeksvraag[\s\S]*Zie de startnotitie/,
      );
      expect(new Set(letters.map(tokenOf)).size).toBe(5);
      expect(await ledgerKinds()).toContain('agenda.sent');
    });

    it('is not mailed again unless that is asked', async () => {
      await on('agenda/send');
      await mailed();
      const refused = await on('agenda/send');
      expect([refused.statusCode, refused.json().type]).toEqual([409, '/problems/nothing-to-send']);
      expect(await mailed()).toHaveLength(0);
      expect((await on('agenda/send', { resend: true })).json()).toMatchObject({
        agendaVersion: 1,
        updated: 5,
      });
      expect((await mailed()).map((letter) => calendarOf(letter).sequence)).toEqual(five(0));
    });

    it('keeps SEQUENCE for another agenda, raises it for another time, and ends with CANCEL', async () => {
      await on('agenda/send');
      const first = (await mailed()).map(calendarOf);
      app.clock.pass(60);
      const { items } = (await view()).agenda;
      await setAgenda([
        { ...opening, id: items[0]!.id },
        { ...question, id: items[1]!.id },
        { ...opening, title: 'Rondvraag' },
      ]);
      expect(await mailed()).toHaveLength(0);
      expect((await view()).changedSinceSent).toEqual([{ kind: 'item-added', title: 'Rondvraag' }]);
      await on('agenda/send');
      const second = await mailed();
      expect(second[0]!.text).toContain('Nieuw agendapunt: Rondvraag');
      expect(second.map((letter) => calendarOf(letter).sequence)).toEqual(five(0));
      expect(calendarOf(second[0]!).value('DTSTAMP')).not.toBe(first[0]!.value('DTSTAMP'));
      await api('PATCH', `/meetings/${meeting.id}`, { start: later });
      expect((await on('agenda/send')).json()).toMatchObject({ agendaVersion: 3, updated: 5 });
      expect((await mailed()).map((letter) => calendarOf(letter).sequence)).toEqual(five(1));
      expect((await on('cancel')).json()).toMatchObject({ status: 'cancelled' });
      const last = (await mailed()).map(calendarOf);
      expect(last.map(({ method, sequence }) => [method, sequence])).toEqual(five(['CANCEL', 2]));
      expect(last.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
      expect(await rows(Reservation)).toHaveLength(0);
      expect(await ledgerKinds()).toContain('meeting.cancelled');
    });

    it('refuses to send what was not reviewed', async () => {
      const { version } = await view();
      await api('PATCH', `/meetings/${meeting.id}`, { start: later });
      expect((await on('agenda/send', { version })).statusCode).toBe(409);
      expect(await mailed()).toHaveLength(0);
    });

    it('says nothing to anybody when a meeting is cancelled before it was sent', async () => {
      await on('cancel');
      expect(await mailed()).toHaveLength(0);
    });
  });

  describe('whose member opens their page', () => {
    let token: string;

    beforeEach(async () => {
      await on('schedule', { start, place: 'Stadhuis, Gouda' });
      await setAgenda([opening, question]);
      await on('agenda/send');
      token = tokenOf((await mailed())[0]!);
    });

    it('shows what was sent, and not what is being prepared', async () => {
      await api('PATCH', `/meetings/${meeting.id}`, { start: later, title: 'Geheim' });
      const page = await member(`/m/${token}`, { 'accept-language': 'nl' });
      expect(page.statusCode).toBe(200);
      expect(page.headers['x-robots-tag']).toContain('noindex');
      expect(page.body).toContain('Deskundige Een');
      expect(page.body).toContain('14.15');
      expect(page.body).not.toContain('Geheim');
      expect(page.body).not.toContain('Deskundige Twee');
    });

    it('takes one answer, which the coordinator sees', async () => {
      expect((await answer(token, 'accepted', 0)).statusCode).toBe(303);
      expect((await answer(token, 'tentative', 0)).statusCode).toBe(303);
      expect((await view()).answers[0]).toMatchObject({ name: 'Deskundige Een', answer: 'tentative' });
      expect((await view()).answers[1]).toMatchObject({ answer: 'needs-action' });
    });

    it('takes no answer to an earlier date, and none after the start', async () => {
      await api('PATCH', `/meetings/${meeting.id}`, { start: later });
      await on('agenda/send');
      expect((await answer(token, 'accepted', 0)).statusCode).toBe(409);
      expect((await view()).answers[0]!.answer).toBe('needs-action');
      app.clock.pass(60 * 24 * 11);
      expect((await answer(token, 'accepted', 1)).statusCode).toBe(409);
    });

    it('gives the calendar file under the same UID', async () => {
      await on('agenda/send', { resend: true });
      const { value } = calendarOf((await mailed())[0]!);
      const file = await member(`/m/${token}/meetings/${meeting.id}.ics`);
      expect(file.headers['content-type']).toContain('text/calendar');
      expect(file.body).toContain('METHOD:PUBLISH');
      expect(file.body).toContain(`UID:${value('UID')}`);
      expect(file.body).not.toContain('ATTENDEE');
    });

    it('is closed to who left the board, and to who guesses', async () => {
      const file = (await api('GET', '/studies/STP/definition')).json();
      const members = file.soundingBoard.members.slice(1);
      await api('PUT', '/studies/STP', { ...file, soundingBoard: { ...file.soundingBoard, members } });
      const page = await member(`/m/${token}`, { 'accept-language': 'nl' });
      expect([page.statusCode, page.body]).toEqual([410, expect.stringContaining('persoonlijke link')]);
      expect((await member(`/m/${'x'.repeat(43)}`)).statusCode).toBe(404);
      expect((await on('agenda/send')).json()).toMatchObject({ invited: 0, updated: 0, cancelled: 1 });
      expect((await mailed()).map((letter) => calendarOf(letter).method)).toEqual(['CANCEL']);
    });
  });
});
