import { Injectable } from '@nestjs/common';
import { answerNoteContext, type AnswerNote } from '../calendar/answer-note.js';
import type { Invitation } from '../calendar/invitation.entity.js';
import type { InvitedParty } from '../calendar/invited-subject.js';
import type { AnswerDecision, GivenAnswer, RankedAnswer } from '../calendar/itip/decide-answer.js';
import type { OutcomeReason } from '../calendar/itip/mail-outcome.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Addresses } from './known-addresses.service.js';
import { InvitedSubjects } from './invited-subjects.js';
import { WaitingProposals } from './waiting-proposals.js';

export interface Answered {
  readonly invitation: Invitation;
  readonly party: InvitedParty;
  readonly receivedAt: Date;
}

/** Writes down what a decision names, and nothing else. Joins the caller's transaction, which holds the invitation. */
@Injectable()
export class ApplyAnswer {
  constructor(
    private readonly cipher: Cipher,
    private readonly ledger: Ledger,
    private readonly addresses: Addresses,
    private readonly subjects: InvitedSubjects,
    private readonly proposals: WaitingProposals,
  ) {}

  /** Gives what remains of the decision's reason once the proposals that wait are known. */
  async apply(decision: AnswerDecision, scene: Answered): Promise<OutcomeReason> {
    const { invitation } = scene;
    if (decision.substituteAnswer) this.substituteAnswered(invitation, decision.substituteAnswer);
    if (decision.answer) await this.answered(decision.answer, decision, scene);
    const { id } = invitation;
    const { proposal, answer, substituteAnswer, reason } = decision;
    if (!proposal) {
      if (answer?.answer === 'accepted') await this.proposals.takeBack(id, answer);
      return reason;
    }
    const known = await this.proposals.replace(id, proposal);
    if (!known) return reason;
    return answer ? 'answered' : substituteAnswer ? 'substitute-answered' : known;
  }

  /** What the substitute answered last; null when they did not yet. */
  lastOfSubstitute({ id, answerNote, substituteAnswer }: Invitation): RankedAnswer | null {
    if (!answerNote || !substituteAnswer) return null;
    const { substituteRank: rank } = this.cipher.openJson<AnswerNote>(
      'inbox',
      answerNoteContext(id),
      answerNote,
    );
    if (!rank) return null;
    const { sequence, stampedAt } = rank;
    return { answer: substituteAnswer as GivenAnswer, sequence, stampedAt: new Date(stampedAt) };
  }

  private substituteAnswered(invitation: Invitation, { answer, sequence, stampedAt }: RankedAnswer): void {
    const { id, answerNote } = invitation;
    const context = answerNoteContext(id);
    const note = answerNote ? this.cipher.openJson<AnswerNote>('inbox', context, answerNote) : {};
    const substituteRank = { sequence, stampedAt: stampedAt.toISOString() };
    invitation.substituteAnswer = answer;
    invitation.answerNote = this.cipher.sealJson('inbox', context, { ...note, substituteRank });
    this.record('invitation.substitute-answered', invitation, { answer });
  }

  private async answered(
    given: RankedAnswer,
    decision: AnswerDecision,
    { invitation, party, receivedAt }: Answered,
  ): Promise<void> {
    const was = invitation.answer;
    Object.assign(invitation, {
      answer: given.answer,
      lastAnswer: given.answer,
      answerSequence: given.sequence,
      answerStampedAt: given.stampedAt,
      answeredAt: receivedAt,
      answeredBy: 'calendar',
      answerNote: this.note(decision, invitation),
      ...this.substitute(decision, invitation),
    } satisfies Partial<Invitation>);
    const onBehalf = decision.onBehalf !== undefined;
    this.record('invitation.answered', invitation, { answer: given.answer, by: 'calendar', onBehalf });
    const isNews =
      given.answer === 'declined' && was !== 'declined' && party.isOpen && party.end > receivedAt;
    if (isNews) await this.subjects.of(invitation).tellDeclined(invitation);
  }

  private note({ comment, onBehalf, substitute }: AnswerDecision, { id }: Invitation): Buffer | null {
    const note: AnswerNote = {
      ...(comment && { comment }),
      ...(onBehalf && { onBehalf }),
      ...(substitute && { substitute }),
    };
    return Object.keys(note).length > 0 ? this.cipher.sealJson('inbox', answerNoteContext(id), note) : null;
  }

  /** A later answer of the invitee's own ends what they said of a substitute. */
  private substitute({ substitute }: AnswerDecision, { studyId }: Invitation) {
    const substituteIndex = substitute ? this.addresses.index(studyId, substitute) : null;
    return { substituteIndex, substituteAnswer: null };
  }

  private record(kind: string, invitation: Invitation, data: object): void {
    const { studyId, subject, subjectId, participantKind, participantId } = invitation;
    this.ledger.append({
      studyId,
      kind,
      // An interviewer is no subject of the study: their answer belongs to the appointment.
      subjectId: participantKind === 'interviewer' ? subjectId : participantId,
      data: { [subject]: subjectId, participant: participantKind, ...data },
    });
  }
}
