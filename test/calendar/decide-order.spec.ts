import * as fc from 'fast-check';
import type { RankedAnswer, StandingInvitation } from '../../src/calendar/itip/decide-answer.js';
import { at, attendee, counter, decide, given, receivedAt, type Sent } from './given-answer.js';

describe('an answer after another', () => {
  it.each<[string, Sent, RankedAnswer, string]>([
    [
      'a lower SEQUENCE is older',
      { sequence: 1, stampedAt: at('11:00:00') },
      given('declined'),
      'older-answer',
    ],
    ['a higher one is newer', { stampedAt: at('08:00:00') }, given('declined', 1), 'answered'],
    ['an earlier DTSTAMP is older', { stampedAt: at('09:59:59') }, given('declined'), 'older-answer'],
    ['a later one is newer', { stampedAt: at('10:00:01') }, given('declined'), 'answered'],
    ['the same again is known', {}, given('accepted'), 'same-answer'],
    ['another one of the same second counts as it arrives', {}, given('declined'), 'answered'],
    [
      'one of a wrong number is newer by its DTSTAMP',
      { sequence: 99, stampedAt: at('10:00:01') },
      given('declined'),
      'answered',
    ],
  ])('%s', (_, sent, last, reason) => expect(decide(sent, { last }).reason).toBe(reason));
});

/** What remains of answers that arrive in this order. */
function endOf(replies: readonly Sent[], stands: Partial<StandingInvitation> = {}) {
  let last: RankedAnswer | null = null;
  for (const reply of replies) last = decide(reply, { ...stands, last }).answer ?? last;
  return last;
}

const second = (n: number) => new Date(at('10:00:00').getTime() + n * 1000);
const anyReply = fc.record({
  sequence: fc.integer({ min: 0, max: 4 }),
  second: fc.integer({ min: -5, max: 5 }),
  partstat: fc.constantFrom('ACCEPTED', 'TENTATIVE', 'DECLINED', 'DELEGATED', 'NEEDS-ACTION'),
  method: fc.constantFrom('REPLY' as const, 'COUNTER' as const),
});

describe('answers of one person', () => {
  it.each([
    ['by DTSTAMP', { stampedAt: at('10:00:00') }, { stampedAt: at('10:00:01') }],
    ['by SEQUENCE', { sequence: 1, stampedAt: at('11:00:00') }, { sequence: 2 }],
  ])('end the same in both orders %s', (_, first, second) => {
    const replies = [first, { ...second, attendees: attendee('DECLINED') }];
    expect(endOf(replies)).toEqual(endOf(replies.toReversed()));
    expect(endOf(replies)?.answer).toBe('declined');
  });

  // Two of the same second have no order but that of their arrival, so there are none of these.
  it('end the same in every order of arrival', () => {
    const one = fc
      .uniqueArray(anyReply, {
        selector: ({ sequence, second }) => `${Math.min(sequence, 2)} ${second}`,
        maxLength: 8,
      })
      .chain((replies) =>
        fc.tuple(
          fc.constant(replies),
          fc.shuffledSubarray(replies, { minLength: replies.length, maxLength: replies.length }),
        ),
      );
    fc.assert(
      fc.property(one, ([replies, shuffled]) => {
        const sent = (list: typeof replies) =>
          list.map(({ sequence, second: n, partstat, method }) => ({
            ...(method === 'COUNTER' ? counter() : {}),
            sequence,
            stampedAt: second(n),
            attendees: attendee(partstat),
          }));
        expect(endOf(sent(shuffled))).toEqual(endOf(sent(replies)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are never held up for more than five minutes by a wrong clock', () => {
    const wrong = { stampedAt: new Date('2100-01-01T00:00:00Z') };
    const later = new Date(receivedAt.getTime() + 6 * 60_000);
    const right = { stampedAt: later, receivedAt: later, attendees: attendee('DECLINED') };
    expect(endOf([wrong, right])?.answer).toBe('declined');
  });
});
