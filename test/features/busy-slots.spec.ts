import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { calendarOf, eventOf } from '../support/busy-times.js';
import { givenOffer, givenRespondents, type GivenRespondent } from '../support/given-respondents.js';
import { StudyApp } from '../support/study-app.js';

interface Slot {
  readonly start: string;
  readonly end: string;
  readonly interviewer: string;
}

const day = 'from=2027-01-12T00:00:00Z&to=2027-01-13T00:00:00Z&limit=5000';

describe('what stands in a calendar of their own', () => {
  let app: StudyApp;
  let respondent: GivenRespondent;
  let second: GivenRespondent;
  let interviewer: string;

  beforeEach(async () => {
    app = await StudyApp.start(AppointmentsModule);
    [respondent, second] = (await givenRespondents(app, 2)) as [GivenRespondent, GivenRespondent];
    interviewer = (await slots())[0]!.interviewer;
  });
  afterEach(() => app.stop());

  const api = (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.api('coordinator', { method, url, ...(payload && { payload }) });
  async function slots(query = day): Promise<Slot[]> {
    return (await api('GET', `/studies/STP/slots?respondent=${respondent.id}&${query}`)).json<Slot[]>();
  }
  const ofInterviewer = async () => (await slots()).filter((slot) => slot.interviewer === interviewer);
  const upload = async (...events: readonly string[]) => {
    const url = `/team/${interviewer}/busy-calendars`;
    const headers = { 'content-type': 'text/calendar' };
    const answer = await app.api('coordinator', {
      method: 'POST',
      url,
      headers,
      payload: calendarOf(...events),
    });
    expect(answer.statusCode).toBe(201);
    return answer.json<{ upcoming: number; skipped: Record<string, number> }>();
  };
  const written = (instant: string) => instant.replaceAll(/[-:]|\.000/g, '');
  const at = ({ start, end }: Pick<Slot, 'start' | 'end'>, ...more: readonly string[]) =>
    eventOf(`DTSTART:${written(start)}`, `DTEND:${written(end)}`, ...more);
  const book = (start: string, more: object = {}) =>
    api('POST', '/studies/STP/appointments', {
      kind: 'interview',
      respondent: respondent.id,
      interviewer,
      start,
      ...more,
    });

  it('is offered no longer, nor what comes too close to it', async () => {
    const before = await ofInterviewer();
    await upload(eventOf('DTSTART:20270112T110000Z', 'DTEND:20270112T120000Z'));
    const after = await ofInterviewer();
    const [from, to] = ['2027-01-12T11:00:00.000Z', '2027-01-12T12:00:00.000Z'];
    const minutes = (a: string, b: string) => (Date.parse(a) - Date.parse(b)) / 60_000;
    const expected = before.filter(({ start, end }) => minutes(from, end) >= 15 || minutes(start, to) >= 15);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(before.length);
    expect(after).toEqual(expected);
  });

  it('is no appointment, however much of it there is', async () => {
    const spots = ['0800', '0815', '0830', '0845'].map((time) =>
      eventOf(`UID:${time}`, `DTSTART:20270112T${time}00Z`, 'DURATION:PT5M'),
    );
    await upload(...spots);
    expect((await ofInterviewer()).length).toBeGreaterThan(0);
  });

  it('is not booked over by mistake, but on purpose', async () => {
    const [slot, , , , near] = await ofInterviewer();
    await upload(at(slot!));
    const refused = await book(slot!.start);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({
      type: '/problems/slot-own-calendar',
      detail: "This moment is taken in the interviewer's own calendar.",
    });
    expect((await book(near!.start)).json()).toMatchObject({ type: '/problems/slot-own-calendar-buffer' });
    expect((await book(slot!.start, { outsideRules: true })).statusCode).toBe(201);
    const clash = {
      kind: 'interview',
      respondent: second.id,
      interviewer,
      start: slot!.start,
      outsideRules: true,
    };
    const twice = await api('POST', '/studies/STP/appointments', clash);
    expect(twice.json()).toMatchObject({ type: '/problems/slot-busy' });
  });

  it('ends an offer of that moment, and nobody is told more', async () => {
    const [slot] = await ofInterviewer();
    const { start } = slot!;
    const offer = await givenOffer(app, respondent.id, { slots: [{ start, interviewer }] });
    await upload(at(slot!));
    const answer = await app.app.inject({
      method: 'POST',
      url: `${offer.path}/accept`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: new URLSearchParams([
        ['slot', offer.slots[0]!.id],
        ['consent', 'participate'],
        ['consent', 'recording'],
      ]).toString(),
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Dit moment kan niet meer.');
    expect(answer.body).not.toContain('agenda van de interviewer');
  });

  describe('and is an appointment of ours', () => {
    const booked = async () => {
      const [slot, , , next] = await ofInterviewer();
      const { id } = (await book(slot!.start)).json<{ id: string }>();
      return { id, slot: slot!, next: next! };
    };
    const uidOf = async (id: string) => {
      const [row] = await app.database.orm.em
        .fork()
        .execute<{ uid: string }[]>(
          `select uid from invitation where subject_id = ? and participant_kind = 'interviewer'`,
          [id],
        );
      return row!.uid;
    };

    it('does not stand in its own way, known by the UID it was sent with', async () => {
      const { id, slot, next } = await booked();
      const event = at(slot).replace('UID:a', `UID:${(await uidOf(id)).toUpperCase()}`);
      const other = at(slot).replace('UID:a', 'UID:1@feed.veldwerk');
      expect(await upload(event, other)).toMatchObject({ upcoming: 0, skipped: { own: 2 } });
      const moved = await api('POST', `/appointments/${id}/move`, { start: next.start });
      expect(moved.statusCode).toBe(200);
    });

    it('does not either as a copy under another UID', async () => {
      const { id, slot, next } = await booked();
      expect(await upload(at(slot))).toMatchObject({ upcoming: 1 });
      expect((await api('POST', `/appointments/${id}/move`, { start: next.start })).statusCode).toBe(200);
    });

    it('while something else at that time does', async () => {
      const { id, slot, next } = await booked();
      const end = new Date(Date.parse(slot.end) + 60_000).toISOString();
      await upload(at({ start: slot.start, end }));
      const moved = await api('POST', `/appointments/${id}/move`, { start: next.start });
      expect(moved.json()).toMatchObject({ type: '/problems/slot-own-calendar' });
    });
  });
});
