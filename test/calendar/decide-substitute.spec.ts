import type { RankedAnswer } from '../../src/calendar/itip/decide-answer.js';
import { attendee, counter, decide, els, given, jan, proposal, type Sent } from './given-answer.js';

const toEls = { isSubstitute: (address: string) => address === els };

describe('a substitute', () => {
  const delegated: Sent = { attendees: attendee('DELEGATED', { delegatedTo: [els] }) };
  const delegate = attendee('ACCEPTED', { address: els, delegatedFrom: [jan] });
  /** RFC 5546 section 4.2.5: the substitute's calendar names both. */
  const both: Sent = { from: els, attendees: [...delegate, ...delegated.attendees!] };

  it('is named: the invitee does not come', () => {
    expect(decide(delegated)).toEqual({
      reason: 'substitute-named',
      answer: given('declined'),
      substitute: els,
    });
  });

  it.each([
    ['nobody', []],
    ['the invitee', [jan]],
  ])('is not named when the invitee sends %s', (_, delegatedTo) => {
    expect(decide({ attendees: attendee('DELEGATED', { delegatedTo }) })).toEqual({
      reason: 'answered',
      answer: given('declined'),
    });
  });

  it.each([
    ['alone', { from: els, attendees: delegate }],
    ['in the name of both', both],
  ])('answers %s: after the invitee it counts, before it waits', (_, sent) => {
    expect(decide(sent, toEls)).toEqual({
      reason: 'substitute-answered',
      substituteAnswer: given('accepted'),
    });
    expect(decide(sent)).toEqual({ reason: 'substitute-unannounced' });
  });

  it.each<[string, RankedAnswer, string]>([
    ['the same is known', given('accepted'), 'same-answer'],
    ['an older one does not count', given('declined', 2, '10:00:01'), 'older-answer'],
    ['a newer one does', given('declined', 2, '09:59:59'), 'substitute-answered'],
  ])('answers in an order of their own: %s', (_, lastOfSubstitute, reason) => {
    const decision = decide(both, { ...toEls, lastOfSubstitute, last: given('declined', 2, '11:00:00') });
    expect(decision.reason).toBe(reason);
    expect(decision.answer).toBeUndefined();
  });

  it('does not come to what was cancelled', () => {
    expect(decide(both, { ...toEls, isCancelled: true })).toEqual({
      reason: 'cancelled-since',
      sendAgain: true,
    });
  });

  it('proposes another time', () => {
    expect(decide(counter({ from: els, attendees: attendee('TENTATIVE', { address: els }) }), toEls)).toEqual(
      {
        reason: 'other-time',
        proposal,
        substituteAnswer: given('tentative'),
      },
    );
  });
});
