import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Invitation } from '../../src/calendar/invitation.entity.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { outboxContext } from '../../src/mail/delivery-names.js';
import type { Letter } from '../../src/mail/letter.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { Reservation } from '../../src/scheduling/reservation.entity.js';
import { givenAppointment } from '../support/given-appointment.js';
import { givenOffer, givenRespondents, type GivenRespondent } from '../support/given-respondents.js';
import { StudyApp } from '../support/study-app.js';

interface Slot {
  readonly start: string;
  readonly interviewer: string;
}

describe('a change of an appointment', () => {
  let app: StudyApp;
  let respondent: GivenRespondent;
  let slots: readonly Slot[];
  let seen: number;

  const em = () => app.database.orm.em.fork();
  const api = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    app.api('coordinator', { method, url, ...(payload && { payload }) });
  const book = async ({ start, interviewer }: Slot) => {
    const body = { kind: 'interview', respondent: respondent.id, start, interviewer };
    return api('POST', '/studies/STP/appointments', body);
  };
  const booked = async (slot: Slot) => (await book(slot)).json<{ id: string }>().id;
  const on = (id: string, step: string, payload: object = {}) =>
    api('POST', `/appointments/${id}/${step}`, payload);
  const byLink = (path: string, fields: Record<string, string> = {}) =>
    app.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: new URLSearchParams(fields).toString(),
    });
  const status = async () =>
    (await api('GET', `/respondents/${respondent.id}`)).json<{ status: string }>().status;

  /** What was queued since the last look: kind, method and some lines of the calendar part. */
  const mailed = async () => {
    const all = await em().find(OutboxMessage, {}, { orderBy: { id: 'asc' } });
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh.map(({ id, kind, sealed }) => {
      const letter = app.get(Cipher).openJson('outbox', outboxContext(id), sealed) as Letter;
      const lines = (letter.calendar?.content ?? '').replaceAll('\r\n ', '').split('\r\n');
      const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.split(':')[1];
      const partstat = /PARTSTAT=([\w-]+)/.exec(lines.find((line) => line.startsWith('ATTENDEE')) ?? '')?.[1];
      const sequence = Number(value('SEQUENCE'));
      return {
        kind,
        method: value('METHOD'),
        uid: value('UID'),
        stamp: value('DTSTAMP'),
        sequence,
        partstat,
      };
    });
  };

  beforeEach(async () => {
    app = await StudyApp.start(AppointmentsModule);
    [respondent] = (await givenRespondents(app, 1)) as [GivenRespondent];
    slots = (await api('GET', '/studies/STP/slots?from=2027-01-12T00:00:00Z&limit=2000')).json<Slot[]>();
    seen = 0;
  });
  afterEach(() => app.stop());

  /** Two interviewers who are free at one moment. */
  const twoAtOnce = (): [Slot, Slot] => {
    for (const slot of slots) {
      const other = slots.find((one) => one.start === slot.start && one.interviewer !== slot.interviewer);
      if (other) return [slot, other];
    }
    throw new Error('nobody shares a moment');
  };

  it('of interviewer ends the entry of the one, begins that of the other and keeps the answer of the respondent', async () => {
    const [mine, theirs] = twoAtOnce();
    const id = await booked(mine);
    const first = await mailed();
    expect(first.map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['interviewer-booked', 0],
      ['appointment-booked', 0],
    ]);
    await em().nativeUpdate(Invitation, { participantKind: 'respondent' }, { answer: 'accepted' });
    app.clock.pass(5);
    expect((await on(id, 'move', theirs)).statusCode).toBe(200);
    const [ended, begun, kept] = await mailed();
    expect(ended).toMatchObject({ kind: 'interviewer-cancelled', method: 'CANCEL', sequence: 1 });
    expect(ended!.uid).toBe(first[0]!.uid);
    expect(begun).toMatchObject({ kind: 'interviewer-booked', method: 'REQUEST', sequence: 0 });
    expect([first[0]!.uid, first[1]!.uid]).not.toContain(begun!.uid);
    expect(kept).toMatchObject({ kind: 'appointment-changed', method: 'REQUEST', sequence: 0 });
    expect(kept).toMatchObject({ uid: first[1]!.uid, partstat: 'ACCEPTED' });
    expect(kept!.stamp).not.toBe(first[1]!.stamp);
  });

  it('of time asks again under the same UID', async () => {
    const [mine] = slots as [Slot];
    const later = slots.find(
      ({ start, interviewer }) =>
        interviewer === mine.interviewer && Date.parse(start) > Date.parse(mine.start) + 6 * 3_600_000,
    )!;
    const id = await booked(mine);
    const first = await mailed();
    await em().nativeUpdate(Invitation, {}, { answer: 'accepted' });
    await on(id, 'move', later);
    expect(await mailed()).toMatchObject([
      { kind: 'interviewer-moved', uid: first[0]!.uid, sequence: 1, partstat: 'NEEDS-ACTION' },
      { kind: 'appointment-moved', uid: first[1]!.uid, sequence: 1, partstat: 'NEEDS-ACTION' },
    ]);
  });

  it('after a cancellation is a new appointment, under new UIDs that begin at 0', async () => {
    const id = await booked(slots[0]!);
    const first = await mailed();
    await on(id, 'cancel');
    expect(await mailed()).toMatchObject([
      { kind: 'interviewer-cancelled', uid: first[0]!.uid, sequence: 1 },
      { kind: 'appointment-cancelled', uid: first[1]!.uid, sequence: 1 },
    ]);
    await booked(slots[0]!);
    const again = await mailed();
    expect(again.map(({ method, sequence }) => [method, sequence])).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 0],
    ]);
    const uids = [...first, ...again].map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(4);
  });

  it('is the only way to another moment: nobody has two planned interviews', async () => {
    const id = await booked(slots[0]!);
    const second = await book(slots.at(-1)!);
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ type: '/problems/interview-planned-already' });
    const { pseudonym } = respondent;
    const missed = await givenAppointment(app, { pseudonym, status: 'no-show' });
    expect((await on(missed.id, 'reopen')).json()).toMatchObject({
      type: '/problems/interview-planned-already',
    });
    await on(id, 'cancel');
    expect((await on(missed.id, 'reopen')).statusCode).toBe(200);
    expect(await status()).toBe('scheduled');
  });

  it('leaves who was interviewed before as interviewed', async () => {
    await givenAppointment(app, { pseudonym: respondent.pseudonym, status: 'completed' });
    const id = await booked(slots[0]!);
    expect(await status()).toBe('scheduled');
    await on(id, 'cancel');
    expect(await status()).toBe('interviewed');
  });

  it('does not follow from a proposal of who was booked by phone meanwhile', async () => {
    const { path } = await givenOffer(app, respondent.id, { count: 2 });
    await booked(slots[0]!);
    expect((await byLink(`${path}/propose`, { text: 'Liever maandag' })).statusCode).toBe(303);
    expect(await status()).toBe('scheduled');
  });

  it('can be a refusal after all, by somebody who declined before and was booked since', async () => {
    const { path } = await givenOffer(app, respondent.id, { count: 2 });
    await byLink(`${path}/decline`);
    await booked(slots[0]!);
    await byLink(`${path}/decline`);
    expect(await status()).toBe('declined');
    expect(await em().count(Reservation)).toBe(0);
  });

  it('is not offered any more to whom the team has ruled out since', async () => {
    const { path } = await givenOffer(app, respondent.id, { count: 2 });
    const standing = async () =>
      (await app.app.inject({ method: 'GET', url: path, headers: { accept: 'application/json' } })).json();
    expect(await standing()).toMatchObject({ standing: 'open', slots: { length: 2 } });
    await api('PATCH', `/respondents/${respondent.id}`, { status: 'not-eligible' });
    expect(await standing()).toMatchObject({ standing: 'withdrawn', slots: { length: 0 } });
  });

  it('never makes an observation visit of a respondent', async () => {
    const { start, interviewer } = slots[0]!;
    const body = { kind: 'observation', site: 'ZWO', respondent: respondent.id, start, interviewer };
    const refused = await api('POST', '/studies/STP/appointments', body);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ errors: [{ path: 'respondent' }] });
  });
});
