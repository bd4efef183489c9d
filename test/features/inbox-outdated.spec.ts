import { rawAnswer, type RawAnswer } from '../calendar/raw-answer.js';
import { calendarOf, InboxStudy, type Invited } from '../support/inbox-study.js';

const minutes = (at: Date, n: number) => new Date(at.getTime() + n * 60_000);

describe('an answer after the appointment has moved', () => {
  let study: InboxStudy;
  let next = 0;

  beforeAll(async () => {
    study = await InboxStudy.start(8);
  });
  afterAll(() => study.stop());

  const invite = () => study.invite(next++);
  const answerTo = ({ uid, respondent }: Invited, more: Partial<RawAnswer> = {}) =>
    rawAnswer({ uid, attendee: respondent.address, ...more });
  const stands = async ({ uid }: Invited) => study.invitation(uid);

  it('that says which version it means, counts', async () => {
    const invited = await invite();
    await study.receive(answerTo(invited, { sequence: 0 }));
    await study.move(invited);
    expect((await stands(invited)).answer).toBe('needs-action');
    const raw = answerTo(invited, {
      sequence: 1,
      partstat: 'TENTATIVE',
      stampedAt: new Date('2027-01-04T08:00:00Z'),
    });
    expect((await study.receive(raw)).outcome).toBe('applied');
    expect(await stands(invited)).toMatchObject({ answer: 'tentative', answerSequence: 1 });
  });

  it('and that asks for it, gets it again at the address that was invited', async () => {
    const invited = await invite();
    const from = 'wie@elders.example';
    const outcomes: string[] = [];
    for (let n = 0; n < 4; n++) {
      const raw = answerTo(invited, { method: 'REFRESH', from, stampedAt: minutes(study.app.clock.at, n) });
      outcomes.push((await study.receive(raw)).outcome);
    }
    expect(outcomes).toEqual(['applied', 'applied', 'applied', 'ignored']);
    const letters = await study.letters({ calendarUid: invited.uid });
    expect(letters.map(({ to }) => to.address)).toEqual(Array(4).fill(invited.respondent.address));
  });

  it('or was cancelled, revives nothing and gets the cancellation again', async () => {
    const invited = await invite();
    await study.api('POST', `/appointments/${invited.appointment}/cancel`, {});
    expect(await study.effectOf(answerTo(invited))).toMatchObject({
      outcome: 'for-an-earlier-time',
      reason: 'Dit antwoord gaat over een afspraak die intussen is afgezegd.',
      changes: { incoming_message: 1, invitation: 1, outbox_message: 1 },
    });
    const sent = (await study.letters({ calendarUid: invited.uid })).map(calendarOf);
    expect(sent.map(({ method, sequence }) => [method, sequence])).toEqual([
      ['REQUEST', '0'],
      ['CANCEL', '1'],
      ['CANCEL', '1'],
    ]);
  });

  it('is for an earlier time, and the invitation goes out again, three times a day at most', async () => {
    const invited = await invite();
    await study.move(invited);
    const sentBefore = (await study.letters({ calendarUid: invited.uid })).at(-1)!;
    for (let n = 1; n <= 5; n++) {
      const stampedAt = minutes(study.app.clock.at, n);
      expect(await study.effectOf(answerTo(invited, { sequence: 0, stampedAt }))).toMatchObject({
        outcome: 'for-an-earlier-time',
        waits: false,
        appointment: invited.appointment,
        participant: invited.respondent.id,
        changes: {
          incoming_message: 1,
          ...(n <= 3 ? { invitation: 1, outbox_message: 1 } : {}),
        },
      });
    }
    const letters = await study.letters({ calendarUid: invited.uid });
    const again = letters.slice(-3).map(calendarOf);
    const first = calendarOf(sentBefore);
    expect(letters.at(-4)).toEqual(sentBefore);
    for (const sent of again)
      expect(sent).toEqual({ ...first, stamp: expect.any(String), partstat: 'NEEDS-ACTION' });
    expect(new Set([first, ...again].map(({ stamp }) => stamp)).size).toBe(4);
    expect((await stands(invited)).answer).toBe('needs-action');
    study.app.clock.pass(24 * 60);
    const nextDay = answerTo(invited, { sequence: 0, stampedAt: study.app.clock.at });
    await study.take(nextDay);
    expect(await study.letters({ calendarUid: invited.uid })).toHaveLength(letters.length + 1);
  });
});
