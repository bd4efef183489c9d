import type { AnswerDecision, RankedAnswer } from '../../src/calendar/itip/decide-answer.js';
import {
  at,
  attendee,
  counter,
  decide,
  els,
  given,
  instant,
  office,
  proposal,
  type Sent,
} from './given-answer.js';

describe('another time', () => {
  it.each<[string, Sent, AnswerDecision]>([
    ['is proposed', counter(), { reason: 'other-time', proposal, answer: given('tentative') }],
    [
      'by who cannot come otherwise',
      counter({ attendees: attendee('DECLINED'), comment: 'Een dag later?' }),
      { reason: 'other-time', proposal, answer: given('declined'), comment: 'Een dag later?' },
    ],
    [
      'without an answer',
      counter({ attendees: attendee('NEEDS-ACTION') }),
      { reason: 'other-time', proposal },
    ],
    ['without an attendee', counter({ attendees: [] }), { reason: 'other-time', proposal }],
    [
      'by the one of several who sent it',
      counter({ attendees: [...attendee('ACCEPTED', { address: els }), ...attendee('TENTATIVE')] }),
      { reason: 'other-time', proposal, answer: given('tentative') },
    ],
    [
      'by the invitee, who lists others only',
      counter({
        attendees: [...attendee('ACCEPTED', { address: els }), ...attendee('ACCEPTED', { address: office })],
      }),
      { reason: 'other-time', proposal },
    ],
    [
      'that has passed',
      counter({ start: instant('2027-01-04T09:00:00Z'), end: instant('2027-01-04T10:00:00Z') }),
      {
        reason: 'other-time-passed',
        answer: given('tentative'),
        proposal: {
          ...proposal,
          start: new Date('2027-01-04T09:00:00Z'),
          end: new Date('2027-01-04T10:00:00Z'),
        },
      },
    ],
    [
      'on a whole day is none',
      counter({ start: { kind: 'day', date: '2027-01-13' } }),
      { reason: 'no-proposed-time' },
    ],
    ['without a start is none', counter({ start: null }), { reason: 'no-proposed-time' }],
    ['for years is none', counter({ end: instant('2199-01-13T10:00:00Z') }), { reason: 'no-proposed-time' }],
    [
      'that is now is an answer only',
      counter({ start: instant('2027-01-05T10:00:30Z'), end: instant('2027-01-05T11:00:30Z') }),
      { reason: 'answered', answer: given('tentative') },
    ],
    [
      'that is now by the date of the mail too',
      counter({ stampedAt: null, date: at('11:00:00'), start: instant('2027-01-05T11:00:30Z'), end: null }),
      { reason: 'answered', answer: given('tentative', 2, '11:00:00') },
    ],
    [
      'that ends before it starts is an answer only',
      counter({ end: instant('2027-01-13T08:00:00Z') }),
      { reason: 'answered', answer: given('tentative') },
    ],
    [
      'that is the time that stands is an answer only',
      counter({ start: instant('2027-01-12T13:00:00Z'), end: instant('2027-01-12T14:00:00Z') }),
      { reason: 'answered', answer: given('tentative') },
    ],
    [
      'that says nothing at all waits for a person',
      counter({ start: instant('2027-01-12T13:00:00Z'), end: null, attendees: attendee('NEEDS-ACTION') }),
      { reason: 'no-answer' },
    ],
  ])('%s', (_, sent, decision) => expect(decide(sent)).toEqual(decision));

  it.each<[string, RankedAnswer, Partial<AnswerDecision>]>([
    [
      'before a reply of their own with the same answer',
      given('tentative', 2, '10:00:01'),
      { reason: 'other-time' },
    ],
    ['at the same second as that reply', given('tentative'), { reason: 'other-time' }],
    ['after it', given('tentative', 2, '09:59:59'), { reason: 'other-time', answer: given('tentative') }],
    ['before they agreed to what stands', given('accepted', 2, '10:00:01'), { reason: 'older-proposal' }],
    [
      'after they agreed to what stands',
      given('accepted', 2, '09:59:59'),
      { reason: 'other-time', answer: given('tentative') },
    ],
  ])('that was written %s', (_, last, { reason, answer }) => {
    const decision = decide(counter(), { last });
    expect([decision.reason, decision.answer]).toEqual([reason, answer]);
    expect(decision.proposal).toEqual(reason === 'other-time' ? proposal : undefined);
  });
});
