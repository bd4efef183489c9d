import { compareRank, latestStamp, type Rank } from './answer-rank.js';
import type { IncomingMail, MailPerson, ReplyAttendee, ReplyComponent } from './incoming-mail.js';
import { sameAddress } from './mail-address.js';
import type { OutcomeReason } from './mail-outcome.js';
import { readProposal, type ProposedTime } from './read-proposal.js';

/** An answer that says something; what a calendar writes as DELEGATED counts as a refusal of the one invited. */
export type GivenAnswer = 'accepted' | 'tentative' | 'declined';

/** An answer with its place in the order of answers. */
export interface RankedAnswer extends Rank {
  readonly answer: GivenAnswer;
}

/** Another time, with its place in the order of what this person's calendar sent. */
export interface RankedProposal extends ProposedTime, Rank {}

/** An invitation as it stands when a mail about it comes in. */
export interface StandingInvitation {
  readonly sequence: number;
  /** SEQUENCE of the last change that made earlier answers void. */
  readonly significantSequence: number;
  readonly isCancelled: boolean;
  /** What the invitee's calendar answered last; null when it did not yet. */
  readonly last: RankedAnswer | null;
  /** What the substitute they named answered last. */
  readonly lastOfSubstitute: RankedAnswer | null;
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
  readonly substituteAnswer?: RankedAnswer;
  readonly proposal?: RankedProposal;
  /** The current invitation, or its cancellation, should go out once more. */
  readonly sendAgain?: boolean;
}

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
  const { mail, components } = question;
  if (mail.authentication === 'fail') return { reason: 'forged-sender' };
  const component = answeringComponent(components);
  if (!component || (component.attendees.length === 0 && question.method === 'REPLY'))
    return { reason: 'no-attendee' };
  const attendee = attendeeOf(component, question);
  if (attendee === undefined) return notTheInvitee(component, question);
  const rank = rankOf(component, question);
  const answer = answers[attendee?.partstat ?? ''];
  const told = { ...wordsOf(component), ...roleOf(attendee, mail.from, question.standing) };
  const given = { rank, attendee, told, answer: answer ? { answer, ...rank } : null };
  return question.method === 'COUNTER'
    ? decideCounter(component, given, question)
    : decideReply(component, given, question);
}

/** The one that is about the whole appointment. */
export const answeringComponent = (components: readonly ReplyComponent[]): ReplyComponent | undefined =>
  components.find(({ recurrenceId }) => recurrenceId === null) ?? components[0];

interface Told {
  readonly comment?: string;
  readonly onBehalf?: string;
  readonly substitute?: string;
}

interface Given {
  readonly rank: Rank;
  readonly answer: RankedAnswer | null;
  readonly attendee: ReplyAttendee | null;
  readonly told: Told;
}

/**
 * The line that is the invitee's: by its address, or because the invitee's own address sent it. Null: they wrote, and it
 * has none. Undefined: the mail is somebody else's.
 */
function attendeeOf(
  { attendees }: ReplyComponent,
  { mail: { from }, standing: { owns }, method }: AnswerQuestion,
): ReplyAttendee | null | undefined {
  const isFrom = (address: string) => from !== null && sameAddress(address, from.address);
  const owned = attendees.filter((attendee) => isAt(attendee, owns));
  const own = owned.find((attendee) => isAt(attendee, isFrom)) ?? owned[0];
  const isByInvitee = from !== null && owns(from.address);
  if (!own) {
    if (!isByInvitee) return undefined;
    // A proposal may list everybody who was invited; whoever sent it is the one who proposes.
    return attendees.length === 1 || method === 'REPLY' ? attendees[0] : null;
  }
  if (isByInvitee || attendees.length === 1 || (own.sentBy && isFrom(own.sentBy))) return own;
  // Whoever is named beside the invitee speaks for themselves, and a proposal is its sender's.
  return method === 'COUNTER' || attendees.some((attendee) => isAt(attendee, isFrom)) ? undefined : own;
}

const isAt = ({ address, email }: ReplyAttendee, matches: (address: string) => boolean): boolean =>
  matches(address) || (email !== null && matches(email));

function notTheInvitee(component: ReplyComponent, question: AnswerQuestion): AnswerDecision {
  const { attendees } = component;
  const { mail, standing } = question;
  const substitute = attendees.find(({ address }) => standing.isSubstitute(address));
  const answer = answers[substitute?.partstat ?? ''];
  if (answer) return decideSubstitute(component, answer, question);
  const claims = attendees.some(({ delegatedFrom }) => delegatedFrom.some(standing.owns));
  if (claims) return { reason: 'substitute-unannounced' };
  const others = attendees.filter((attendee) => !isAt(attendee, standing.owns));
  const people = [
    ...others.map(({ name, address }) => ({ name: name ?? '', address })),
    mail.from ?? [],
  ].flat();
  return { reason: people.some(standing.resembles) ? 'resembles-invitee' : 'not-invited' };
}

/** What the substitute's calendar says stands beside the invitee's answer, in an order of its own. */
function decideSubstitute(
  component: ReplyComponent,
  answer: GivenAnswer,
  question: AnswerQuestion,
): AnswerDecision {
  const { standing } = question;
  const outdated = outdatedBy(component.sequence, standing);
  if (outdated) return { reason: outdated, sendAgain: true };
  const rank = rankOf(component, question);
  const given = { answer, ...rank };
  const order = orderOf(given, standing.lastOfSubstitute);
  const proposal = question.method === 'COUNTER' ? readProposal(component, standing) : 'no-proposal';
  const counts = order === 'newer' ? { substituteAnswer: given } : {};
  if (typeof proposal === 'object') return { ...proposed({ ...proposal, ...rank }, question), ...counts };
  return { reason: order === 'newer' ? 'substitute-answered' : order, ...counts };
}

function decideReply(
  { sequence, requestStatus }: ReplyComponent,
  { answer, told, attendee }: Given,
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

function decideCounter(component: ReplyComponent, given: Given, question: AnswerQuestion): AnswerDecision {
  const { rank, answer, told } = given;
  const { standing, mail } = question;
  const stampedAt = component.stampedAt ?? mail.date;
  const proposal = readProposal({ ...component, stampedAt }, standing);
  if (proposal === 'none') return { reason: 'no-proposed-time', ...told };
  if (proposal === 'unchanged' || proposal === 'no-proposal')
    return decideReply(component, { ...given, attendee: null }, question);
  const outdated = outdatedBy(component.sequence, standing);
  if (outdated) return { reason: outdated, ...told, sendAgain: true };
  // Clients send an answer of its own beside a proposal; only who agrees to the time that stands takes it back.
  const { last } = standing;
  if (last?.answer === 'accepted' && compareRank(rank, last) < 0) return { reason: 'older-proposal' };
  const counts = answer && orderOf(answer, last) === 'newer';
  return { ...proposed({ ...proposal, ...rank }, question), ...told, ...(counts && { answer }) };
}

function proposed(proposal: RankedProposal, { receivedAt }: AnswerQuestion): AnswerDecision {
  return { reason: proposal.start <= receivedAt ? 'other-time-passed' : 'other-time', proposal };
}

/** Where an answer stands against the last one of the same person; of two equal ones the later arrival counts. */
function orderOf(answer: RankedAnswer, last: RankedAnswer | null): 'newer' | 'older-answer' | 'same-answer' {
  if (!last) return 'newer';
  const distance = compareRank(answer, last);
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

function rankOf(
  { sequence, stampedAt }: ReplyComponent,
  { mail, standing, receivedAt }: AnswerQuestion,
): Rank {
  const stated = stampedAt ?? earlier(mail.date ?? receivedAt, receivedAt);
  return {
    sequence: Math.min(sequence, standing.sequence),
    stampedAt: earlier(stated, latestStamp(receivedAt)),
  };
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

const wordsOf = ({ comment }: ReplyComponent): Told => (comment ? { comment } : {});

/** Who answered for the invitee, and whom the invitee sends instead. */
function roleOf(attendee: ReplyAttendee | null, from: MailPerson | null, { owns }: StandingInvitation): Told {
  const sentBy = attendee?.sentBy ?? (from && attendee && owns(attendee.address) ? from.address : null);
  const named = attendee?.partstat === 'DELEGATED' ? attendee.delegatedTo : [];
  const substitute = named.find((address) => !owns(address));
  return {
    ...(sentBy && !owns(sentBy) && { onBehalf: sentBy }),
    ...(substitute && { substitute }),
  };
}
