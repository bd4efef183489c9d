import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { answerNoteContext, type AnswerNote } from '../calendar/answer-note.js';
import { Invitation, type Answer, type ParticipantKind } from '../calendar/invitation.entity.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan } from '../studies/study.policy.js';

/** What came with somebody's answer, and what the substitute whom they named answered. */
export interface AnswerDetails extends AnswerNote {
  readonly substituteAnswer?: Answer;
}

/** The words of answers name people, so only those who plan read them. */
@Injectable()
export class AnswerNotes {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** By kind of participant, for the invitations of one appointment that stand; empty for who may not read them. */
  async of(
    scope: Pick<StudyScope, 'studyId' | 'role'>,
    subjectId: string,
  ): Promise<ReadonlyMap<ParticipantKind, AnswerDetails>> {
    if (!canPlan(scope)) return new Map();
    const { studyId } = scope;
    const standing = { studyId, subjectId, subject: 'appointment', cancelledAt: null } as const;
    const invitations = await this.em.find(Invitation, standing);
    return new Map(invitations.map((invitation) => [invitation.participantKind, this.open(invitation)]));
  }

  private open({ id, answerNote, substituteAnswer }: Invitation): AnswerDetails {
    const note = answerNote
      ? this.cipher.openJson<AnswerNote>('inbox', answerNoteContext(id), answerNote)
      : {};
    return { ...note, ...(substituteAnswer && { substituteAnswer }) };
  }
}
