import { MINUTE } from '../../kernel/time/zone.js';
import type { IncomingMail, MailPerson, ReplyAttendee, ReplyComponent } from './incoming-mail.js';
import type { OutcomeReason } from './mail-outcome.js';
import { readProposal, type ProposedTime } from './read-proposal.js';

/** An answer that says something; what a calendar writes as DELEGATED counts as a refusal of the one invited. */
export type GivenAnswer = 'accepted' | 'tentative' | 'declined';

/** An answer with its place in the order of answers: SEQUENCE first, then DTSTAMP, never arrival (RFC 5546 section 2.1.5). */
export interface RankedAnswer {
  readonly answer: GivenAnswer;
  /** Never above what was sent, so that a client's wrong number blocks no later answer. */
  readonly sequence: number;
  /** Never more than five minutes after arrival, so that a wrong clock blocks no later answer. */
  readonly stampedAt: Date;
}

/** An invitation as it stands when a mail about it comes in. */
export interface StandingInvitation {
  readonly sequence: number;
  /** SEQUENCE of the last change that made earlier answers void. */
  readonly significantSequence: number;
  readonly isCancelled: boolean;
  /** What the invitee's calendar answered last; null when it did not yet. */
  readonly last: RankedAnswer | null;
  readonly start: Date;
  readonly end: Date;
  /** IANA; what a time without a zone is read in. */
  readonly zone: string;
  /** Whether the address is the invitee's: the one written to, or one that a person recognised before. */
  readonly owns: (address: string) => boolean;
  /** Whether the invitee named this address as their substitute. */
  readonly isSubstitute: (address: string) => boolean;
  /** Whether name or address look like the invitee's, as far as that can be seen. */
  readonly resembles: (person: MailPerson) => boolean;
}

export interface AnswerQuestion {
  readonly mail: Pick<IncomingMail, 'from' | 'date' | 'authentication'>;
  readonly method: 'REPLY' | 'COUNTER';
  readonly components: readonly ReplyComponent[];
  readonly standing: StandingInvitation;
  readonly receivedAt: Date;
}

/** What an answer comes to, and what is to change. Nothing but what is named here may change. */
export interface AnswerDecision {
  readonly reason: OutcomeReason;
  readonly answer?: RankedAnswer;
  readonly comment?: string;
  /** Bare address of who answered for the invitee. */
  readonly onBehalf?: string;
  /** Bare address of the substitute that the invitee named. */
  readonly substitute?: string;
  /** What the substitute that the invitee named before answers. */
  readonly substituteAnswer?: GivenAnswer;
  readonly proposal?: ProposedTime;
  /** The current invitation, or its cancellation, should go out once more. */
  readonly sendAgain?: boolean;
}

const FUTURE = 5 * MINUTE;
const answers: Readonly<Record<string, GivenAnswer>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
  DELEGATED: 'declined',
};

/**
 * Decides what a REPLY or COUNTER means for the one invitation that its UID names (RFC 5546 sections 3.2.3 and 3.2.7).
 * Changes an answer only when the invitee is named or wrote; never for somebody else, whatever the mail claims.
 */
export function decideAnswer(question: AnswerQuestion): AnswerDecision {
  const { mail, components, standing } = question;
  if (mail.authentication === 'fail') return { reason: 'forged-sender' };
  const component = components.find(({ recurrenceId }) => recurrenceId === null) ?? components[0];
  if (!component || (component.attendees.length === 0 && question.method === 'REPLY'))
    return { reason: 'no-attendee' };
  const attendee = attendeeOf(component, question);
  if (attendee === undefined) return notTheInvitee(component, question);
  const answer = rank(component, attendee, question);
  const told = { ...wordsOf(component), ...roleOf(attendee, mail.from, standing) };
  return question.method === 'COUNTER'
    ? decideCounter(component, { answer, told }, question)
    : decideReply(component, { answer, told, attendee }, question);
}

interface Told {
  readonly comment?: string;
  readonly onBehalf?: string;
  readonly substitute?: string;
}

/** The line that is the invitee's: by its address, or because the invitee's own address sent it. Null: they wrote, and it has none. */
function attendeeOf(
  { attendees }: ReplyComponent,
  { mail, standing, method }: AnswerQuestion,
): ReplyAttendee | null | undefined {
  const own = attendees.find(
    ({ address, email }) => standing.owns(address) || (email && standing.owns(email)),
  );
  if (own) return own;
  if (!mail.from || !standing.owns(mail.from.address)) return undefined;
  // A proposal may list everybody who was invited; whoever sent it is the one who proposes.
  return attendees.length === 1 || method === 'REPLY' ? attendees[0] : null;
}

function notTheInvitee({ attendees }: ReplyComponent, { mail, standing }: AnswerQuestion): AnswerDecision {
  const people = [
    ...attendees.map(({ name, address }) => ({ name: name ?? '', address })),
    mail.from ?? [],
  ].flat();
  const substitute = attendees.find(({ address }) => standing.isSubstitute(address));
  const substituteAnswer = substitute && answers[substitute.partstat ?? ''];
  if (substituteAnswer) return { reason: 'substitute-answered', substituteAnswer };
  const claims = attendees.some(({ delegatedFrom }) => delegatedFrom.some(standing.owns));
  if (claims) return { reason: 'substitute-unannounced' };
  return { reason: people.some(standing.resembles) ? 'resembles-invitee' : 'not-invited' };
}

function decideReply(
  { sequence, requestStatus }: ReplyComponent,
  { answer, told, attendee }: { answer: RankedAnswer | null; told: Told; attendee: ReplyAttendee | null },
  { standing }: AnswerQuestion,
): AnswerDecision {
  if (!answer) {
    const failed = requestStatus.some((code) => /^[345]/.test(code));
    return { reason: attendee?.partstat && !failed ? 'no-answer-yet' : 'no-answer' };
  }
  const order = orderOf(answer, standing.last);
  if (order !== 'newer') return { reason: order };
  const outdated = outdatedBy(sequence, standing);
  if (outdated)
    return { reason: outdated, ...told, sendAgain: answer.answer !== 'declined' || !standing.isCancelled };
  const reason = told.substitute ? 'substitute-named' : told.onBehalf ? 'answered-on-behalf' : 'answered';
  return { reason, answer, ...told };
}

function decideCounter(
  component: ReplyComponent,
  { answer, told }: { answer: RankedAnswer | null; told: Told },
  question: AnswerQuestion,
): AnswerDecision {
  const { standing, receivedAt } = question;
  const proposal = readProposal(component, standing);
  if (proposal === 'none') return { reason: 'no-proposed-time', ...told };
  if (proposal === 'unchanged' || proposal === 'no-proposal')
    return decideReply(component, { answer, told, attendee: null }, question);
  const outdated = outdatedBy(component.sequence, standing);
  if (outdated) return { reason: outdated, ...told, sendAgain: true };
  // The same answer may have come in a reply of its own just before: only an older one makes the proposal old.
  const order = answer ? orderOf(answer, standing.last) : 'newer';
  if (order === 'older-answer') return { reason: 'older-proposal' };
  const passed = proposal.start <= receivedAt;
  return {
    reason: passed ? 'other-time-passed' : 'other-time',
    proposal,
    ...told,
    ...(answer && order === 'newer' && { answer }),
  };
}

/** Where an answer stands against the last one of the same person (RFC 5546 section 2.1.5). */
function orderOf(answer: RankedAnswer, last: RankedAnswer | null): 'newer' | 'older-answer' | 'same-answer' {
  if (!last) return 'newer';
  const distance = answer.sequence - last.sequence || answer.stampedAt.getTime() - last.stampedAt.getTime();
  if (distance < 0) return 'older-answer';
  return distance === 0 && answer.answer === last.answer ? 'same-answer' : 'newer';
}

function outdatedBy(
  sequence: number,
  { isCancelled, significantSequence }: StandingInvitation,
): 'cancelled-since' | 'moved-since' | null {
  if (isCancelled) return 'cancelled-since';
  return sequence < significantSequence ? 'moved-since' : null;
}

function rank(
  { sequence, stampedAt }: ReplyComponent,
  attendee: ReplyAttendee | null,
  { mail, standing, receivedAt }: AnswerQuestion,
): RankedAnswer | null {
  const answer = answers[attendee?.partstat ?? ''];
  if (!answer) return null;
  // A stamp is compared with stamps of the same person only: two clocks never agree.
  const stated = stampedAt ?? earlier(mail.date ?? receivedAt, receivedAt);
  const latest = new Date(receivedAt.getTime() + FUTURE);
  return { answer, sequence: Math.min(sequence, standing.sequence), stampedAt: earlier(stated, latest) };
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

const wordsOf = ({ comment }: ReplyComponent): Told => (comment ? { comment } : {});

/** Who answered for the invitee, and whom the invitee sends instead. */
function roleOf(attendee: ReplyAttendee | null, from: MailPerson | null, { owns }: StandingInvitation): Told {
  const sentBy = attendee?.sentBy ?? (from && attendee && owns(attendee.address) ? from.address : null);
  const [substitute] = attendee?.partstat === 'DELEGATED' ? attendee.delegatedTo : [];
  return {
    ...(sentBy && !owns(sentBy) && { onBehalf: sentBy }),
    ...(substitute && { substitute }),
  };
}
