import { rawAnswer, type RawAnswer } from '../calendar/raw-answer.js';
import { sampleMessages } from '../calendar/sample-messages.js';
import { utc } from '../calendar/sample-text.js';
import { calendarOf, InboxStudy, type Invited } from '../support/inbox-study.js';

const dayMs = 24 * 3_600_000;
const minutes = (at: Date, n: number) => new Date(at.getTime() + n * 60_000);
const dayLater = ({ start, end }: { start: Date; end: Date }) => ({
  start: new Date(start.getTime() + dayMs),
  end: new Date(end.getTime() + dayMs),
});

describe('another time that a calendar proposes', () => {
  let study: InboxStudy;
  let next = 0;

  beforeAll(async () => {
    study = await InboxStudy.start(32);
  });
  afterAll(() => study.stop());

  const invite = () => study.invite(next++);
  const propose = (invited: Invited, more: Partial<RawAnswer> = {}) =>
    rawAnswer({
      uid: invited.uid,
      attendee: invited.respondent.address,
      method: 'COUNTER',
      partstat: 'TENTATIVE',
      sequence: 0,
      ...dayLater(invited),
      ...more,
    });
  const idOf = async ({ appointment }: Invited) => (await study.message({ subjectId: appointment })).id;
  const statuses = async ({ appointment }: Invited) =>
    (
      await study.rows<{ status: string }>(
        `select status from incoming_message where subject_id = ? order by id`,
        [appointment],
      )
    ).map(({ status }) => status);
  const timeOf = async ({ appointment }: Invited) => {
    const [row] = await study.rows<{ start: string; end: string }>(
      `select starts_at as start, ends_at as end from appointment where id = ?`,
      [appointment],
    );
    return { start: new Date(row!.start), end: new Date(row!.end) };
  };
  const reserved = ({ appointment }: Invited) =>
    study.rows<{ person: string; start: string }>(
      `select person_id as person, starts_at as start from reservation where subject_id = ? order by 1`,
      [appointment],
    );
  const now = ({ start, end }: Invited) => ({ start, end });

  it('waits for a person, with the answer that came along, and moves nothing', async () => {
    const invited = await invite();
    expect(await study.effectOf(propose(invited, { comment: 'Een dag later?' }))).toEqual({
      outcome: 'proposal',
      reason: 'De genodigde stelt een ander moment voor.',
      waits: true,
      appointment: invited.appointment,
      participant: invited.respondent.id,
      changes: { incoming_message: 1, invitation: 1, ledger_entry: 1 },
    });
    expect(await timeOf(invited)).toEqual(now(invited));
    expect((await study.invitation(invited.uid)).answer).toBe('tentative');
    const page = (await study.app.page('coordinator', '/studies/STP/inbox')).body;
    expect(page).toContain('Een dag later?');
    expect(page).toContain('Verzet naar di 19 jan');
    const overview = (await study.app.page('coordinator', '/studies/STP')).body;
    expect(overview).toContain(`${invited.respondent.pseudonym}: ander moment voorgesteld`);
  });

  it('is understood as Exchange writes it', async () => {
    const invited = await invite();
    const given = { ...invited, attendee: invited.respondent.address, organizer: 'planning@localhost' };
    expect(await study.receive(sampleMessages.counterProposal({ ...given, sequence: 0 }))).toMatchObject({
      outcome: 'proposal',
      waits: true,
    });
    const { proposedStart, proposedEnd } = await study.message({ subjectId: invited.appointment });
    expect({ start: proposedStart, end: proposedEnd }).toEqual(dayLater(invited));
  });

  it('is accepted: everybody is told of the new time, under the next SEQUENCE', async () => {
    const invited = await invite();
    await study.receive(propose(invited));
    const before = await study.digests();
    expect(await study.saidAfter(await idOf(invited), 'accept')).toContain('Het nieuwe moment staat vast');
    expect(await study.changesSince(before)).toEqual({
      appointment: 1,
      feed_entry: 1,
      incoming_message: 1,
      invitation: 2,
      ledger_entry: expect.any(Number),
      outbox_message: 2,
      reservation: 4,
    });
    expect(await timeOf(invited)).toEqual(dayLater(invited));
    const taken = await reserved(invited);
    expect(taken.map(({ person }) => person).toSorted()).toEqual(
      [invited.interviewer, invited.respondent.id].toSorted(),
    );
    expect(new Set(taken.map(({ start }) => new Date(start).getTime()))).toEqual(
      new Set([dayLater(invited).start.getTime()]),
    );
    for (const uid of [invited.uid, invited.interviewerUid]) {
      const sent = (await study.letters({ calendarUid: uid })).map(calendarOf);
      expect(sent.map(({ method, sequence, partstat }) => [method, sequence, partstat])).toEqual([
        ['REQUEST', '0', 'NEEDS-ACTION'],
        ['REQUEST', '1', 'NEEDS-ACTION'],
      ]);
      expect((await study.invitation(uid)).answer).toBe('needs-action');
    }
    expect(await study.saidAfter(await idOf(invited), 'accept')).toContain('wacht niet meer');
    expect(await study.saidAfter(await idOf(invited), 'refuse')).toContain('wacht niet meer');
  });

  it('is refused: the proposer’s calendar and mail say so, and nothing moves', async () => {
    const invited = await invite();
    await study.receive(propose(invited));
    const before = await study.digests();
    const words = 'Die dag is de zaal bezet.';
    expect(await study.saidAfter(await idOf(invited), 'refuse', { words })).toContain('afgewezen');
    expect(await study.changesSince(before)).toEqual({
      incoming_message: 1,
      ledger_entry: expect.any(Number),
      outbox_message: 1,
    });
    const letter = (await study.letters({ calendarUid: invited.uid })).at(-1)!;
    expect(letter.to.address).toBe(invited.respondent.address);
    expect(letter.text).toContain(words);
    expect(calendarOf(letter)).toMatchObject({
      method: 'DECLINECOUNTER',
      uid: invited.uid,
      sequence: undefined,
      start: undefined,
      attendee: undefined,
    });
    expect(letter.calendar!.content).toContain(`COMMENT:${words}`);
  });

  it('is replaced by a newer one, whichever comes first', async () => {
    const [one, other] = [await invite(), await invite()];
    const both = (invited: Invited, partstat: string) => [
      propose(invited, { partstat, stampedAt: new Date('2027-01-04T08:01:00Z') }),
      propose(invited, {
        partstat,
        stampedAt: new Date('2027-01-04T08:02:00Z'),
        start: minutes(dayLater(invited).start, 30),
        end: minutes(dayLater(invited).end, 30),
      }),
    ];
    for (const raw of both(one, 'NEEDS-ACTION')) await study.receive(raw);
    const [late, first] = both(other, 'NEEDS-ACTION');
    await study.receive(first!);
    expect(await study.effectOf(late!)).toMatchObject({ outcome: 'stale', changes: { incoming_message: 1 } });
    expect(await statuses(one)).toEqual(['superseded', 'waiting']);
    expect(await statuses(other)).toEqual(['waiting', 'handled']);
    for (const invited of [one, other]) {
      const waiting = await study.message({ subjectId: invited.appointment, status: 'waiting' });
      expect(waiting.proposedStart).toEqual(minutes(dayLater(invited).start, 30));
    }
  });

  it('that comes again is known', async () => {
    const invited = await invite();
    await study.receive(propose(invited));
    const copy = propose(invited, { sentAt: study.app.clock.at });
    expect(await study.effectOf(copy)).toMatchObject({
      outcome: 'duplicate',
      waits: false,
      changes: { incoming_message: 1 },
    });
    expect(await statuses(invited)).toEqual(['waiting', 'handled']);
  });

  it('goes when its proposer agrees to the time that stands, whichever comes first', async () => {
    const [one, other] = [await invite(), await invite()];
    const agree = ({ uid, respondent }: Invited) =>
      rawAnswer({
        uid,
        attendee: respondent.address,
        sequence: 0,
        stampedAt: new Date('2027-01-04T08:30:00Z'),
      });
    await study.receive(propose(one));
    expect((await study.receive(agree(one))).outcome).toBe('applied');
    await study.receive(agree(other));
    expect((await study.receive(propose(other))).outcome).toBe('stale');
    expect(await statuses(one)).toEqual(['superseded', 'handled']);
    expect(await statuses(other)).toEqual(['handled', 'handled']);
    expect((await study.invitation(one.uid)).answer).toBe((await study.invitation(other.uid)).answer);
  });

  it('stays when its own answer comes in a mail besides, whichever comes first', async () => {
    const [one, other] = [await invite(), await invite()];
    const answer = ({ uid, respondent }: Invited) =>
      rawAnswer({
        uid,
        attendee: respondent.address,
        partstat: 'TENTATIVE',
        sequence: 0,
        stampedAt: new Date('2027-01-04T08:00:01Z'),
      });
    await study.receive(propose(one));
    await study.receive(answer(one));
    await study.receive(answer(other));
    await study.receive(propose(other));
    expect((await statuses(one)).toSorted()).toEqual(['handled', 'waiting']);
    expect((await statuses(other)).toSorted()).toEqual(['handled', 'waiting']);
  });

  it('still waits, with the reason in words, when somebody took that time meanwhile', async () => {
    const invited = await invite();
    await study.receive(propose(invited));
    const taker = await invite();
    const { start, end } = dayLater(invited);
    await study.move(taker, {
      start: start.toISOString(),
      end: end.toISOString(),
      interviewer: invited.interviewer,
      outsideRules: true,
    });
    const before = await study.digests();
    const id = await idOf(invited);
    expect(await study.saidAfter(id, 'accept')).toContain('De interviewer');
    expect(await study.saidAfter(id, 'accept', { regardless: 'yes' })).toContain('al iets anders');
    expect(await study.changesSince(before)).toEqual({});
    expect(await statuses(invited)).toEqual(['waiting']);
    const page = (await study.app.page('coordinator', '/studies/STP/inbox')).body;
    const card = page.slice(page.indexOf(`message-${id}`)).split('</section>')[0]!;
    expect(card).toContain('De interviewer heeft dan al iets anders.');
    expect(card).not.toContain('/accept');
  });

  it('outside the rules asks to be accepted regardless of them', async () => {
    const invited = await invite();
    const night = new Date(`${dayLater(invited).start.toISOString().slice(0, 10)}T22:00:00Z`);
    await study.receive(propose(invited, { start: night, end: minutes(night, 60) }));
    const id = await idOf(invited);
    expect(await study.saidAfter(id, 'accept')).toContain('werkt op dit moment niet');
    expect(await study.saidAfter(id, 'accept', { regardless: 'yes' })).toContain('staat vast');
    expect((await timeOf(invited)).start).toEqual(night);
  });

  it('is accepted or refused once when several press at the same time', async () => {
    const invited = await invite();
    await study.receive(propose(invited));
    const id = await idOf(invited);
    const letters = (await study.letters()).length;
    const roles = ['coordinator', 'owner'] as const;
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((n) => study.settle(id, n % 3 === 2 ? 'refuse' : 'accept', {}, roles[n % 2])),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(303));
    const { status } = await study.message({ id });
    expect((await study.letters()).length - letters).toBe(status === 'accepted' ? 2 : 1);
    expect(await timeOf(invited)).toEqual(status === 'accepted' ? dayLater(invited) : now(invited));
    const settled = await study.rows(
      `select 1 from ledger_entry where kind = 'message.settled' and data->>'message' = ?`,
      [id],
    );
    expect(settled).toHaveLength(1);
  });

  it.each<[string, (invited: Invited) => Partial<RawAnswer>, string]>([
    [
      'is now',
      () => ({ start: new Date('2027-01-04T08:00:20Z'), end: new Date('2027-01-04T09:00:00Z') }),
      'applied',
    ],
    ['ends before it starts', ({ start, end }) => ({ start: end, end: start }), 'applied'],
    ['is the time that stands', (invited) => now(invited), 'applied'],
    [
      'has passed',
      () => ({ start: new Date('2027-01-03T08:00:00Z'), end: new Date('2027-01-03T09:00:00Z') }),
      'proposal',
    ],
    ['lasts a century', () => ({ end: new Date('2150-01-01T00:00:00Z') }), 'unreadable'],
    [
      'lies two centuries ahead',
      () => ({ start: new Date('2199-01-01T08:00:00Z'), end: new Date('2199-01-01T09:00:00Z') }),
      'proposal',
    ],
    [
      'lies a century back',
      () => ({ start: new Date('1901-01-01T08:00:00Z'), end: new Date('1901-01-01T09:00:00Z') }),
      'proposal',
    ],
    ['has no start', () => ({ start: undefined as never, more: ['DURATION:PT1H'] }), 'unreadable'],
    [
      'is a whole day',
      ({ start }) => ({
        start: undefined as never,
        end: undefined as never,
        more: [`DTSTART;VALUE=DATE:${utc(start).slice(0, 8)}`],
      }),
      'unreadable',
    ],
  ])('that %s shows on a page that opens', async (_, more, outcome) => {
    const invited = await invite();
    const before = await timeOf(invited);
    expect((await study.receive(propose(invited, more(invited)))).outcome).toBe(outcome);
    const page = await study.app.page('coordinator', '/studies/STP/inbox');
    expect(page.statusCode).toBe(200);
    expect(await timeOf(invited)).toEqual(before);
    const { id } = await study.message({ subjectId: invited.appointment });
    expect((await study.settle(id, 'dismiss')).statusCode).toBe(303);
  });

  it('far outside any period is refused, or accepted, in words', async () => {
    const invited = await invite();
    const [start, end] = [new Date('2199-01-01T08:00:00Z'), new Date('2199-01-01T09:00:00Z')];
    await study.receive(propose(invited, { start, end }));
    const id = await idOf(invited);
    expect(await study.saidAfter(id, 'accept')).toContain('buiten de veldwerkperiode');
    expect(await study.saidAfter(id, 'accept', { regardless: 'yes' })).toContain('staat vast');
    expect(await timeOf(invited)).toEqual({ start, end });
  });

  it('with a duration is as long as that says', async () => {
    const invited = await invite();
    const { start } = dayLater(invited);
    await study.receive(propose(invited, { end: undefined as never, more: ['DURATION:PT1H30M'] }));
    const { proposedStart, proposedEnd } = await study.message({ subjectId: invited.appointment });
    expect([proposedStart, proposedEnd]).toEqual([start, minutes(start, 90)]);
  });

  it('of an interviewer moves the respondent’s appointment too', async () => {
    const invited = await invite();
    const [{ email } = { email: '' }] = await study.rows<{ email: string }>(
      `select email from account where id = ?`,
      [invited.interviewer],
    );
    await study.receive(propose(invited, { uid: invited.interviewerUid, attendee: email }));
    expect(await study.saidAfter(await idOf(invited), 'accept')).toContain('staat vast');
    const letter = (await study.letters({ calendarUid: invited.uid })).at(-1)!;
    expect(calendarOf(letter)).toMatchObject({ method: 'REQUEST', sequence: '1' });
  });

  it('after the appointment was cancelled cannot be accepted', async () => {
    const invited = await invite();
    await study.receive(propose(invited));
    await study.api('POST', `/appointments/${invited.appointment}/cancel`, {});
    const before = await study.digests();
    const id = await idOf(invited);
    expect(await study.saidAfter(id, 'accept')).toContain('Dit kan niet met dit bericht.');
    expect(await study.changesSince(before)).toEqual({});
    expect((await study.app.page('coordinator', '/studies/STP/inbox')).statusCode).toBe(200);
  });

  it('is settled by those who plan only', async () => {
    const invited = await invite();
    await study.receive(propose(invited));
    const id = await idOf(invited);
    const before = await study.digests();
    for (const role of ['interviewer', 'observer'] as const) {
      for (const step of ['accept', 'refuse', 'recognise', 'dismiss', 'reopen'])
        expect((await study.settle(id, step, {}, role)).statusCode).toBe(403);
      expect((await study.app.page(role, '/studies/STP/inbox')).statusCode).toBe(403);
    }
    expect(await study.changesSince(before)).toEqual({});
  });
});
