import type { Answer, Invitation } from './invitation.entity.js';
import { rankHere } from './itip/answer-rank.js';

type Standing = Pick<Invitation, 'sequence' | 'answerSequence' | 'answerStampedAt'>;

/**
 * What an answer on the invitee's own page makes of their invitation. It takes its place in the order of their calendar's
 * answers, so that one which was on its way before does not undo it, and ends what the calendar said with the last.
 */
export function answeredHere(
  { sequence, answerSequence, answerStampedAt: stampedAt }: Standing,
  answer: Exclude<Answer, 'needs-action'>,
  now: Date,
) {
  const last = stampedAt ? { sequence: answerSequence ?? 0, stampedAt } : null;
  const rank = rankHere(sequence, now, last);
  return {
    answer,
    answeredAt: now,
    answeredBy: 'page',
    lastAnswer: answer,
    answerSequence: rank.sequence,
    answerStampedAt: rank.stampedAt,
    answerNote: null,
    substituteIndex: null,
    substituteAnswer: null,
  } as const satisfies Partial<Invitation>;
}
