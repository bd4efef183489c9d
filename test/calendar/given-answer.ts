import {
  decideAnswer,
  type AnswerDecision,
  type AnswerQuestion,
  type RankedAnswer,
  type StandingInvitation,
} from '../../src/calendar/itip/decide-answer.js';
import type { CalendarTime, ReplyAttendee, ReplyComponent } from '../../src/calendar/itip/incoming-mail.js';
import { sameAddress } from '../../src/calendar/itip/mail-address.js';

/** Who is invited, a stranger, and a colleague of the first. */
export const jan = 'jan@gemeente.example';
export const els = 'els@elders.example';
export const office = 'secretariaat@gemeente.example';
export const receivedAt = new Date('2027-01-05T12:00:00Z');
export const at = (time: string) => new Date(`2027-01-05T${time}Z`);
export const instant = (time: string): CalendarTime => ({ kind: 'instant', at: new Date(time) });

export const standing = (changes: Partial<StandingInvitation> = {}): StandingInvitation => ({
  sequence: 2,
  significantSequence: 1,
  isCancelled: false,
  last: null,
  lastOfSubstitute: null,
  start: new Date('2027-01-12T13:00:00Z'),
  end: new Date('2027-01-12T14:00:00Z'),
  zone: 'Europe/Amsterdam',
  owns: (address) => sameAddress(address, jan),
  isSubstitute: () => false,
  resembles: ({ address }) => address.endsWith('@gemeente.example'),
  ...changes,
});

export const attendee = (
  partstat: string | null,
  changes: Partial<ReplyAttendee> = {},
): readonly ReplyAttendee[] => [
  {
    address: jan,
    email: null,
    name: null,
    partstat,
    sentBy: null,
    delegatedTo: [],
    delegatedFrom: [],
    ...changes,
  },
];

export const component = (changes: Partial<ReplyComponent> = {}): ReplyComponent => ({
  uid: 'u',
  recurrenceId: null,
  sequence: 2,
  stampedAt: at('10:00:00'),
  organizer: null,
  attendees: attendee('ACCEPTED'),
  start: null,
  end: null,
  comment: null,
  requestStatus: [],
  ...changes,
});

/** What differs from a plain ACCEPTED of the invitee. */
export interface Sent extends Partial<ReplyComponent> {
  readonly method?: 'REPLY' | 'COUNTER';
  readonly from?: string | null;
  readonly date?: Date | null;
  readonly authentication?: AnswerQuestion['mail']['authentication'];
  readonly receivedAt?: Date;
}

/** What an answer to the standing invitation comes to. */
export function decide(
  { method = 'REPLY', from = jan, date = null, authentication = 'unknown', ...sent }: Sent,
  stands: Partial<StandingInvitation> = {},
): AnswerDecision {
  const { receivedAt: arrival = receivedAt, ...changes } = sent;
  return decideAnswer({
    mail: { from: from === null ? null : { name: '', address: from }, date, authentication },
    method,
    components: [component(changes)],
    standing: standing(stands),
    receivedAt: arrival,
  });
}

export const given = (answer: RankedAnswer['answer'], sequence = 2, time = '10:00:00'): RankedAnswer => ({
  answer,
  sequence,
  stampedAt: at(time),
});
export const counter = (changes: Sent = {}): Sent => ({
  method: 'COUNTER',
  start: instant('2027-01-13T09:00:00Z'),
  end: instant('2027-01-13T10:00:00Z'),
  attendees: attendee('TENTATIVE'),
  ...changes,
});
export const proposal = {
  start: new Date('2027-01-13T09:00:00Z'),
  end: new Date('2027-01-13T10:00:00Z'),
  sequence: 2,
  stampedAt: at('10:00:00'),
};
