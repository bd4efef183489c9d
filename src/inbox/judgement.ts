import type { RankedProposal } from '../calendar/itip/decide-answer.js';
import type { OutcomeReason } from '../calendar/itip/mail-outcome.js';
import type { About } from './attribution.read-model.js';

/** What a mail came to. */
export interface Judgement extends About {
  readonly reason: OutcomeReason;
  readonly proposal?: RankedProposal;
}
