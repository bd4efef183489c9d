import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readIncomingMail } from '../../src/calendar/itip/read-incoming-mail.js';
import type { OutcomeReason } from '../../src/calendar/itip/mail-outcome.js';
import { MailReceiver } from '../../src/inbox/mail-receiver.service.js';
import { reasonTexts } from '../../templates/pages/inbox/reason.texts.js';
import { mutate } from '../calendar/mime-mutations.js';
import { sampleMessages } from '../calendar/sample-messages.js';
import { stateOf, unnamedChanges, type InboxState, type Told } from '../support/inbox-state.js';
import { InboxStudy, type Invited, type Received } from '../support/inbox-study.js';

const byTheReceiver = 10_000;
const overHttp = 300;
/** Taken in side by side, then looked at together. */
const batch = 10;
const warmUp = 500;
const longestMs = 1_000;
const mostGrowth = 16 * 1024 ** 2;
const dayMs = 24 * 3_600_000;

const reasons = new Map(
  Object.entries(reasonTexts.nl).map(([reason, text]) => [text, reason as OutcomeReason]),
);

/** Bytes in use once everything that can go has gone. */
async function heapInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await new Promise((resolve) => setTimeout(resolve, 100));
  collect();
  return process.memoryUsage().heapUsed;
}

describe('damaged messages about the invitations of a study', () => {
  let study: InboxStudy;
  let corpus: readonly Buffer[];
  let state: InboxState;
  const invited: Invited[] = [];
  const ids = new Map<string, string>();
  const outcomes = new Map<string, number>();
  const heap: number[] = [];
  const faults: string[] = [];

  /** The invitation that the mail itself names; for an answer its invitee must have had a part in it. */
  const namedBy = async (raw: Buffer): Promise<string | undefined> => {
    const { from, content } = await readIncomingMail(raw);
    if (content.kind !== 'calendar') return undefined;
    const one = invited.find(({ uid }) => uid === content.components[0]!.uid);
    const attendees = content.components.flatMap((component) => component.attendees);
    const people = [from?.address, ...attendees.flatMap(({ address, email }) => [address, email])];
    const isTheirs = content.method === 'REFRESH' || (one && people.includes(one.respondent.address));
    return one && isTheirs ? ids.get(one.uid) : undefined;
  };

  /** Holds what changed against what was told. */
  const check = async (seeds: string, told: readonly Told[]) => {
    for (const { outcome } of told) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const before = state;
    state = await stateOf(study);
    const changes = await unnamedChanges([before, state], told, namedBy);
    const reasonsTold = told.map(({ reason }) => reason).join(', ');
    if (changes.length > 0) faults.push(`${seeds} (${reasonsTold}): ${changes.join(', ')}`);
  };

  const take = async (seed: number): Promise<Told[]> => {
    const raw = mutate(seed, corpus);
    const begun = performance.now();
    try {
      const { outcome, reason } = await study.app.get(MailReceiver).take(raw);
      const took = performance.now() - begun;
      // A busy machine stands still at times: what took long is tried again.
      if (took > longestMs && (await takesLong(raw))) faults.push(`${seed} took ${took} ms`);
      return [{ outcome, reason, raw }];
    } catch (error) {
      faults.push(`${seed} threw ${String(error)}`);
      return [];
    }
  };

  const takeBatch = async (first: number) => {
    const seeds = Array.from({ length: batch }, (_, n) => first + n);
    await check(`${first}-${first + batch - 1}`, (await Promise.all(seeds.map(take))).flat());
  };

  /** So that answers count again, and not only the first ones. */
  const forgetAnswers = async () => {
    await study.em().execute(
      `update invitation set answer = 'needs-action', last_answer = null, answer_sequence = null,
         answer_stamped_at = null, answered_at = null, answered_by = null, sent_again = 0`,
    );
    state = await stateOf(study);
  };

  const takesLong = async (raw: Buffer) => {
    const begun = performance.now();
    await readIncomingMail(raw);
    return performance.now() - begun > longestMs / 2;
  };

  beforeAll(async () => {
    study = await InboxStudy.start(12, { after: 2 * dayMs });
    for (let n = 0; n < 12; n++) invited.push(await study.invite(n));
    await study.move(invited[0]!);
    await study.move(invited[1]!);
    await study.api('POST', `/appointments/${invited[2]!.appointment}/cancel`, {});
    await study.untilSent();
    for (const { uid } of invited) ids.set(uid, (await study.invitation(uid)).id);
    corpus = invited.flatMap(({ uid, start, end, respondent }) => {
      const about = { uid, start, end, attendee: respondent.address };
      const given = { ...about, organizer: 'planning@localhost', sequence: 0 };
      return Object.values(sampleMessages).map((sample) => sample(given));
    });
    state = await stateOf(study);
  });
  afterAll(() => study.stop());

  it(`never change more than is told: ${byTheReceiver} taken in`, async () => {
    for (let seed = 0; seed < byTheReceiver; seed += batch) {
      if (seed === warmUp || seed === byTheReceiver / 2) heap.push(await heapInUse());
      if (seed % warmUp === 0) await forgetAnswers();
      await takeBatch(seed);
    }
    heap.push(await heapInUse());
    expect(faults).toEqual([]);
  }, 600_000);

  it('leave the memory as it was', () => {
    const [start, middle, end] = heap;
    expect(middle! - start!).toBeLessThan(mostGrowth);
    expect(end! - middle!).toBeLessThan(mostGrowth / 2);
  });

  it('come to everything that mail can come to', () => {
    expect([...outcomes.keys()].toSorted()).toEqual([
      'applied',
      'bounce',
      'duplicate',
      'for-an-earlier-time',
      'from-another-address',
      'ignored',
      'proposal',
      'stale',
      'stranger',
      'unreadable',
    ]);
  });

  it(`never change more than is told: ${overHttp} over HTTP`, async () => {
    for (let seed = byTheReceiver; seed < byTheReceiver + overHttp; seed++) {
      const raw = mutate(seed, corpus);
      const response = await study.hand(raw);
      expect([seed, response.statusCode]).toEqual([seed, 200]);
      const { outcome, reason } = response.json<Received>();
      await check(`${seed}`, [{ outcome, reason: reasons.get(reason)!, raw }]);
    }
    expect(faults).toEqual([]);
  });

  it('leave pages that open', async () => {
    for (const role of ['owner', 'coordinator'] as const)
      for (const page of ['', '/inbox', '/outbox'])
        expect((await study.app.page(role, `/studies/STP${page}`)).statusCode).toBe(200);
  });

  it('leave an answer of each invitee that one of them could have given', async () => {
    const broken = await study.rows(
      `select 1 from invitation where answer <> 'needs-action' and (answer_sequence > sequence
         or answer_stamped_at > ?::timestamptz + interval '5 minutes' or answered_by <> 'calendar')`,
      [study.app.clock.at],
    );
    expect(broken).toEqual([]);
  });
});
