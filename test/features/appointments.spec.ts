import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { Appointment } from '../../src/appointments/appointment.entity.js';
import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Reservation } from '../../src/scheduling/reservation.entity.js';
import { givenOffer, givenRespondents, type GivenRespondent } from '../support/given-respondents.js';
import { StudyApp } from '../support/study-app.js';

interface Slot {
  readonly start: string;
  readonly end: string;
  readonly interviewer: string;
  readonly site: string | null;
}

describe('appointments', () => {
  let app: StudyApp;
  let first: GivenRespondent;
  let second: GivenRespondent;

  const em = () => app.database.orm.em.fork();
  const api = (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.api('coordinator', { method, url, ...(payload && { payload }) });
  const slots = async (query = '') => (await api('GET', `/studies/STP/slots?${query}`)).json<Slot[]>();
  const book = async (slot: Slot, respondent = first.id) =>
    (
      await api('POST', '/studies/STP/appointments', {
        kind: 'interview',
        respondent,
        interviewer: slot.interviewer,
        start: slot.start,
        mode: 'phone',
      })
    ).json<{ id: string }>();
  const letItBegin = () =>
    em().execute(
      `update appointment set starts_at = starts_at - interval '60 days', ends_at = ends_at - interval '60 days'`,
    );
  const pageOf = (id: string) => `/studies/STP/appointments/${id}`;

  beforeEach(async () => {
    app = await StudyApp.start(AppointmentsModule);
    const [a, b] = await givenRespondents(app, 2);
    [first, second] = [a!, b!];
  });
  afterEach(() => app.stop());

  describe('by API', () => {
    it('begin with free moments, which an offer takes as they are', async () => {
      const [slot] = await slots(`respondent=${first.id}&limit=1`);
      expect(slot).toMatchObject({ site: 'ZWO', mode: 'onsite', interviewerName: expect.any(String) });
      const offer = await givenOffer(app, first.id, { slots: [slot!] });
      expect(offer.slots).toEqual([
        {
          id: expect.any(String),
          start: slot!.start,
          end: slot!.end,
          interviewer: slot!.interviewer,
          site: 'ZWO',
          mode: 'onsite',
        },
      ]);
    });

    it('are booked, listed, moved, cancelled and given as a file with the pseudonym', async () => {
      const [slot, , , , , , , , later] = await slots('from=2027-01-12T00:00:00Z&limit=100');
      const { id } = await book(slot!);
      const listed = await api('GET', `/studies/STP/appointments?person=${first.id}&site=ZWO`);
      expect(listed.json()).toMatchObject({
        items: [{ id, status: 'scheduled', place: 'Telefonisch' }],
        nextCursor: null,
      });
      const file = await api('GET', `/appointments/${id}.ics`);
      expect(file.headers['content-type']).toContain('text/calendar');
      expect(file.body).toContain(first.pseudonym);
      expect(file.body).not.toContain('Persoon');
      const moved = await api('POST', `/appointments/${id}/move`, { start: later!.start });
      expect(moved.json()).toMatchObject({
        start: later!.start,
        participants: [{ sequence: 1 }, { sequence: 1 }],
      });
      expect((await api('POST', `/appointments/${id}/move`, { start: later!.start })).statusCode).toBe(200);
      expect(await em().count(OutboxMessage)).toBe(4);
      expect((await api('POST', `/appointments/${id}/cancel`, { reason: 'ziek' })).json()).toMatchObject({
        status: 'cancelled',
        reason: 'ziek',
      });
      expect(await em().count(Reservation)).toBe(0);
      expect((await api('GET', `/appointments/${id}.ics`)).statusCode).toBe(410);
    });

    it('are refused where somebody has something else, with the reason', async () => {
      const [slot] = await slots('limit=1');
      await book(slot!);
      const clash = await api('POST', '/studies/STP/appointments', {
        kind: 'interview',
        respondent: second.id,
        interviewer: slot!.interviewer,
        start: slot!.start,
        outsideRules: true,
      });
      expect(clash.statusCode).toBe(409);
      expect(clash.json()).toMatchObject({ type: '/problems/slot-busy' });
    });

    it('have an outcome once they have begun, which can be taken back', async () => {
      const [slot] = await slots('limit=1');
      const { id } = await book(slot!);
      expect((await api('POST', `/appointments/${id}/complete`)).statusCode).toBe(409);
      await letItBegin();
      expect((await api('POST', `/appointments/${id}/complete`)).json()).toMatchObject({
        status: 'completed',
      });
      expect((await api('POST', `/appointments/${id}/reopen`)).json()).toMatchObject({ status: 'scheduled' });
      expect((await api('POST', `/appointments/${id}/no-show`)).json()).toMatchObject({ status: 'no-show' });
    });

    it('are hidden from observers, and planned by those who plan only', async () => {
      const { id } = await book((await slots('limit=1'))[0]!);
      const as = (role: 'observer' | 'interviewer', method: 'GET' | 'POST', url: string) =>
        app.api(role, { method, url, ...(method === 'POST' && { payload: {} }) });
      expect((await as('observer', 'GET', `/appointments/${id}`)).statusCode).toBe(403);
      expect((await as('observer', 'GET', '/studies/STP/appointments')).statusCode).toBe(403);
      expect((await as('interviewer', 'GET', `/appointments/${id}`)).statusCode).toBe(200);
      expect((await as('interviewer', 'POST', `/appointments/${id}/cancel`)).statusCode).toBe(403);
      expect((await api('GET', '/appointments/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404);
    });
  });

  describe('on pages', () => {
    it('stand in the week that the address names, and can be filtered', async () => {
      const [slot] = await slots('from=2027-01-12T00:00:00Z&limit=1');
      const { id } = await book(slot!);
      const week = await app.page('interviewer', '/studies/STP/appointments?week=2027-01-13');
      expect(week.statusCode).toBe(200);
      expect(week.body).toContain(pageOf(id));
      const other = await app.page(
        'coordinator',
        '/studies/STP/appointments?week=2027-01-20&site=BOR&status=',
        'en',
      );
      expect(other.body).not.toContain(pageOf(id));
      expect((await app.page('observer', '/studies/STP/appointments')).statusCode).toBe(403);
    });

    it('are booked by form: a proposed moment, or one in wall time', async () => {
      const url = `/studies/STP/appointments/new?kind=interview&respondent=${first.id}`;
      const { body } = await app.page('coordinator', url);
      const slot = /value="(2027[^"|]+\|[^"]+)"/.exec(body)![1]!;
      const booked = await app.post('coordinator', url, { slot, mode: 'phone' });
      expect(booked.statusCode).toBe(303);
      const [, interviewer] = slot.split('|') as [string, string];
      const again = `/studies/STP/appointments/new?kind=interview&respondent=${second.id}`;
      const clash = await app.post('coordinator', again, { slot, mode: 'phone', place: 'Bel 06' });
      expect(clash.statusCode).toBe(409);
      expect(clash.body).toContain('value="Bel 06"');
      expect((await app.post('coordinator', again, { slot: 'other', mode: 'phone' })).statusCode).toBe(422);
      const own = { slot: 'other', date: '2027-01-12', time: '10:00', interviewer, mode: 'phone' };
      const filled = await app.post('coordinator', again, own);
      expect(filled.statusCode).toBe(303);
      const shown = await app.page('coordinator', String(filled.headers.location));
      expect(shown.body).toContain('dinsdag 12 januari 2027, 10.00 – 11.00 uur');
    });

    it("propose a team's own meetings for an observation", async () => {
      const url = '/studies/STP/appointments/new?kind=observation&site=ZWO';
      const { body } = await app.page('coordinator', url);
      expect(body).toContain('09.00 – 11.00 uur');
      const slot = /value="(2027[^"|]+\|[^"]+)"/.exec(body)![1]!;
      expect((await app.post('coordinator', url, { slot, mode: 'onsite' })).statusCode).toBe(303);
      expect(await em().find(Appointment, {})).toMatchObject([{ kind: 'observation', respondentId: null }]);
      expect(await em().count(Reservation)).toBe(1);
    });

    it('are moved, cancelled after a look at who is told, and closed with a way back', async () => {
      const [slot] = await slots('from=2027-01-12T00:00:00Z&limit=1');
      const { id } = await book(slot!);
      const { body } = await app.page('coordinator', `${pageOf(id)}/move`);
      const other = /value="(2027[^"|]+\|[^"]+)"/.exec(body)![1]!;
      expect(
        (await app.post('coordinator', `${pageOf(id)}/move`, { slot: other, mode: 'onsite' })).statusCode,
      ).toBe(303);
      expect((await app.page('coordinator', pageOf(id))).body).toContain('Afspraak verzet van');
      const review = await app.page('coordinator', `${pageOf(id)}/cancel`);
      expect(review.body).toContain(first.pseudonym);
      await letItBegin();
      expect((await app.post('coordinator', `${pageOf(id)}/complete`, {})).statusCode).toBe(303);
      expect((await app.post('coordinator', `${pageOf(id)}/reopen`, {})).statusCode).toBe(303);
      expect((await app.page('coordinator', `${pageOf(id)}.ics`)).headers['content-type']).toContain(
        'text/calendar',
      );
      expect((await app.post('coordinator', `${pageOf(id)}/cancel`, { reason: '' })).statusCode).toBe(303);
      expect(await em().find(Appointment, {})).toMatchObject([{ status: 'cancelled' }]);
      expect((await app.page('coordinator', `${pageOf(id)}.ics`)).statusCode).toBe(410);
    });

    it('begin with an offer that is looked at before it is sent', async () => {
      const respondent = `/studies/STP/respondents/${first.id}`;
      const { body } = await app.page('coordinator', `${respondent}/offer?week=2027-01-13`);
      const slot = /name="slot" value="(2027[^"|]+\|[^"]+)"/.exec(body)![1]!;
      const query = new URLSearchParams([
        ['slot', slot],
        ['until', '2027-01-10'],
        ['mode', 'onsite'],
      ]);
      const preview = await app.page('coordinator', `${respondent}/offer/preview?${query}`);
      expect(preview.body).toContain('Beste Persoon');
      expect(preview.body).toContain('zondag 10 januari 2027, 23.59 uur');
      expect(await em().count(OutboxMessage)).toBe(0);
      const expiresAt = /name="expiresAt" value="([^"]+)"/.exec(preview.body)![1]!;
      const sent = await app.post('coordinator', `${respondent}/offer`, { slot, mode: 'onsite', expiresAt });
      expect(sent.statusCode).toBe(303);
      expect(await em().count(OutboxMessage, { kind: 'offer' })).toBe(1);
      expect((await app.page('coordinator', respondent)).body).toContain('Er staan momenten klaar');
      expect((await app.page('coordinator', `${respondent}/offer/preview`)).statusCode).toBe(422);
      const automatic = await app.page('coordinator', `${respondent}/offer/preview?count=4`);
      expect(automatic.body.match(/name="slot"/g)).toHaveLength(4);
      expect((await app.post('coordinator', `${respondent}/offer/withdraw`, {})).statusCode).toBe(303);
      expect((await app.page('coordinator', respondent)).body).toContain('Het voorstel is ingetrokken');
    });

    it('let an interviewer read the contact details of those they meet, and of no other', async () => {
      const team = await em().execute<{ id: string }[]>(
        `select account_id as id from team_member where email = 'onderzoeker2@example.org'`,
      );
      const [slot] = (await slots('limit=500')).filter(({ interviewer }) => interviewer === team[0]!.id);
      await book(slot!);
      const read = (id: string) => app.page('interviewer', `/studies/STP/respondents/${id}`);
      expect((await read(first.id)).body).toContain('@example.org');
      expect((await read(second.id)).body).not.toMatch(/persoon\d@example.org/);
    });
  });
});
