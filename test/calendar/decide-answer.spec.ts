import {
  decideAnswer,
  type AnswerDecision,
  type StandingInvitation,
} from '../../src/calendar/itip/decide-answer.js';
import {
  attendee,
  component,
  counter,
  decide,
  els,
  given,
  instant,
  jan,
  office,
  receivedAt,
  standing,
  at,
  type Sent,
} from './given-answer.js';

const toEls = { isSubstitute: (address: string) => address === els };

describe('an answer of the invitee', () => {
  it.each<[string, Sent, AnswerDecision]>([
    ['that they come', {}, { reason: 'answered', answer: given('accepted') }],
    [
      'that they may come',
      { attendees: attendee('TENTATIVE') },
      { reason: 'answered', answer: given('tentative') },
    ],
    [
      'with words',
      { attendees: attendee('DECLINED'), comment: 'Ziek' },
      { reason: 'answered', answer: given('declined'), comment: 'Ziek' },
    ],
    [
      'in other capitals',
      { attendees: attendee('ACCEPTED', { address: 'JAN@Gemeente.example' }) },
      { reason: 'answered', answer: given('accepted') },
    ],
    [
      'without SEQUENCE, which then is 0, before anything moved',
      { sequence: 0 },
      { reason: 'moved-since', sendAgain: true },
    ],
    [
      'to a version since which only words changed',
      { sequence: 1 },
      { reason: 'answered', answer: given('accepted', 1) },
    ],
    [
      'with a SEQUENCE that was never sent',
      { sequence: 2_147_483_647 },
      { reason: 'answered', answer: given('accepted', 2) },
    ],
    [
      'of a clock that is years ahead',
      { stampedAt: new Date('2100-01-01T00:00:00Z') },
      { reason: 'answered', answer: given('accepted', 2, '12:05:00') },
    ],
    [
      'without DTSTAMP: the date of the mail',
      { stampedAt: null, date: at('09:30:00') },
      { reason: 'answered', answer: given('accepted', 2, '09:30:00') },
    ],
    [
      'without DTSTAMP in a mail of the future: its arrival',
      { stampedAt: null, date: new Date('2100-01-01T00:00:00Z') },
      { reason: 'answered', answer: given('accepted', 2, '12:00:00') },
    ],
    [
      'without any date: its arrival',
      { stampedAt: null },
      { reason: 'answered', answer: given('accepted', 2, '12:00:00') },
    ],
    [
      'with an address of theirs in EMAIL',
      { attendees: attendee('ACCEPTED', { address: 'x@imip.example', email: jan }), from: 'n@imip.example' },
      { reason: 'answered', answer: given('accepted') },
    ],
    [
      'as another address of theirs, by their own mail',
      { attendees: attendee('ACCEPTED', { address: 'jan@thuis.example' }) },
      { reason: 'answered', answer: given('accepted') },
    ],
    ['by a mail without a sender', { from: null }, { reason: 'answered', answer: given('accepted') }],
  ])('%s', (_, sent, decision) => expect(decide(sent)).toEqual(decision));

  it.each<[string, Sent, AnswerDecision]>([
    [
      'SENT-BY an assistant',
      { from: office, attendees: attendee('ACCEPTED', { sentBy: office }) },
      { reason: 'answered-on-behalf', answer: given('accepted'), onBehalf: office },
    ],
    [
      'by an assistant, which only the sender tells',
      { from: office },
      { reason: 'answered-on-behalf', answer: given('accepted'), onBehalf: office },
    ],
    [
      'SENT-BY themselves',
      { attendees: attendee('ACCEPTED', { sentBy: jan }) },
      { reason: 'answered', answer: given('accepted') },
    ],
    [
      'by an assistant who is invited too, as SENT-BY tells',
      {
        from: office,
        attendees: [
          ...attendee('ACCEPTED', { sentBy: office }),
          ...attendee('TENTATIVE', { address: office }),
        ],
      },
      { reason: 'answered-on-behalf', answer: given('accepted'), onBehalf: office },
    ],
  ])('on behalf: %s', (_, sent, decision) => expect(decide(sent)).toEqual(decision));

  it.each<[string, Sent, AnswerDecision]>([
    ['no attendee', { attendees: [] }, { reason: 'no-attendee' }],
    ['NEEDS-ACTION', { attendees: attendee('NEEDS-ACTION') }, { reason: 'no-answer-yet' }],
    ['a PARTSTAT that nobody knows', { attendees: attendee('IN-PROCESS') }, { reason: 'no-answer-yet' }],
    ['a PARTSTAT like code', { attendees: attendee('__PROTO__') }, { reason: 'no-answer-yet' }],
    ['no PARTSTAT', { attendees: attendee(null) }, { reason: 'no-answer' }],
    [
      'an error of delivery',
      { attendees: attendee('NEEDS-ACTION'), requestStatus: ['2.0', '5.1'] },
      { reason: 'no-answer' },
    ],
    [
      'an error of their calendar',
      { attendees: attendee('NEEDS-ACTION'), requestStatus: ['3.7'] },
      { reason: 'no-answer' },
    ],
    [
      'success and nothing else',
      { attendees: attendee('NEEDS-ACTION'), requestStatus: ['2.0'] },
      { reason: 'no-answer-yet' },
    ],
    ['a forged sender', { authentication: 'fail' }, { reason: 'forged-sender' }],
  ])('changes nothing with %s', (_, sent, decision) => expect(decide(sent)).toEqual(decision));

  it('counts whatever REQUEST-STATUS says beside it', () => {
    expect(decide({ requestStatus: ['3.1', '5.1'] })).toEqual({
      reason: 'answered',
      answer: given('accepted'),
    });
  });

  it('is that to the whole appointment, where parts of it are answered too', () => {
    const components = [
      component({ recurrenceId: instant('2027-01-12T13:00:00Z'), attendees: attendee('DECLINED') }),
      component(),
    ];
    const mail = { from: { name: '', address: jan }, date: null, authentication: 'unknown' } as const;
    const question = { mail, method: 'REPLY', components, standing: standing(), receivedAt } as const;
    expect(decideAnswer(question)).toEqual({ reason: 'answered', answer: given('accepted') });
  });
});

describe('an answer about something that is no longer so', () => {
  it.each<[string, Sent, Partial<StandingInvitation>, AnswerDecision]>([
    ['an earlier time', { sequence: 0 }, {}, { reason: 'moved-since', sendAgain: true }],
    [
      'an earlier time, with words',
      { sequence: 0, comment: 'Tot dan', attendees: attendee('DECLINED') },
      {},
      { reason: 'moved-since', comment: 'Tot dan', sendAgain: true },
    ],
    ['a cancelled appointment', {}, { isCancelled: true }, { reason: 'cancelled-since', sendAgain: true }],
    [
      'a cancelled appointment, to which they would not come anyway',
      { attendees: attendee('DECLINED') },
      { isCancelled: true },
      { reason: 'cancelled-since', sendAgain: false },
    ],
    [
      'another time for an earlier time',
      counter({ sequence: 0 }),
      {},
      { reason: 'moved-since', sendAgain: true },
    ],
    [
      'another time after all was off',
      counter(),
      { isCancelled: true },
      { reason: 'cancelled-since', sendAgain: true },
    ],
    [
      'an earlier time, of a substitute',
      { sequence: 0, from: els, attendees: attendee('ACCEPTED', { address: els }) },
      toEls,
      { reason: 'moved-since', sendAgain: true },
    ],
    [
      'an earlier time, which a later answer has overtaken',
      { sequence: 0 },
      { last: given('declined', 2, '09:00:00') },
      { reason: 'older-answer' },
    ],
  ])('%s', (_, sent, stands, decision) => expect(decide(sent, stands)).toEqual(decision));
});

describe('an answer of somebody else', () => {
  it.each<[string, Sent, AnswerDecision]>([
    [
      'a stranger',
      { from: els, attendees: attendee('ACCEPTED', { address: els }) },
      { reason: 'not-invited' },
    ],
    [
      'somebody who may be the invitee',
      { from: els, attendees: attendee('ACCEPTED', { address: 'j@gemeente.example' }) },
      { reason: 'resembles-invitee' },
    ],
    [
      'a stranger whose mail may be the invitee’s',
      { from: 'j@gemeente.example', attendees: attendee('ACCEPTED', { address: els }) },
      { reason: 'resembles-invitee' },
    ],
    [
      'a stranger beside the invitee',
      { from: els, attendees: [...attendee('ACCEPTED'), ...attendee('DECLINED', { address: els })] },
      { reason: 'not-invited' },
    ],
    [
      'a stranger who writes EMAIL of their own beside the invitee',
      {
        from: els,
        attendees: [
          ...attendee('ACCEPTED'),
          ...attendee('DECLINED', { address: 'x@imip.example', email: els }),
        ],
      },
      { reason: 'not-invited' },
    ],
    [
      'another time of a stranger who lists the invitee',
      counter({
        from: els,
        attendees: [...attendee('ACCEPTED'), ...attendee('TENTATIVE', { address: 'a@b.example' })],
      }),
      { reason: 'not-invited' },
    ],
    ['another time of a stranger', counter({ from: els, attendees: [] }), { reason: 'not-invited' }],
    [
      'a substitute whom nobody named',
      { from: els, attendees: attendee('ACCEPTED', { address: els, delegatedFrom: [jan] }) },
      { reason: 'substitute-unannounced' },
    ],
  ])('changes nobody: %s', (_, sent, decision) => expect(decide(sent)).toEqual(decision));

  it('beside the invitee does not take the place of who wrote it', () => {
    const attendees = [...attendee('ACCEPTED', { address: els }), ...attendee('DECLINED')];
    expect(decide({ attendees })).toEqual({ reason: 'answered', answer: given('declined') });
  });
});
