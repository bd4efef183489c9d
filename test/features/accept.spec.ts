import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { Appointment } from '../../src/appointments/appointment.entity.js';
import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Invitation } from '../../src/calendar/invitation.entity.js';
import { ConsentAnswer } from '../../src/consent/consent-answer.entity.js';
import { LedgerEntry } from '../../src/kernel/ledger/ledger-entry.entity.js';
import { Reservation } from '../../src/scheduling/reservation.entity.js';
import {
  givenOffer,
  givenRespondents,
  type GivenOffer,
  type GivenRespondent,
} from '../support/given-respondents.js';
import { StudyApp } from '../support/study-app.js';

const consent = 'participate';

const statuses = (answers: readonly { statusCode: number }[]) => {
  const byStatus = Map.groupBy(answers, ({ statusCode }) => statusCode);
  return Object.fromEntries([...byStatus].map(([status, all]) => [status, all.length]));
};

describe('accepting an offered moment', () => {
  let app: StudyApp;
  let respondents: readonly GivenRespondent[];

  const em = () => app.database.orm.em.fork();
  const api = (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.api('coordinator', { method, url, ...(payload && { payload }) });
  const slots = async (query = '') =>
    (await api('GET', `/studies/STP/slots?${query}`)).json<
      { start: string; end: string; interviewer: string }[]
    >();
  const form = (url: string, fields: Record<string, string>, accept = 'text/html') =>
    app.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept },
      payload: new URLSearchParams(fields).toString(),
    });
  const accept = ({ path, slots: [slot] }: GivenOffer, fields: Record<string, string> = { consent }) =>
    form(`${path}/accept`, { slot: slot!.id, ...fields });
  const page = (url: string) => app.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
  const mails = () => em().find(OutboxMessage, { kind: { $ne: 'offer' } });

  const start = async (count: number) => {
    app = await StudyApp.start(AppointmentsModule);
    respondents = await givenRespondents(app, count);
  };
  afterEach(() => app.stop());

  const expectOneInterview = async () => {
    expect(await em().count(Appointment)).toBe(1);
    expect(await em().count(Reservation)).toBe(2);
    expect(await em().count(Invitation)).toBe(2);
    expect((await mails()).map(({ kind }) => kind).sort()).toEqual([
      'appointment-booked',
      'interviewer-booked',
    ]);
  };

  describe('by fifty respondents at one moment', () => {
    beforeEach(() => start(50));

    it('lets one of them have it', async () => {
      const [slot] = await slots('limit=1');
      const offers: GivenOffer[] = [];
      for (const { id } of respondents) offers.push(await givenOffer(app, id, { slots: [slot!] }));
      const answers = await Promise.all(offers.map((offer) => accept(offer)));
      expect(statuses(answers)).toEqual({ 303: 1, 409: 49 });
      await expectOneInterview();
    });

    it('lets one of them have overlapping moments that are not equal', async () => {
      const [first] = await slots('limit=1');
      const offers: GivenOffer[] = [];
      for (const [n, { id }] of respondents.entries()) {
        const start = new Date(Date.parse(first!.start) + (n % 10) * 5 * 60_000).toISOString();
        offers.push(await givenOffer(app, id, { slots: [{ start, interviewer: first!.interviewer }] }));
      }
      const answers = await Promise.all(offers.map((offer) => accept(offer)));
      expect(statuses(answers)).toEqual({ 303: 1, 409: 49 });
      await expectOneInterview();
    });
  });

  it('keeps the pause between two interviews when both are chosen at once', async () => {
    await start(2);
    const [first] = await slots('limit=1');
    const next = {
      start: new Date(Date.parse(first!.end) + 5 * 60_000).toISOString(),
      interviewer: first!.interviewer,
    };
    const offers = [
      await givenOffer(app, respondents[0]!.id, { slots: [first!] }),
      await givenOffer(app, respondents[1]!.id, { slots: [next] }),
    ];
    const answers = await Promise.all(offers.map((offer) => accept(offer)));
    expect(statuses(answers)).toEqual({ 303: 1, 409: 1 });
    await expectOneInterview();
  });

  it('says in JSON that a moment has gone, and shows the moments that are left on the page', async () => {
    await start(2);
    const [mine, ...others] = await slots('limit=200');
    const later = others.find(({ start }) => Date.parse(start) > Date.parse(mine!.start) + 86_400_000)!;
    const lost = await givenOffer(app, respondents[0]!.id, { slots: [mine!, later] });
    await accept(await givenOffer(app, respondents[1]!.id, { slots: [mine!] }));
    const json = await form(`${lost.path}/accept`, { slot: lost.slots[0]!.id, consent }, 'application/json');
    expect(json.statusCode).toBe(409);
    expect(json.headers['content-type']).toContain('application/problem+json');
    const again = await form(`${lost.path}/accept`, {
      slot: lost.slots[0]!.id,
      consent: 'participate,quotes',
    });
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('net door iemand anders gekozen');
    expect(again.body).toContain(lost.slots[1]!.id);
    expect(again.body).not.toContain(lost.slots[0]!.id);
    expect(again.body.match(/<input type="checkbox"[^>]*\bchecked\b/g)).toHaveLength(2);
    expect((await page(lost.path)).body).not.toContain(lost.slots[0]!.id);
  });

  describe('by one respondent', () => {
    let offer: GivenOffer;

    beforeEach(async () => {
      await start(1);
      offer = await givenOffer(app, respondents[0]!.id, { count: 3 });
    });

    it('asks for the required statement, keeps what was ticked and records what was given', async () => {
      const missing = await accept(offer, { consent: 'quotes' });
      expect(missing.statusCode).toBe(422);
      expect(missing.body).toMatch(/value="quotes"[^>]*checked/);
      expect(missing.body).toContain(offer.slots[0]!.id);
      expect(await em().count(Appointment)).toBe(0);
      expect((await accept(offer, { participate: 'on', quotes: 'on' })).statusCode).toBe(303);
      const answers = await em().find(ConsentAnswer, {}, { orderBy: { statement: 1 } });
      expect(answers.map(({ statement, answer }) => [statement, answer])).toEqual([
        ['participate', 'given'],
        ['quotes', 'given'],
        ['recontact', 'refused'],
        ['recording', 'refused'],
      ]);
      expect((await page(offer.path)).body).toContain('Ik doe vrijwillig mee');
    });

    it('changes nothing when it is repeated, also at the same moment', async () => {
      const answers = await Promise.all([accept(offer), accept(offer), accept(offer)]);
      expect(statuses(answers)).toEqual({ 303: 3 });
      await expectOneInterview();
    });

    it('takes JSON and a start instead of an id', async () => {
      const payload = { slot: offer.slots[1]!.start, consent: { participate: true } };
      const headers = { accept: 'application/json' };
      const answer = await app.app.inject({ method: 'POST', url: `${offer.path}/accept`, headers, payload });
      expect(answer.statusCode).toBe(201);
      expect(answer.json()).toMatchObject({
        standing: 'booked',
        appointment: { start: offer.slots[1]!.start },
      });
    });

    it('is refused without a moment of this offer', async () => {
      expect((await form(`${offer.path}/accept`, { consent })).statusCode).toBe(422);
      expect((await form(`${offer.path}/accept`, { consent, slot: 'none' })).statusCode).toBe(422);
    });

    it('is refused after the deadline, with a page that says whom to turn to', async () => {
      app.clock.pass(8 * 24 * 60);
      expect((await accept(offer)).statusCode).toBe(410);
      const closed = await page(offer.path);
      expect(closed.statusCode).toBe(410);
      expect(closed.body).toContain('mailto:onderzoeker1@example.org');
    });

    it('can be followed by another moment and by cancelling: SEQUENCE 0, 1 and 2 under one UID each', async () => {
      const week = await slots('from=2027-01-12T00:00:00Z&limit=200');
      const mine = week.filter(({ interviewer }) => interviewer === week[0]!.interviewer);
      offer = await givenOffer(app, respondents[0]!.id, { slots: [mine[0]!, mine[8]!] });
      await accept(offer);
      const uids = (await em().find(Invitation, {})).map(({ uid }) => uid).sort();
      expect((await form(`${offer.path}/accept`, { slot: offer.slots[1]!.id })).statusCode).toBe(303);
      const moved = await em().find(Invitation, {});
      expect(moved.map(({ uid }) => uid).sort()).toEqual(uids);
      expect(moved.map(({ sequence }) => sequence)).toEqual([1, 1]);
      expect(await em().count(Reservation)).toBe(2);
      expect((await form(`${offer.path}/cancel`, {})).statusCode).toBe(303);
      expect(await em().count(Reservation)).toBe(0);
      const cancelled = await em().find(Invitation, { participantKind: 'respondent' });
      expect(cancelled.map(({ sequence, cancelledAt }) => [sequence, cancelledAt !== null])).toEqual([
        [2, true],
      ]);
      expect((await em().find(Appointment, {})).map(({ status }) => status)).toEqual(['cancelled']);
      const again = await page(offer.path);
      expect(again.body).toContain('Uw interview is afgezegd');
      expect(again.body).toContain(offer.slots[0]!.id);
    });

    it('can be undone until the stated moment only', async () => {
      await accept(offer);
      app.clock.at = new Date(Date.parse(offer.slots[0]!.start) - 23 * 3_600_000);
      const late = await form(`${offer.path}/cancel`, {});
      expect(late.statusCode).toBe(409);
      expect(late.body).toContain('Neem nu contact met ons op');
      expect(await em().count(Reservation)).toBe(2);
    });

    it('gives a calendar file without a name or pseudonym of anybody else', async () => {
      await accept(offer);
      const file = await page(`${offer.path}/appointment.ics`);
      expect(file.headers['content-type']).toContain('text/calendar');
      expect(file.body).toContain('METHOD:PUBLISH');
      expect(file.body).not.toMatch(/ATTENDEE|ZWO-SW|Persoon/);
    });

    it('never happens by opening a page', async () => {
      for (const path of ['', `/check?slot=${offer.slots[0]!.id}`, '/check?slot=none', '/decline', '/cancel'])
        expect((await page(offer.path + path)).statusCode).toBe(200);
      expect(await em().count(Appointment)).toBe(0);
      expect(await em().count(LedgerEntry, { kind: { $like: 'offer.%' } })).toBe(1);
    });

    it('is not for those who decline, who can do so without a reason and twice', async () => {
      expect((await form(`${offer.path}/decline`, {})).statusCode).toBe(303);
      expect((await form(`${offer.path}/decline`, {})).statusCode).toBe(303);
      expect((await accept(offer)).statusCode).toBe(410);
      expect((await page(offer.path)).body).toContain('U doet niet mee');
    });

    it('can wait for a proposal, which is kept sealed', async () => {
      expect((await form(`${offer.path}/propose`, { text: '' })).statusCode).toBe(422);
      expect((await form(`${offer.path}/propose`, { text: 'Liever maandagavond' })).statusCode).toBe(303);
      expect(await app.dump()).not.toContain('Liever maandagavond');
      expect((await page(offer.path)).body).toContain('Uw voorstel is binnen');
      expect((await accept(offer)).statusCode).toBe(303);
    });

    it('is not possible with a link that nobody gave out', async () => {
      const unknown = `/r/${'A'.repeat(43)}`;
      expect((await page(unknown)).statusCode).toBe(404);
      expect((await form(`${unknown}/accept`, { slot: offer.slots[0]!.id, consent })).statusCode).toBe(404);
    });

    it('keeps its page out of caches, indexes and referrers', async () => {
      const { headers } = await page(offer.path);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers['referrer-policy']).toBe('no-referrer');
    });
  });

  it('keeps its wall time on both sides of the night that the clocks change', async () => {
    app = await StudyApp.start(AppointmentsModule);
    respondents = await givenRespondents(app, 2);
    await em().execute(`update study set fieldwork_to = '2027-04-30'`);
    const [before] = await slots('from=2027-03-26T00:00:00Z&limit=1');
    const [after] = await slots('from=2027-03-29T00:00:00Z&limit=1');
    expect([before!.start, after!.start]).toEqual(['2027-03-26T08:00:00.000Z', '2027-03-29T06:30:00.000Z']);
    const offer = await givenOffer(app, respondents[0]!.id, { slots: [before!, after!] });
    const { body } = await page(offer.path);
    expect(body).toContain('09.00 – 10.00 uur');
    expect(body).toContain('08.30 – 09.30 uur');
    await form(`${offer.path}/accept`, { slot: offer.slots[1]!.id, consent });
    const file = await page(`${offer.path}/appointment.ics`);
    expect(file.body).toContain('DTSTART;TZID=Europe/Amsterdam:20270329T083000');
  });
});
