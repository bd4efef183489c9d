import { rawAnswer, type RawAnswer } from '../calendar/raw-answer.js';
import { calendarOf, InboxStudy } from '../support/inbox-study.js';

const start = new Date('2027-01-28T13:00:00Z');
const end = new Date('2027-01-28T14:30:00Z');
const dayLater = (at: Date) => new Date(at.getTime() + 24 * 3_600_000);

interface Seat {
  readonly uid: string;
  readonly member: string;
  readonly address: string;
}

describe('a mail about a meeting of the sounding board', () => {
  let study: InboxStudy;
  let meeting: string;
  let seats: readonly Seat[];

  beforeEach(async () => {
    study = await InboxStudy.start(1);
    const [first] = (await study.api('GET', '/studies/STP/meetings')).json<[{ id: string }]>();
    meeting = first.id;
    await study.api('POST', `/meetings/${meeting}/schedule`, { start, durationMinutes: 90 });
    await study.api('POST', `/meetings/${meeting}/agenda/send`, {});
    const letters = await study.letters({ kind: 'meeting-invitation' });
    const invitations = await study.rows<{ uid: string; member: string }>(
      `select uid, participant_id as member from invitation where subject_id = ?`,
      [meeting],
    );
    seats = letters.map((letter) => {
      const { uid } = calendarOf(letter);
      return {
        uid: uid!,
        member: invitations.find((one) => one.uid === uid)!.member,
        address: letter.to.address,
      };
    });
  });
  afterEach(() => study.stop());

  const answerOf = ({ uid, address }: Seat, more: Partial<RawAnswer> = {}) =>
    rawAnswer({ uid, attendee: address, sequence: 0, ...more });
  const propose = (seat: Seat, more: Partial<RawAnswer> = {}) =>
    answerOf(seat, {
      method: 'COUNTER',
      partstat: 'TENTATIVE',
      start: dayLater(start),
      end: dayLater(end),
      ...more,
    });
  const answers = async () =>
    (
      await study.rows<{ answer: string }>(
        `select answer from invitation where subject_id = ? and cancelled_at is null order by answer`,
        [meeting],
      )
    ).map(({ answer }) => answer);
  const idOf = async () => (await study.message({ subjectId: meeting })).id;

  it('is the answer of one member, and of no other', async () => {
    const [seat] = seats;
    expect(await study.effectOf(answerOf(seat!, { partstat: 'DECLINED' }))).toEqual({
      outcome: 'applied',
      reason: 'De genodigde heeft geantwoord; het antwoord is vastgelegd.',
      waits: false,
      meeting,
      participant: seat!.member,
      changes: { incoming_message: 1, invitation: 1, ledger_entry: 1 },
    });
    expect(await answers()).toEqual(['declined', ...Array(4).fill('needs-action')]);
  });

  it('by one member in the place of another changes neither', async () => {
    const [one, other] = seats;
    const raw = rawAnswer({ uid: one!.uid, attendee: other!.address, sequence: 0 });
    expect(await study.effectOf(raw)).toMatchObject({ waits: true, changes: { incoming_message: 1 } });
    expect(await answers()).toEqual(Array(5).fill('needs-action'));
  });

  it('that was on its way when the member answered on their page does not undo that', async () => {
    const [seat] = seats;
    const { app } = study;
    const written = app.clock.at;
    app.clock.pass(10);
    const [letter] = await study.letters({ calendarUid: seat!.uid });
    const path = /\/m\/[\w-]+/.exec(letter!.text)![0];
    const answered = await app.app.inject({
      method: 'POST',
      url: `${path}/meetings/${meeting}/answer`,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ answer: 'accepted', sequence: '0' }).toString(),
    });
    expect(answered.statusCode).toBe(303);
    const late = answerOf(seat!, { partstat: 'DECLINED', stampedAt: written });
    expect(await study.effectOf(late)).toMatchObject({ outcome: 'stale', changes: { incoming_message: 1 } });
    expect((await study.invitation(seat!.uid)).answer).toBe('accepted');
    const newer = answerOf(seat!, { partstat: 'DECLINED', stampedAt: app.clock.at });
    expect((await study.receive(newer)).outcome).toBe('applied');
    expect((await study.invitation(seat!.uid)).answer).toBe('declined');
  });

  it('proposes another time, which every member is told of once it is accepted', async () => {
    await study.receive(propose(seats[0]!));
    const page = (await study.app.page('coordinator', '/studies/STP/inbox')).body;
    expect(page).toContain('Iedereen kan dan.');
    expect(await study.saidAfter(await idOf(), 'accept')).toContain('is verzet');
    const [row] = await study.rows<{ start: string; end: string }>(
      `select starts_at as start, ends_at as end from meeting where id = ?`,
      [meeting],
    );
    expect([new Date(row!.start), new Date(row!.end)]).toEqual([dayLater(start), dayLater(end)]);
    const letters = await study.letters({ kind: 'meeting-change' });
    expect(letters.map(({ to }) => to.address).toSorted()).toEqual(
      seats.map(({ address }) => address).toSorted(),
    );
    expect(letters.map(calendarOf).map(({ method, sequence }) => [method, sequence])).toEqual(
      Array.from({ length: 5 }, () => ['REQUEST', '1']),
    );
    expect(await answers()).toEqual(Array(5).fill('needs-action'));
  });

  it('proposes another time, which is refused in words to that member alone', async () => {
    await study.receive(propose(seats[0]!));
    expect(await study.saidAfter(await idOf(), 'refuse', { words: 'De zaal is dan bezet.' })).toContain(
      'afgewezen',
    );
    const letters = await study.letters({ kind: 'proposal-refused' });
    expect(letters.map(({ to }) => to.address)).toEqual([seats[0]!.address]);
    expect(letters[0]!.text).toContain('De zaal is dan bezet.');
    expect(calendarOf(letters[0]!)).toMatchObject({ method: 'DECLINECOUNTER', uid: seats[0]!.uid });
  });

  it('proposes a time at which a member has another meeting: refused in words, and it waits', async () => {
    const [, second] = (await study.api('GET', '/studies/STP/meetings')).json<{ id: string }[]>();
    await study.api('POST', `/meetings/${second!.id}/schedule`, {
      start: dayLater(start),
      durationMinutes: 90,
    });
    await study.receive(propose(seats[0]!));
    const id = await idOf();
    const before = await study.digests();
    expect(await study.saidAfter(id, 'accept')).not.toContain('is verzet');
    expect(await study.changesSince(before)).toEqual({});
    expect((await study.message({ id })).status).toBe('waiting');
  });

  it('proposes a time while changes to the agenda were not sent: they are not sent along', async () => {
    await study.receive(propose(seats[0]!));
    await study.api('PATCH', `/meetings/${meeting}`, { place: 'Zaal 9' });
    const before = await study.digests();
    expect(await study.saidAfter(await idOf(), 'accept')).not.toContain('is verzet');
    expect(await study.changesSince(before)).toEqual({});
  });

  it('of only a minute or a day long is accepted or refused in words', async () => {
    for (const [seat, length] of [
      [seats[0]!, 60_000],
      [seats[1]!, 24 * 3_600_000],
    ] as const) {
      await study.receive(propose(seat, { end: new Date(dayLater(start).getTime() + length) }));
      expect((await study.settle(await idOf(), 'accept')).statusCode).toBe(303);
    }
  });

  it('after it was moved is for an earlier time; the invitation goes out again to that member alone', async () => {
    await study.api('PATCH', `/meetings/${meeting}`, { start: dayLater(start) });
    await study.api('POST', `/meetings/${meeting}/agenda/send`, {});
    const sent = (await study.letters()).length;
    expect(await study.effectOf(answerOf(seats[0]!))).toMatchObject({
      outcome: 'for-an-earlier-time',
      changes: { incoming_message: 1, invitation: 1, outbox_message: 1 },
    });
    const again = (await study.letters()).slice(sent);
    expect(again.map(({ to }) => to.address)).toEqual([seats[0]!.address]);
    expect(calendarOf(again[0]!)).toMatchObject({ method: 'REQUEST', uid: seats[0]!.uid, sequence: '1' });
  });

  it('before its new date was sent counts for the date that members know', async () => {
    await study.api('PATCH', `/meetings/${meeting}`, { start: dayLater(start) });
    expect((await study.receive(answerOf(seats[0]!))).outcome).toBe('applied');
    const raw = answerOf(seats[1]!, { method: 'REFRESH' });
    expect((await study.receive(raw)).outcome).toBe('applied');
    const again = (await study.letters({ calendarUid: seats[1]!.uid })).map(calendarOf);
    expect(again.map(({ sequence, start: at }) => [sequence, at])).toEqual(
      Array.from({ length: 2 }, () => ['0', again[0]!.start]),
    );
  });
});
