import { rawAnswer, rawWords, type RawAnswer } from '../calendar/raw-answer.js';
import { randomness, oneOf } from '../calendar/mutation.js';
import { calendarOf, InboxStudy, type Invited, type Received } from '../support/inbox-study.js';

const hourMs = 3_600_000;
const begun = new Date('2027-01-04T08:00:00Z').getTime();

describe('mail that comes in at one moment', () => {
  let study: InboxStudy;
  let next = 0;

  beforeAll(async () => {
    study = await InboxStudy.start(8);
  });
  afterAll(() => study.stop());

  const invite = () => study.invite(next++);
  const answerTo = ({ uid, respondent }: Invited, more: Partial<RawAnswer> = {}) =>
    rawAnswer({ uid, attendee: respondent.address, ...more });
  const outcomesOf = async (handed: readonly ReturnType<InboxStudy['hand']>[]) => {
    const responses = await Promise.all(handed);
    expect(responses.filter(({ statusCode }) => statusCode !== 200).map(({ body }) => body)).toEqual([]);
    const outcomes = responses.map((response) => response.json<Received>().outcome);
    return Object.fromEntries(
      [...Map.groupBy(outcomes, (one) => one)].map(([one, all]) => [one, all.length]),
    );
  };

  it.each([
    ['an answer', 'applied', (invited: Invited) => answerTo(invited, { partstat: 'DECLINED' })],
    [
      'another time',
      'proposal',
      (invited: Invited) =>
        answerTo(invited, { method: 'COUNTER', start: new Date(invited.start.getTime() + 24 * hourMs) }),
    ],
    [
      'a question for the invitation',
      'applied',
      (invited: Invited) => answerTo(invited, { method: 'REFRESH' }),
    ],
    ['words', 'unreadable', ({ respondent }: Invited) => rawWords({ from: respondent.address })],
  ])('fifty times the same, counts once: %s', async (_, outcome, rawOf) => {
    const invited = await invite();
    const raw = rawOf(invited);
    const before = await study.digests();
    const handed = Array.from({ length: 50 }, () => study.hand(raw));
    expect(await outcomesOf(handed)).toEqual({ [outcome]: 1, duplicate: 49 });
    const changes = await study.changesSince(before);
    expect(changes.incoming_message).toBe(1);
    expect(changes.outbox_message ?? 0).toBeLessThanOrEqual(1);
    expect(changes.ledger_entry ?? 0).toBeLessThanOrEqual(1);
  });

  it('also when half of it is only tried', async () => {
    const raw = answerTo(await invite());
    const before = await study.digests();
    const handed = Array.from({ length: 40 }, (_, n) =>
      study.hand(raw, { query: n % 2 ? '?dryRun=true' : '' }),
    );
    const { applied = 0, duplicate = 0 } = await outcomesOf(handed);
    expect(applied + duplicate).toBe(40);
    expect(applied).toBeGreaterThan(0);
    expect(await study.changesSince(before)).toEqual({ incoming_message: 1, invitation: 1, ledger_entry: 1 });
  });

  it('as different answers of one person ends as the last of them', async () => {
    const invited = await invite();
    const random = randomness(7);
    const answers = Array.from({ length: 40 }, (_, n) => ({
      partstat: n === 23 ? 'DECLINED' : oneOf(['ACCEPTED', 'TENTATIVE'], random),
      stampedAt: new Date(begun + (n === 23 ? 1000 : n) * 1000),
    }));
    await outcomesOf(answers.map((answer) => study.hand(answerTo(invited, answer))));
    const { answer, answerStampedAt } = await study.invitation(invited.uid);
    expect([answer, answerStampedAt]).toEqual(['declined', new Date(begun + 1_000_000)]);
  });

  describe('for one appointment, while it is moved and cancelled', () => {
    const random = randomness(20270104);
    let invited: Invited;
    const statuses: { readonly what: string; readonly status: number; readonly body: string }[] = [];

    const act = async (what: string, work: Promise<{ statusCode: number; body: string }>) => {
      const { statusCode: status, body } = await work;
      statuses.push({ what, status, body });
    };
    const mail = (n: number) => {
      const isInterviewer = random(4) === 0;
      const later = new Date(invited.start.getTime() + (1 + random(3)) * hourMs);
      const method = oneOf(['REPLY', 'REPLY', 'REPLY', 'COUNTER', 'REFRESH'] as const, random);
      const raw = rawAnswer({
        uid: isInterviewer ? invited.interviewerUid : invited.uid,
        attendee: isInterviewer
          ? interviewer
          : random(6) === 0
            ? `alias${n}@thuis.example`
            : invited.respondent.address,
        method,
        partstat: oneOf(['ACCEPTED', 'TENTATIVE', 'DECLINED'], random),
        sequence: random(8),
        stampedAt: new Date(begun + random(3000) * 1000),
        sentAt: new Date(begun + n * 1000),
        ...(method === 'COUNTER' && { start: later }),
      });
      return act('mail', study.hand(raw));
    };
    const settle = async () => {
      const waiting = await study.rows<{ id: string }>(
        `select id from incoming_message where subject_id = ? and status = 'waiting'`,
        [invited.appointment],
      );
      const step = oneOf(['accept', 'refuse', 'recognise', 'dismiss'], random);
      if (waiting.length > 0)
        await act(step, study.settle(oneOf(waiting, random).id, step, { regardless: 'yes' }));
    };
    const move = () => {
      const start = new Date(invited.start.getTime() + random(20) * 24 * hourMs).toISOString();
      return act(
        'move',
        study.api('POST', `/appointments/${invited.appointment}/move`, { start, outsideRules: true }),
      );
    };
    let interviewer: string;

    beforeAll(async () => {
      invited = await invite();
      const [row] = await study.rows<{ email: string }>(`select email from account where id = ?`, [
        invited.interviewer,
      ]);
      interviewer = row!.email;
      for (let round = 0; round < 6; round++) {
        const mails = Array.from({ length: 24 }, (_, n) => mail(round * 100 + n));
        await Promise.all([...mails, move(), settle(), move(), settle(), settle(), settle()]);
      }
      const cancel = act('cancel', study.api('POST', `/appointments/${invited.appointment}/cancel`, {}));
      await Promise.all([
        ...Array.from({ length: 16 }, (_, n) => mail(900 + n)),
        cancel,
        settle(),
        move(),
        settle(),
      ]);
      await study.untilSent();
    }, 120_000);

    it('is taken in without any fault, and some of everything is done', () => {
      expect(statuses.filter(({ status }) => status >= 500)).toEqual([]);
      expect(statuses.filter(({ what, status }) => what === 'mail' && status !== 200)).toEqual([]);
      const done = Map.groupBy(
        statuses.filter(({ status }) => status < 400),
        ({ what }) => what,
      );
      for (const what of ['mail', 'move', 'cancel', 'accept', 'dismiss'])
        expect([...done.keys()]).toContain(what);
    });

    it('leaves answers to what stands only, in the order of their calendars', async () => {
      for (const uid of [invited.uid, invited.interviewerUid]) {
        const { answer, answerSequence, significantSequence, lastAnswer, cancelledAt } =
          await study.invitation(uid);
        expect(cancelledAt).not.toBeNull();
        if (answer === 'needs-action') continue;
        expect(answer).toBe(lastAnswer);
        // Cancelling raised it by one more.
        expect(answerSequence).toBeGreaterThanOrEqual(significantSequence - 1);
      }
    });

    it('leaves nobody’s time taken, and calendars that end with the cancellation', async () => {
      expect(
        await study.rows(`select 1 from reservation where subject_id = ?`, [invited.appointment]),
      ).toEqual([]);
      for (const uid of [invited.uid, invited.interviewerUid]) {
        const sent = (await study.letters({ calendarUid: uid })).map(calendarOf);
        const ordered = sent.filter(({ method }) => method !== 'DECLINECOUNTER');
        const sequences = ordered.map(({ sequence }) => Number(sequence));
        expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
        expect(ordered.at(-1)!.method).toBe('CANCEL');
        expect(sequences.at(-1)).toBe((await study.invitation(uid)).sequence);
      }
    });

    it('keeps every mail once, and one proposal of a person at most', async () => {
      const [kept] = await study.rows<{ all: number; unfinished: number }>(
        `select count(*)::int as all, count(*) filter (where reason = '' or raw is null)::int as unfinished
         from incoming_message where subject_id = ?`,
        [invited.appointment],
      );
      expect(kept).toEqual({ all: 6 * 24 + 16, unfinished: 0 });
      expect(
        await study.rows(
          `select invitation_id from incoming_message where status = 'waiting' and proposed_start is not null
           group by 1 having count(*) > 1`,
        ),
      ).toEqual([]);
    });
  });
});
