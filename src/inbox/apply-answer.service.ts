import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { answerNoteContext, type AnswerNote } from '../calendar/answer-note.js';
import type { Invitation } from '../calendar/invitation.entity.js';
import type { InvitedParty } from '../calendar/invited-subject.js';
import type { AnswerDecision } from '../calendar/itip/decide-answer.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Addresses } from './known-addresses.service.js';
import { InvitedSubjects } from './invited-subjects.js';

export interface Answered {
  readonly invitation: Invitation;
  readonly party: InvitedParty;
  readonly receivedAt: Date;
}

/** Writes down what a decision names, and nothing else. Joins the caller's transaction, which holds the invitation. */
@Injectable()
export class ApplyAnswer {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly ledger: Ledger,
    private readonly addresses: Addresses,
    private readonly subjects: InvitedSubjects,
  ) {}

  async apply(decision: AnswerDecision, { invitation, party, receivedAt }: Answered): Promise<void> {
    const { answer: given, substituteAnswer } = decision;
    if (substituteAnswer) {
      invitation.substituteAnswer = substituteAnswer;
      this.record('invitation.substitute-answered', invitation, { answer: substituteAnswer });
    }
    if (!given) return;
    const was = invitation.answer;
    this.em.assign(invitation, {
      answer: given.answer,
      lastAnswer: given.answer,
      answerSequence: given.sequence,
      answerStampedAt: given.stampedAt,
      answeredAt: receivedAt,
      answeredBy: 'calendar',
      answerNote: this.note(decision, invitation),
      ...this.substitute(decision, invitation),
    });
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
